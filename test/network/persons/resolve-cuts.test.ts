import { describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import type { LinkCutDecision } from '../../../src/model/link-cut.ts';
import { analyseNetwork } from '../../../src/network/analyse-network.ts';
import { addForest, addRows, emptyNetworkTables } from '../../support/network-tables.ts';

/** a, b and c share a phone; c and d a device and an address; nobody shares what e has. */
const ties = [
  ['a', 'phone', 'p'],
  ['b', 'phone', 'p'],
  ['c', 'phone', 'p'],
  ['c', 'device', 'd'],
  ['d', 'device', 'd'],
  ['c', 'address', 'h'],
  ['d', 'address', 'h'],
  ['e', 'device', 'alone'],
] as const;

const cut = (one: Partial<LinkCutDecision>): LinkCutDecision => ({
  kinds: ['phone'],
  account: null,
  other_account: null,
  link_key: null,
  author: 'Zhang',
  reason: 'brothers',
  decided_on: '2026-05-04',
  ...one,
});

async function counted(...cuts: readonly LinkCutDecision[]) {
  const db = await DuckDb.open({ threads: 1 });
  try {
    await emptyNetworkTables(db);
    await addForest(
      db,
      ['a', 'b', 'c', 'd', 'e'].map((id) => [id, null]),
    );
    const rows = ties.map(([member_id, kind, link_key]) => ({ member_id, kind, link_key }));
    await addRows(db, 'account_link', rows);
    const network = await analyseNetwork(db, { time_zone: 'Asia/Shanghai', link_cuts: cuts });
    return {
      persons: network.persons,
      ties: network.link_cuts.map((one) => one.ties),
      told: network.issues.filter(({ code }) => code === 'network.cut_of_nothing'),
    };
  } finally {
    db.close();
  }
}

describe('a decision to cut ties', () => {
  // Without: a, b, c, d are one person and e another.
  it.each<[string, LinkCutDecision[], number, number[]]>([
    ['none', [], 2, []],
    [
      'takes one account out of what it shares',
      [cut({ account: 'a', other_account: 'b' })],
      3,
      [1],
    ],
    ['leaves the others tied', [cut({ account: 'c', other_account: 'a' })], 3, [1]],
    ['makes a value tie nobody', [cut({ link_key: 'p' })], 4, [1]],
    ['makes a value not tie one account', [cut({ link_key: 'p', account: 'b' })], 3, [1]],
    [
      'goes over several kinds',
      [cut({ kinds: ['device', 'address'], account: 'd', other_account: 'c' })],
      3,
      [2],
    ],
    ['of one of two weak ties breaks both', [cut({ kinds: ['address'], link_key: 'h' })], 3, [1]],
  ])('%s', async (_, cuts, persons, applied) => {
    expect(await counted(...cuts)).toEqual({ persons, ties: applied, told: [] });
  });

  it.each([
    ['accounts that share nothing', cut({ account: 'a', other_account: 'd' }), 'a, d'],
    ['another kind', cut({ kinds: ['device'], account: 'a', other_account: 'b' }), 'a, b'],
    ['a value nobody shares', cut({ kinds: ['device'], link_key: 'alone' }), 'alone'],
    ['an account without the value', cut({ account: 'd', link_key: 'p' }), 'd, p'],
    ['a stranger', cut({ account: 'x', other_account: 'a' }), 'x, a'],
  ])('about %s changes nothing, and is told', async (_, one, about) => {
    const { persons, ties: applied, told } = await counted(one);
    expect([persons, applied]).toEqual([2, [0]]);
    expect(told.map(({ params }) => params)).toEqual([{ kinds: one.kinds.join(', '), about }]);
  });
});

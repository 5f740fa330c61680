import { afterEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import type { ProfileCounts, TreeCounts } from '../../../src/model/counting.ts';
import { columnsOf, sqlTypeOf } from '../../../src/model/tables.ts';
import { analyseNetwork } from '../../../src/network/analyse-network.ts';
import { addForest, addRows, emptyNetworkTables } from '../../support/network-tables.ts';

const opened: DuckDb[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

interface Given {
  readonly members: readonly (readonly [id: string, up: string | null])[];
  readonly activated?: readonly string[];
  readonly fees?: readonly (readonly [id: string, amount: number, refunded?: number])[];
  readonly links?: readonly (readonly [id: string, kind: string, key: string])[];
  readonly pay?: readonly (readonly [source: string | null, to: string, status?: string])[];
}

async function counted(given: Given): Promise<{ db: DuckDb; counts: TreeCounts }> {
  const db = await DuckDb.open({ threads: 1 });
  opened.push(db);
  await emptyNetworkTables(db);
  await addForest(db, given.members);
  for (const id of given.activated ?? []) {
    await db.run(`UPDATE member SET activated_at = '2024-02-01' WHERE member_id = '${id}'`);
  }
  await addRows(
    db,
    'fee',
    (given.fees ?? []).map(([member_id, amount_minor, refunded = null]) => ({
      member_id,
      amount_minor,
      refunded_minor: refunded,
      paid_at: '2024-01-02',
    })),
  );
  await addRows(
    db,
    'account_link',
    (given.links ?? []).map(([member_id, kind, link_key]) => ({ member_id, kind, link_key })),
  );
  await addRows(
    db,
    'commission',
    (given.pay ?? []).map(([source_member_id, beneficiary_id, status = 'paid']) => ({
      source_member_id,
      beneficiary_id,
      status,
      amount_minor: 500,
    })),
  );
  const { trees } = await analyseNetwork(db, { time_zone: 'Asia/Shanghai' });
  return { db, counts: trees[0]!.counts };
}

/** People and levels of a member under each profile, as 'people/levels'. */
async function countsOf(db: DuckDb, member: string): Promise<Record<string, string>> {
  const [row] = await db.rows(`SELECT * FROM network_count WHERE member_id = '${member}'`);
  const told = Object.entries(row ?? {}).filter(([name]) => /^people_(?!m)/.test(name));
  return Object.fromEntries(
    told.map(([name, people]) => [
      name.slice('people_'.length),
      people === null ? '—' : `${String(people)}/${String(row!['levels' + name.slice(6)])}`,
    ]),
  );
}

/** a – b – c – d, and e, f under a. */
const chain = [
  ['a', null],
  ['b', 'a'],
  ['c', 'b'],
  ['d', 'c'],
  ['e', 'a'],
  ['f', 'a'],
] as const;

describe('each way of counting', () => {
  it('is by accounts where nothing else is known, and says what the others need', async () => {
    const { db, counts } = await counted({ members: chain });
    expect(await countsOf(db, 'a')).toEqual({
      accounts: '6/4',
      activated: '—',
      paid: '—',
      persons: '—',
      persons_no_shell: '—',
      rebate_edges: '—',
      exclude_pure_consumers: '—',
    });
    expect(counts.needs).toEqual({
      accounts: null,
      activated: 'member.activated_at',
      paid: 'fee.amount_minor',
      persons: 'account_link.link_key',
      persons_no_shell: 'account_link.link_key',
      rebate_edges: 'commission.source_member_id',
      exclude_pure_consumers: 'commission.beneficiary_id',
    });
    expect(counts.whole.counts.accounts).toEqual({ people: 6, levels: 4 });
    expect(counts.whole.counts.persons).toBeNull();
    expect(await countsOf(db, 'd')).toEqual({});
  });

  it('activated: accounts that were, and the member itself whatever it is', async () => {
    const { db, counts } = await counted({ members: chain, activated: ['b', 'd'] });
    // a itself, b, d; on the way a, b, (c), d.
    expect((await countsOf(db, 'a'))['activated']).toBe('3/3');
    expect((await countsOf(db, 'c'))['activated']).toBe('2/2');
    // Of the whole nobody is the member itself: b and d, one above the other.
    expect(counts.whole.counts.activated).toEqual({ people: 2, levels: 2 });
  });

  it('paid: accounts that paid more than they were given back', async () => {
    const fees = [
      ['a', 100],
      ['b', 100, 100],
      ['c', 100, 99],
      ['d', 0],
      ['e', 100],
    ] as const;
    const { db } = await counted({ members: chain, fees });
    // a, c, e; on the way a, c.
    expect((await countsOf(db, 'a'))['paid']).toBe('3/2');
  });

  it('persons: two accounts of one are one, and recruiting oneself adds no level', async () => {
    const links = [
      ['b', 'phone', 'p'],
      ['c', 'phone', 'p'],
      ['e', 'phone', 'q'],
      ['f', 'phone', 'q'],
    ] as const;
    const { db, counts } = await counted({ members: chain, links });
    expect(await countsOf(db, 'a')).toMatchObject({ accounts: '6/4', persons: '4/3' });
    expect(await countsOf(db, 'b')).toMatchObject({ accounts: '3/3', persons: '2/2' });
    expect(counts.needs.persons_no_shell).toBe('account_link.kind');
  });

  it('persons without shells: an account paid from the card of one above is none', async () => {
    const links = [
      ['a', 'phone', 'pa'],
      ['b', 'phone', 'pb'],
      ['b', 'id_number', 'i'],
      ['a', 'id_number', 'j'],
      ['a', 'payment', 'card'],
      ['b', 'payment', 'card'],
      // Beside each other, not one above the other: a tie too weak for persons says nothing.
      ['e', 'device', 'd'],
      ['f', 'device', 'd'],
      // Its own child on one device.
      ['c', 'device', 'x'],
      ['d', 'device', 'x'],
    ] as const;
    const { db } = await counted({ members: chain, links });
    // a with b, c with d, e, f; on the way a, c.
    expect(await countsOf(db, 'a')).toMatchObject({ persons: '6/4', persons_no_shell: '4/2' });
    expect(await countsOf(db, 'b')).toMatchObject({ persons: '3/3', persons_no_shell: '2/2' });
  });

  it('rebate edges: levels money flowed up through, unbroken from the member', async () => {
    const pay = [
      ['c', 'b'],
      ['d', 'b'],
      ['e', 'a'],
      ['f', 'a', 'reversed'],
      ['a', 'd'],
      ['e', 'f'],
      [null, 'a'],
    ] as const;
    const { db, counts } = await counted({ members: chain, pay });
    // a has e only; nothing passed over a–b. b has c and d, over b–c and c–d.
    expect((await countsOf(db, 'a'))['rebate_edges']).toBe('2/2');
    expect((await countsOf(db, 'b'))['rebate_edges']).toBe('3/3');
    expect((await countsOf(db, 'c'))['rebate_edges']).toBe('2/2');
    expect(counts.whole.counts.rebate_edges).toEqual({ people: 5, levels: 3 });
  });

  it('without pure consumers: who neither recruited nor was paid is left out', async () => {
    const { db } = await counted({
      members: chain,
      pay: [
        ['a', 'e'],
        ['a', 'd', 'reversed'],
      ],
    });
    // a, b, c recruited, e was paid; d and f only bought.
    expect((await countsOf(db, 'a'))['exclude_pure_consumers']).toBe('4/3');
  });
});

/** A top with `middle` under it, who recruits the others: people in three levels. */
function structure(top: string, people: number): (readonly [string, string | null])[] {
  const rest = Array.from(
    { length: people - 2 },
    (_, i) => [`${top}-${String(i).padStart(3, '0')}`, `${top}-m`] as const,
  );
  return [[top, null], [`${top}-m`, top], ...rest];
}

describe('the bracket', () => {
  it('is from the least to the most, and names the lines that flip', async () => {
    // 41 accounts, of which 14 pairs share a phone: 41 − 13 = 28 persons with 13 pairs.
    const members = structure('x', 41);
    const links = Array.from({ length: 13 }, (_, i) =>
      [2 * i, 2 * i + 1].map((n) => [`x-${String(n).padStart(3, '0')}`, 'phone', `p${i}`] as const),
    ).flat();
    const { db, counts } = await counted({ members, links });
    const [bracket] = counts.candidates;
    expect(bracket).toMatchObject({
      member_id: 'x',
      people: { min: 28, max: 41, min_by: 'persons', max_by: 'accounts' },
      levels: { min: 3, max: 3, min_by: 'accounts', max_by: 'accounts' },
      flips: [{ people: 30, levels: 3, met_by: ['accounts'], not_met_by: ['persons'] }],
    });
    expect(counts.lines).toEqual([
      { people: 15, levels: 3, met_by_every: 1, met_by_some: 0 },
      { people: 30, levels: 3, met_by_every: 0, met_by_some: 1 },
      { people: 60, levels: 3, met_by_every: 0, met_by_some: 0 },
      { people: 120, levels: 3, met_by_every: 0, met_by_some: 0 },
    ]);
    expect(
      await db.rows(`SELECT people_min, people_max, people_min_by, levels_min, levels_max,
        met_15, met_30, met_60, met_120 FROM network_count WHERE member_id = 'x'`),
    ).toEqual([
      {
        people_min: 28,
        people_max: 41,
        people_min_by: 'persons',
        levels_min: 3,
        levels_max: 3,
        met_15: 'every',
        met_30: 'some',
        met_60: 'none',
        met_120: 'none',
      },
    ]);
  });

  it.each([
    [29, 'none', 0],
    [30, 'every', 1],
    [31, 'every', 1],
  ])('takes the line as reached with %i accounts: %s', async (people, met, candidates) => {
    const { db, counts } = await counted({ members: structure('x', people) });
    expect(await db.rows(`SELECT met_30 FROM network_count WHERE member_id = 'x'`)).toEqual([
      { met_30: met },
    ]);
    expect(counts.candidates).toHaveLength(candidates);
  });

  it('flips by levels as well: a level made by recruiting oneself is none', async () => {
    const { counts } = await counted({
      members: structure('x', 40),
      links: [
        ['x', 'id_number', 'i'],
        ['x-m', 'id_number', 'i'],
      ],
    });
    expect(counts.candidates[0]).toMatchObject({
      people: { min: 39, max: 40 },
      levels: { min: 2, max: 3, min_by: 'persons' },
      flips: [
        { people: 15, levels: 3, met_by: ['accounts'], not_met_by: ['persons'] },
        { people: 30, levels: 3, met_by: ['accounts'], not_met_by: ['persons'] },
      ],
    });
  });
});

describe('the brackets of candidates', () => {
  it.each([9_999, 10_000, 10_001])('are listed up to 10,000: of %i', async (candidates) => {
    const db = await DuckDb.open({ threads: 1 });
    opened.push(db);
    await emptyNetworkTables(db);
    // In a chain of n, whoever has at least 30 at and below it is a candidate: n − 29.
    await db.run(`INSERT INTO member (member_no, member_id, recruiter_no)
      SELECT i, printf('%05d', i), nullif(i - 1, -1) FROM range(${candidates + 29}) t(i)`);
    // The last to reach 30 has two accounts of one person below it, and so have all above.
    await db.run(`INSERT INTO account_link (member_id, kind, link_key)
      SELECT member_id, 'phone', 'p' FROM member WHERE member_no >= ${candidates + 27}`);
    const { trees } = await analyseNetwork(db, { time_zone: 'Asia/Shanghai' });
    const { counts } = trees[0]!;
    expect(counts.lines[1]).toMatchObject({ met_by_every: candidates - 1, met_by_some: 1 });
    expect(counts.candidates).toHaveLength(Math.min(candidates, 10_000));
    // The one that flips is the smallest, and listed all the same.
    expect(counts.candidates.at(-1)).toMatchObject({
      people: { min: 29, max: 30 },
      flips: [{ people: 30, levels: 3 }],
    });
    expect(counts.candidates.filter(({ flips }) => flips.length > 0).length).toBeGreaterThan(0);
  });
});

describe('what tools in use count', () => {
  it('differs in law: without the member and its level, 30 and 3 are 29 and 2', async () => {
    // The 2013 opinions, art. 7, count the organiser and its own level; max(level) − 1 does not.
    const members = structure('x', 30);
    const { counts } = await counted({ members });
    const levelOf = new Map<string, number>();
    for (const [id, up] of members) levelOf.set(id, up === null ? 1 : levelOf.get(up)! + 1);
    const naive = {
      people: members.length - 1,
      levels: Math.max(...levelOf.values()) - 1,
    };
    const lawful = counts.candidates[0]!.counts.accounts!;
    expect(naive).toEqual({ people: 29, levels: 2 });
    expect(lawful).toEqual({ people: 30, levels: 3 });
    const reaches = (count: NonNullable<ProfileCounts['accounts']>): boolean =>
      count.people >= 30 && count.levels >= 3;
    expect([reaches(naive), reaches(lawful)]).toEqual([false, true]);
  });
});

describe('network_count', () => {
  it('has the canonical columns', async () => {
    const { db } = await counted({ members: chain });
    const columns = await db.rows(`SELECT column_name AS name, data_type AS type
      FROM information_schema.columns WHERE table_name = 'network_count'
      ORDER BY ordinal_position`);
    expect(columns).toEqual(
      [...columnsOf('network_count')].map(([column, { type }]) => ({
        name: column,
        type: sqlTypeOf(type),
      })),
    );
  });
});

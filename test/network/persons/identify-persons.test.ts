import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { scansHere } from '../../../src/engine/scan-site.ts';
import { columnsOf, sqlTypeOf } from '../../../src/model/tables.ts';
import type { LinkCut } from '../../../src/model/link-kinds.ts';
import { explainPerson } from '../../../src/network/persons/explain-person.ts';
import { identifyPersons } from '../../../src/network/persons/identify-persons.ts';
import { slowIdentity } from '../../oracle/slow-persons.ts';
import { addForest, addRows, emptyNetworkTables } from '../../support/network-tables.ts';

const opened: DuckDb[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

type Tie = readonly [account: string, kind: string, key: string];

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `m${String(i).padStart(3, '0')}`);

async function identified(
  accounts: readonly string[],
  ties: readonly Tie[],
  cuts: readonly LinkCut[] = [],
): Promise<{ db: DuckDb; persons: string[][]; known: boolean }> {
  const db = await DuckDb.open({ threads: 1 });
  opened.push(db);
  await emptyNetworkTables(db);
  await addForest(
    db,
    accounts.map((id) => [id, null]),
  );
  await addRows(
    db,
    'account_link',
    ties.map(([member_id, kind, link_key]) => ({ member_id, kind, link_key })),
  );
  const { person, known } = await identifyPersons(db, scansHere(db), accounts.length, cuts);
  const groups = Map.groupBy(accounts, (_, i) => person[i]!);
  return { db, known, persons: [...groups.values()].filter(({ length }) => length > 1) };
}

async function states(db: DuckDb): Promise<unknown[][]> {
  const rows = await db.rows(`SELECT kinds, link_key, accounts, weight, state FROM person_link
    ORDER BY link_id`);
  return rows.map((row) => Object.values(row));
}

describe('what makes one person', () => {
  it('is an identity number, a phone, or two weaker things together', async () => {
    const { db, persons } = await identified(names(12), [
      ['m000', 'id_number', 'i'],
      ['m001', 'id_number', 'i'],
      ['m002', 'phone', 'p'],
      ['m003', 'phone', 'p'],
      ['m004', 'device', 'd'],
      ['m005', 'device', 'd'],
      ['m006', 'device', 'e'],
      ['m007', 'device', 'e'],
      ['m006', 'address', 'a'],
      ['m007', 'address', 'a'],
      ['m008', 'address', 'a'],
      ['m009', 'payment', 'c'],
      ['m010', 'payment', 'c'],
      ['m009', 'address', 'b'],
      ['m010', 'address', 'b'],
    ]);
    expect(persons).toEqual([
      ['m000', 'm001'],
      ['m002', 'm003'],
      ['m006', 'm007'],
    ]);
    expect(await states(db)).toEqual([
      ['id_number', 'i', 2, 100, 'joins'],
      ['phone', 'p', 2, 90, 'joins'],
      ['device+address', 'e+a', 2, 80, 'joins'],
      ['device', 'd', 2, 45, 'too_weak'],
      ['device', 'e', 2, 45, 'too_weak'],
      ['payment', 'c', 2, 40, 'too_weak'],
      ['address', 'a', 3, 35, 'too_weak'],
      ['address', 'b', 2, 35, 'too_weak'],
    ]);
    expect(await db.rows('SELECT * FROM member_person')).toEqual([
      { member_id: 'm000', person_id: 'm000', accounts: 2, confidence: 100 },
      { member_id: 'm001', person_id: 'm000', accounts: 2, confidence: 100 },
      { member_id: 'm002', person_id: 'm002', accounts: 2, confidence: 90 },
      { member_id: 'm003', person_id: 'm002', accounts: 2, confidence: 90 },
      { member_id: 'm006', person_id: 'm006', accounts: 2, confidence: 80 },
      { member_id: 'm007', person_id: 'm006', accounts: 2, confidence: 80 },
    ]);
  });

  it('is no value that a crowd shares: 20 accounts of a phone are one, 21 are not', async () => {
    for (const [count, people] of [
      [20, 1],
      [21, 21],
    ] as const) {
      const ids = names(count);
      const { db, persons } = await identified(
        ids,
        ids.map((id) => [id, 'phone', 'shop']),
      );
      expect(count - persons.flat().length + persons.length).toBe(people);
      const state = people === 1 ? 'joins' : 'too_many_accounts';
      expect(await states(db)).toEqual([['phone', 'shop', count, 90, state]]);
      const [listed] = await db.rows('SELECT count(*) AS n FROM person_link_account');
      expect(listed).toEqual({ n: people === 1 ? count : 0 });
    }
  });

  it('is no phone of two whose identity numbers differ, nor of a third with them', async () => {
    const { db, persons } = await identified(names(4), [
      ['m000', 'id_number', 'i'],
      ['m001', 'id_number', 'j'],
      ['m000', 'phone', 'p'],
      ['m001', 'phone', 'p'],
      ['m002', 'phone', 'p'],
      ['m001', 'phone', 'q'],
      ['m003', 'phone', 'q'],
    ]);
    expect(persons).toEqual([['m001', 'm003']]);
    expect(await states(db)).toEqual([
      ['phone', 'p', 3, 90, 'identities_differ'],
      ['phone', 'q', 2, 90, 'joins'],
    ]);
  });

  it('is the key of the person where no kind is named', async () => {
    const { db } = await identified(names(2), []);
    await db.run(`UPDATE member SET person_key = 'k'`);
    const { persons, known } = await identifyPersons(db, scansHere(db), 2, []);
    expect([persons, known]).toEqual([1, true]);
  });

  it('is unknown without anything that could decide', async () => {
    expect((await identified(names(2), [])).known).toBe(false);
    expect((await identified(names(2), [['m000', 'device', 'd']])).known).toBe(false);
    const both: Tie[] = [
      ['m000', 'device', 'd'],
      ['m001', 'address', 'a'],
    ];
    expect((await identified(names(2), both)).known).toBe(true);
  });

  it('is what trying every tie finds, on random ties', async () => {
    const kinds = ['id_number', 'phone', 'payout', 'device', 'payment', 'address'];
    const tie = fc.tuple(
      fc.integer({ min: 0, max: 11 }),
      fc.constantFrom(...kinds),
      fc.constantFrom('u', 'v', 'w', 'x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tie, { maxLength: 24 }), async (drawn) => {
        const ids = names(12);
        const ties = drawn.map(([account, kind, key]): Tie => [ids[account]!, kind, key]);
        const { persons, db } = await identified(ids, ties);
        const slow = slowIdentity(
          12,
          drawn.map(([account, kind, key]) => ({ account, kind, key })),
        );
        const groups = Map.groupBy(ids, (_, i) => slow[i]!);
        expect(persons).toEqual([...groups.values()].filter(({ length }) => length > 1));
        opened.splice(opened.indexOf(db), 1);
        db.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('a tie that is switched off', () => {
  const ties: Tie[] = [
    ['m000', 'phone', 'p'],
    ['m001', 'phone', 'p'],
    ['m001', 'device', 'd'],
    ['m002', 'device', 'd'],
    ['m001', 'address', 'a'],
    ['m002', 'address', 'a'],
  ];
  const cut = (kinds: string, link_key: string, member_id: string | null = null): LinkCut => ({
    kinds,
    link_key,
    member_id,
    reason: 'a shared flat, statement of 3 May',
  });

  it.each([
    [[], [['m000', 'm001', 'm002']]],
    [[cut('phone', 'p')], [['m001', 'm002']]],
    [[cut('device', 'd')], [['m000', 'm001']]],
    [[cut('device+address', 'd+a')], [['m000', 'm001']]],
    [[cut('address', 'a', 'm002')], [['m000', 'm001']]],
    [[cut('phone', 'p'), cut('device', 'd')], []],
    [[cut('phone', 'other'), cut('device', 'p')], [['m000', 'm001', 'm002']]],
  ])('says nothing: without %j the persons are %j', async (cuts, persons) => {
    expect((await identified(names(3), ties, cuts)).persons).toEqual(persons);
  });

  it('stays in the list as switched off', async () => {
    const { db } = await identified(names(3), ties, [cut('phone', 'p')]);
    expect((await states(db))[0]).toEqual(['phone', 'p', 2, 90, 'switched_off']);
  });
});

describe('the chain of ties', () => {
  it('says why two accounts are one person, and nothing where they are not', async () => {
    const { db } = await identified(names(4), [
      ['m000', 'phone', 'p'],
      ['m001', 'phone', 'p'],
      ['m001', 'id_number', 'i'],
      ['m002', 'id_number', 'i'],
      ['m003', 'phone', 'other'],
    ]);
    expect(await explainPerson(db, 'm000', 'm002')).toEqual([
      { from: 'm000', to: 'm001', link_id: 1, kinds: 'phone', link_key: 'p', weight: 90 },
      { from: 'm001', to: 'm002', link_id: 0, kinds: 'id_number', link_key: 'i', weight: 100 },
    ]);
    expect(await explainPerson(db, 'm000', 'm003')).toBeNull();
    expect(await explainPerson(db, 'm000', 'm000')).toEqual([]);
  });
});

describe('the tables of persons', () => {
  it('have the canonical columns', async () => {
    const { db } = await identified(names(1), []);
    for (const name of ['person_link', 'person_link_account', 'member_person'] as const) {
      const columns = await db.rows(`SELECT column_name AS name, data_type AS type
        FROM information_schema.columns WHERE table_name = '${name}' ORDER BY ordinal_position`);
      expect(columns).toEqual(
        [...columnsOf(name)].map(([column, { type }]) => ({ name: column, type: sqlTypeOf(type) })),
      );
    }
  });
});

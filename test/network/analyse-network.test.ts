import { afterEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';

const opened: DuckDb[] = [];

/** The tables the network reads, empty, in the canonical form. */
async function emptySnapshot(): Promise<DuckDb> {
  const db = await DuckDb.open({ threads: 1 });
  opened.push(db);
  const read = ['member', 'sponsor_change', 'fee', 'commission', 'account_link'] as const;
  for (const name of read) {
    await db.run(`CREATE TABLE ${relationOf(name)} (${ddl(name)})`);
  }
  return db;
}

function ddl(name: TableName): string {
  return [...columnsOf(name)]
    .map(([column, { type }]) => `${column} ${sqlTypeOf(type)}`)
    .join(', ');
}

interface Row {
  readonly id: string;
  readonly up?: string;
  readonly joined?: string;
  readonly bound?: string;
  readonly placed?: string;
}

function text(value: string | undefined): string {
  return value === undefined ? 'NULL' : `'${value}'`;
}

/** Inserts members in the order given, which is that of joining. */
async function addMembers(db: DuckDb, rows: readonly Row[]): Promise<void> {
  const no = new Map(rows.map(({ id }, i) => [id, i]));
  const number = (up: string | undefined): string =>
    up === undefined ? 'NULL' : String(no.get(up) ?? -1);
  const values = rows.map(
    ({ id, up, joined, bound, placed }, i) =>
      `(${i}, '${id}', ${text(up)}, ${number(up)}, ${text(placed)}, ${number(placed)},
        ${text(joined)}, ${text(bound)})`,
  );
  await db.run(`INSERT INTO member (member_no, member_id, recruiter_id, recruiter_no, placement_id,
    placement_no, joined_at, bound_at) VALUES ${values.join(', ')}`);
}

/** The dates of a member who crossed nothing. */
const none = {
  people_15_on: null,
  people_30_on: null,
  people_60_on: null,
  people_120_on: null,
  levels_3_on: null,
  crossed_15_3_on: null,
  crossed_30_3_on: null,
};

const china = { time_zone: 'Asia/Shanghai' };
afterEach(() => opened.splice(0).forEach((db) => db.close()));

describe('the tables', () => {
  it('of no members is empty and says nothing of persons', async () => {
    const db = await emptySnapshot();
    const summary = await analyseNetwork(db, china);
    expect(summary.persons).toBeNull();
    expect(summary.shared_contact_accounts).toBeNull();
    expect(summary.trees).toHaveLength(1);
    expect(summary.trees[0]).toMatchObject({ name: 'sponsor', members: 0, roots: 0, levels: 0 });
    expect(await db.rows('SELECT count(*) AS n FROM network_member')).toEqual([{ n: 0 }]);
    expect(await db.rows('SELECT * FROM network_tree')).toHaveLength(1);
  });

  it('have the canonical columns', async () => {
    const db = await emptySnapshot();
    await analyseNetwork(db, china);
    for (const name of ['network_member', 'network_tree'] as const) {
      const columns = await db.rows(`SELECT column_name AS name, data_type AS type
        FROM information_schema.columns WHERE table_name = '${name}' ORDER BY ordinal_position`);
      expect(columns).toEqual(
        [...columnsOf(name)].map(([column, { type }]) => ({ name: column, type: sqlTypeOf(type) })),
      );
    }
  });

  it('hold ids, dates and money, by tree and id', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [{ id: 'b' }, { id: 'a', up: 'b', joined: '2023-01-31 16:00:00' }]);
    await db.run(`INSERT INTO fee (member_id, amount_minor, paid_at) VALUES
      ('a', 39900, '2023-02-01'), ('a', 500, NULL), ('nobody', 1, '2023-02-01')`);
    await db.run(`INSERT INTO commission (beneficiary_id, amount_minor, status) VALUES
      ('b', 8000, 'accrued'), ('b', 5000, 'reversed'), ('b', -8000, 'paid')`);
    await analyseNetwork(db, china);
    expect(await db.rows('SELECT * FROM network_member')).toEqual([
      {
        tree: 'sponsor',
        member_id: 'a',
        parent_id: 'b',
        root_id: 'b',
        level: 2,
        direct: 0,
        people: 1,
        levels: 1,
        joined_on: '2023-02-01',
        ...none,
        paid_in_minor: 39_900,
        earned_minor: 0,
        subtree_paid_in_minor: 39_900,
        subtree_earned_minor: 0,
      },
      {
        tree: 'sponsor',
        member_id: 'b',
        parent_id: null,
        root_id: 'b',
        level: 1,
        direct: 1,
        people: 2,
        levels: 2,
        joined_on: null,
        ...none,
        paid_in_minor: 0,
        earned_minor: 8_000,
        subtree_paid_in_minor: 39_900,
        subtree_earned_minor: 8_000,
      },
    ]);
  });
});

describe('the dates', () => {
  it('of crossing are those of the zone: 16:00 UTC is the next day in China', async () => {
    const db = await emptySnapshot();
    const rows: Row[] = [{ id: 'top', joined: '2023-05-01 00:00:00' }];
    rows.push({ id: 'm1', up: 'top', joined: '2023-05-02 00:00:00' });
    for (let i = 2; i < 30; i++) {
      const joined = i < 29 ? '2023-06-01 00:00:00' : '2023-06-30 16:00:00';
      rows.push({ id: `m${i}`, up: 'm1', joined });
    }
    await addMembers(db, rows);
    const { trees } = await analyseNetwork(db, china);
    expect(trees[0]!.candidates).toEqual([
      {
        member_id: 'top',
        people: 30,
        levels: 3,
        direct: 1,
        level: 1,
        crossed_30_3: '2023-07-01',
        path: ['top'],
      },
    ]);
    expect(trees[0]!.joined_per_month).toEqual([
      { month: '2023-05', members: 2 },
      { month: '2023-06', members: 27 },
      { month: '2023-07', members: 1 },
    ]);
    expect(trees[0]!.schemes).toEqual([
      { root_id: 'top', people: 30, levels: 3, people_per_level: [1, 1, 28] },
    ]);
  });

  it('of a late binding count from the binding, of an early one from joining', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [
      { id: 'a', joined: '2023-01-01 00:00:00' },
      { id: 'b', up: 'a', joined: '2023-01-02 00:00:00', bound: '2022-12-01 00:00:00' },
      { id: 'c', up: 'b', joined: '2023-01-03 00:00:00', bound: '2023-03-01 00:00:00' },
      { id: 'lone', joined: '2023-01-04 00:00:00' },
    ]);
    const { trees } = await analyseNetwork(db, china);
    expect(
      await db.rows(`SELECT member_id, levels_3_on FROM network_member
        WHERE levels_3_on IS NOT NULL`),
    ).toEqual([{ member_id: 'a', levels_3_on: '2023-03-01' }]);
    expect(trees[0]!.schemes.map((one) => one.root_id)).toEqual(['a']);
  });

  it('uses the zone rules where the offset changes (Berlin, 26 March 2023)', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [
      { id: 'winter', joined: '2023-03-25 22:30:00' },
      { id: 'summer', joined: '2023-03-26 22:30:00' },
    ]);
    await analyseNetwork(db, { time_zone: 'Europe/Berlin' });
    expect(await db.rows('SELECT member_id, joined_on FROM network_member')).toEqual([
      { member_id: 'summer', joined_on: '2023-03-27' },
      { member_id: 'winter', joined_on: '2023-03-25' },
    ]);
  });
});

describe('the trees', () => {
  it('builds a placement tree of its own, on joining days', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [
      { id: 'a', joined: '2023-01-01 00:00:00' },
      { id: 'b', up: 'a', joined: '2023-01-02 00:00:00', placed: 'a' },
      { id: 'c', up: 'a', joined: '2023-01-03 00:00:00', bound: '2023-03-01', placed: 'b' },
    ]);
    const { trees } = await analyseNetwork(db, china);
    expect(trees.map(({ name, levels }) => [name, levels])).toEqual([
      ['sponsor', 2],
      ['placement', 3],
    ]);
    expect(
      await db.rows(`SELECT levels_3_on FROM network_member WHERE tree = 'placement'
        AND member_id = 'a'`),
    ).toEqual([{ levels_3_on: '2023-01-03' }]);
    expect(await db.rows('SELECT tree, edges FROM network_tree')).toEqual([
      { tree: 'placement', edges: 2 },
      { tree: 'sponsor', edges: 2 },
    ]);
  });

  it('reports every repair with its count and examples', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [
      { id: 'self', up: 'self', joined: '2023-01-01 00:00:00' },
      { id: 'lost', up: 'gone', joined: '2023-01-01 00:00:00' },
      { id: 'x', up: 'y', joined: '2023-01-01 00:00:00' },
      { id: 'late', up: 'z', joined: '2023-01-01 00:00:00' },
      { id: 'twin', up: 'y', joined: '2023-01-02 00:00:00' },
      { id: 'y', up: 'x', joined: '2023-01-02 00:00:00' },
      { id: 'z', up: 'x', joined: '2023-01-02 00:00:00' },
      { id: 'undated', up: 'z' },
    ]);
    const { trees, issues } = await analyseNetwork(db, china);
    expect(trees[0]).toMatchObject({
      roots: 3,
      self_parents: 1,
      missing_parents: 1,
      cycles: 1,
      cycle_members: 2,
      // Not x, whose tie was cut, nor twin, who joined at the same instant as its upline.
      late_parents: 1,
    });
    expect(issues.map(({ code, count, params }) => [code, count, params['members']])).toEqual([
      ['network.cycles_cut', 1, 'x'],
      ['network.late_parents', 1, undefined],
      ['network.missing_parents', 1, 'lost'],
      ['network.self_parents', 1, 'self'],
      ['network.unknown_join_dates', 1, undefined],
    ]);
  });
});

describe('the summary', () => {
  it('counts persons by phone and identity number, not by device', async () => {
    const db = await emptySnapshot();
    await addMembers(
      db,
      ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })),
    );
    await db.run(`INSERT INTO account_link (member_id, kind, link_key) VALUES
      ('a', 'phone', 'p1'), ('b', 'phone', 'p1'), ('b', 'id_number', 'i1'),
      ('c', 'id_number', 'i1'), ('d', 'device', 'x'), ('e', 'device', 'x'), ('d', 'phone', 'p2')`);
    const { persons, shared_contact_accounts } = await analyseNetwork(db, china);
    expect({ persons, shared_contact_accounts }).toEqual({
      persons: 3,
      shared_contact_accounts: 3,
    });
  });

  it('lists candidates largest first and says when it stops', async () => {
    const db = await emptySnapshot();
    const chain = Array.from({ length: 40 }, (_, i) => ({
      id: `m${String(i).padStart(2, '0')}`,
      ...(i > 0 && { up: `m${String(i - 1).padStart(2, '0')}` }),
      joined: '2023-01-01 00:00:00',
    }));
    await addMembers(db, chain);
    const { trees, issues } = await analyseNetwork(db, { ...china, candidates_max: 3 });
    expect(trees[0]!.candidates.map(({ people, path }) => [people, path])).toEqual([
      [40, ['m00']],
      [39, ['m00', 'm01']],
      [38, ['m00', 'm01', 'm02']],
    ]);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['network.candidates_truncated', { tree: 'sponsor', shown: 3, all: 11 }],
    ]);
    expect(await db.rows('SELECT candidates FROM network_tree')).toEqual([{ candidates: 11 }]);
  });

  it('orders equals by id, code unit by code unit', async () => {
    const db = await emptySnapshot();
    // Two equal structures, a top with one recruit who has 28 of its own, and ids to confuse.
    const structure = (top: string): Row[] => [
      { id: top },
      { id: `${top}1`, up: top },
      ...Array.from({ length: 28 }, (_, i) => ({ id: `${top}1${i}x`, up: `${top}1` })),
    ];
    await addMembers(db, [...structure('b'), ...structure('B'), ...structure('é')]);
    const { trees } = await analyseNetwork(db, china);
    expect(trees[0]!.candidates.map((one) => one.member_id)).toEqual(['B', 'b', 'é']);
    expect(trees[0]!.schemes.map((one) => one.root_id)).toEqual(['B', 'b', 'é']);
    expect(trees[0]!.candidates[0]!.crossed_30_3).toBeNull();
  });

  it('lists every candidate, and uplines up to 200,000 ids', async () => {
    const db = await emptySnapshot();
    await db.run(`INSERT INTO member (member_no, member_id, recruiter_no)
      SELECT i, CAST(i AS VARCHAR), nullif(i - 1, -1) FROM range(1500) t(i)`);
    const { trees, issues } = await analyseNetwork(db, china);
    const { candidates } = trees[0]!;
    expect(candidates).toHaveLength(1_471);
    // The k largest stand on levels 1 to k: 631 x 632 / 2 = 199,396; one more is too many.
    expect(candidates[630]!.path).toHaveLength(631);
    expect(candidates[631]!.path).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['network.unknown_join_dates']);
  });
});

describe('a history of moves', () => {
  it('brings a subtree on the day it moves in, and takes it away from where it was', async () => {
    const db = await emptySnapshot();
    const rows: Row[] = [
      { id: 'old', joined: '2023-01-01' },
      { id: 'new', joined: '2023-01-01' },
      { id: 'mid', up: 'new', joined: '2023-01-02' },
      ...Array.from({ length: 13 }, (_, i) => ({ id: `m${i}`, up: 'mid', joined: '2023-01-03' })),
      // The fifteenth below old had mid stayed.
      { id: 'late', up: 'old', joined: '2023-04-01' },
    ];
    await addMembers(db, rows);
    await db.run(`INSERT INTO sponsor_change (change_id, member_id, from_id, to_id, changed_at)
      VALUES ('1', 'mid', 'old', 'new', '2023-03-01 16:30:00'), ('2', 'nobody', NULL, 'old',
      '2023-03-01'), ('3', 'mid', NULL, 'old', NULL)`);
    const { history, issues } = await analyseNetwork(db, china);
    expect(history).toEqual({ movers: 1, members: 17 });
    expect(issues.map(({ code, count }) => [code, count])).toEqual([
      ['network.change_of_stranger', 1],
      ['network.change_undated', 1],
    ]);
    expect(
      await db.rows(`SELECT member_id, people, people_15_on, levels_3_on, crossed_15_3_on
        FROM network_member WHERE member_id IN ('old', 'new')`),
    ).toEqual([
      {
        member_id: 'new',
        people: 15,
        people_15_on: '2023-03-02',
        levels_3_on: '2023-03-02',
        crossed_15_3_on: '2023-03-02',
      },
      {
        member_id: 'old',
        people: 2,
        people_15_on: '2023-01-03',
        levels_3_on: '2023-01-03',
        crossed_15_3_on: '2023-01-03',
      },
    ]);
  });

  it('says so when a move would close a circle', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [
      { id: 'a', joined: '2023-01-01' },
      { id: 'b', up: 'a', joined: '2023-01-02' },
    ]);
    await db.run(`INSERT INTO sponsor_change (change_id, member_id, to_id, changed_at)
      VALUES ('1', 'a', 'b', '2023-02-01'), ('2', 'a', NULL, '2023-02-05')`);
    const { issues } = await analyseNetwork(db, china);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['network.change_closes_circle', { members: 'a' }],
    ]);
  });

  it('is null where no move is recorded', async () => {
    const db = await emptySnapshot();
    await addMembers(db, [{ id: 'a' }]);
    expect((await analyseNetwork(db, china)).history).toBeNull();
  });
});

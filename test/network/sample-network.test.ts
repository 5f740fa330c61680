import { describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { generateSample } from '../../src/generate/sample/generate-sample.ts';
import { columnsOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { writeColumns } from '../../src/engine/columns.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { readDump } from '../support/read-dump.ts';
import type { DumpRecord } from '../support/read-dump.ts';

async function create(db: DuckDb, name: TableName): Promise<void> {
  const list = [...columnsOf(name)].map(([column, { type }]) => `${column} ${sqlTypeOf(type)}`);
  await db.run(`CREATE TABLE ${name} (${list.join(', ')})`);
}

/** The sample's members in the canonical tables, put there without the importer. */
async function loadSample(db: DuckDb, dump: string): Promise<void> {
  for (const name of ['member', 'sponsor_change', 'fee', 'commission', 'account_link'] as const) {
    await create(db, name);
  }
  const tables = readDump(dump);
  await writeColumns(db, 'users', numbers(tables.get('eb_user')!, users));
  await writeColumns(db, 'paid', numbers(tables.get('eb_other_order')!, payments));
  // uids follow joining order from 1: the number is one less.
  await db.run(`INSERT INTO member (member_no, member_id, recruiter_no, joined_at, bound_at)
    SELECT u.uid - 1, CAST(u.uid AS VARCHAR),
      CASE WHEN u.spread_uid = 0 THEN NULL WHEN p.uid IS NULL THEN -1 ELSE p.uid - 1 END,
      ${at('u.add_time')}, ${at('u.spread_time')}
    FROM users u LEFT JOIN users p ON p.uid = u.spread_uid`);
  await db.run(`INSERT INTO account_link (member_id, kind, link_key)
    SELECT CAST(uid AS VARCHAR), 'phone', CAST(phone AS VARCHAR) FROM users`);
  await db.run(`INSERT INTO fee (member_id, amount_minor, paid_at)
    SELECT CAST(uid AS VARCHAR), pay_price * 100, ${at('pay_time')} FROM paid`);
}

const users = ['uid', 'spread_uid', 'add_time', 'spread_time', 'phone'];
const payments = ['uid', 'pay_price', 'pay_time'];

function at(seconds: string): string {
  return `make_timestamp(CAST(nullif(${seconds}, 0) * 1000000 AS BIGINT))`;
}

function numbers(rows: readonly DumpRecord[], names: string[]): Record<string, Float64Array> {
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(rows, (row) => Number(row[name]))]),
  );
}

describe('the network of the sample', () => {
  it('is what was planted', async () => {
    const { writer, files } = memoryWriter();
    const truth = await generateSample(writer);
    const db = await DuckDb.open({ threads: 1 });
    await loadSample(db, files.get('sample-mall.sql')!);
    const { trees, persons, shared_contact_accounts, issues } = await analyseNetwork(db, {
      time_zone: 'Asia/Shanghai',
    });
    const [tree] = trees;
    const { people, network } = truth;
    expect(tree).toMatchObject({
      members: network.members,
      roots: network.roots,
      levels: network.levels,
      people_per_level: network.people_per_level,
      self_parents: people.self_parents,
      missing_parents: people.missing_parents,
      cycles: people.cycles,
      cycle_members: people.cycle_members,
      late_parents: people.late_parents,
    });
    expect(tree!.candidates.map((one) => Number(one.member_id)).toSorted((a, b) => a - b)).toEqual(
      network.candidates,
    );
    expect(tree!.schemes.slice(0, 2).map(({ people: heads, levels }) => [heads, levels])).toEqual([
      [people.scheme_a.people, people.scheme_a.levels],
      [people.scheme_b.people, people.scheme_b.levels],
    ]);
    // Candidates of different sizes crossed on different days, each no earlier than it joined.
    expect(new Set(tree!.candidates.map((one) => one.crossed_30_3)).size).toBeGreaterThan(30);
    expect({ persons, shared_contact_accounts }).toEqual({
      persons: truth.persons,
      shared_contact_accounts: truth.shared_contact_accounts,
    });
    expect(issues.map(({ code }) => code)).toEqual([
      'network.cycles_cut',
      'network.late_parents',
      'network.missing_parents',
      'network.self_parents',
    ]);
    const [sum] = await db.rows(`SELECT CAST(sum(paid_in_minor) AS BIGINT) AS paid,
      CAST(sum(subtree_paid_in_minor) FILTER (WHERE parent_id IS NULL) AS BIGINT) AS roots
      FROM network_member`);
    expect(sum).toEqual({
      paid: truth.memberships_paid.minor,
      roots: truth.memberships_paid.minor,
    });
    db.close();
  });
});

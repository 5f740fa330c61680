import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import type {
  LeftAndPaid,
  MemberMoney,
  StatedMember,
  PaidLine,
  Tally,
} from '../model/appraisal.ts';
import { profileNames } from '../model/counting.ts';
import type { Count, CountBracket, ProfileCounts } from '../model/counting.ts';
import type { TableName } from '../model/tables.ts';
import { bracketOf } from '../network/profiles/bracket-of.ts';

/** The dates a sheet gives, by column of `network_member`. */
const crossings = [
  'people_15_on',
  'people_30_on',
  'people_60_on',
  'people_120_on',
  'levels_3_on',
  'crossed_30_3_on',
] as const;

/** Whether the data supply a table. */
export type Supplied = (table: TableName) => boolean;

/** What stands of a member in every tree it is in, sponsor tree first; none where it is in none. */
export async function statedMember(
  engine: SqlEngine,
  member_id: string,
  supplied: Supplied,
): Promise<StatedMember[]> {
  const rows = await engine.rows(`
    SELECT * FROM network_member WHERE member_id = ${sqlText(member_id)}
    ORDER BY tree DESC`);
  const sheets: StatedMember[] = [];
  for (const row of rows) sheets.push(await sheetOf(engine, row, supplied));
  return sheets;
}

async function sheetOf(engine: SqlEngine, row: SqlRow, supplied: Supplied): Promise<StatedMember> {
  const tree = row['tree'] === 'placement' ? 'placement' : 'sponsor';
  const member_id = String(row['member_id']);
  const inclusive: Count = { people: Number(row['people']), levels: Number(row['levels']) };
  return {
    member_id,
    tree,
    level: Number(row['level']),
    inclusive,
    beneath: { people: inclusive.people - 1, levels: inclusive.levels - 1 },
    direct: Number(row['direct']),
    path: await pathTo(engine, tree, member_id),
    accounts_beneath: await accountsBeneath(engine, tree, member_id),
    crossed: Object.fromEntries(crossings.map((name) => [name, textOf(row[name])])),
    paid_line: await paidLine(engine, tree, member_id),
    left: tree === 'sponsor' ? await leftAndPaid(engine, member_id) : null,
    bracket: await bracketFor(engine, tree, member_id),
    money: await moneyOf(engine, row, supplied),
  };
}

async function pathTo(engine: SqlEngine, tree: string, member_id: string): Promise<string[]> {
  const path: string[] = [];
  for (let at: string | null = member_id; at !== null;) {
    path.push(at);
    const [row]: SqlRow[] = await engine.rows(`SELECT parent_id FROM network_member
      WHERE tree = '${tree}' AND member_id = ${sqlText(at)}`);
    at = textOf(row?.['parent_id']);
  }
  return path.toReversed();
}

/** Accounts level by level, nearest first: one join a level, as deep as the subtree. */
async function accountsBeneath(
  engine: SqlEngine,
  tree: string,
  member_id: string,
): Promise<number[]> {
  const counts: number[] = [];
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_frontier AS
    SELECT ${sqlText(member_id)} AS member_id`);
  for (;;) {
    await engine.run(`CREATE OR REPLACE TEMP TABLE pp_frontier AS
      SELECT n.member_id FROM network_member n
      JOIN pp_frontier f ON f.member_id = n.parent_id WHERE n.tree = '${tree}'`);
    const [row] = await engine.rows('SELECT count(*) AS accounts FROM pp_frontier');
    const accounts = Number(row?.['accounts'] ?? 0);
    if (accounts === 0) break;
    counts.push(accounts);
  }
  await engine.run('DROP TABLE pp_frontier');
  return counts;
}

async function paidLine(
  engine: SqlEngine,
  tree: string,
  member_id: string,
): Promise<PaidLine | null> {
  const [row] = await engine.rows(`SELECT threshold_minor, gross_on, net_on
    FROM network_paid_crossing WHERE tree = '${tree}' AND member_id = ${sqlText(member_id)}`);
  return row
    ? {
        threshold_minor: Number(row['threshold_minor']),
        gross_on: textOf(row['gross_on']),
        net_on: textOf(row['net_on']),
      }
    : null;
}

async function leftAndPaid(engine: SqlEngine, member_id: string): Promise<LeftAndPaid | null> {
  const [row] = await engine.rows(`SELECT * FROM network_exit
    WHERE member_id = ${sqlText(member_id)}`);
  return row
    ? {
        left_on: String(row['left_on']),
        last_earned_on: textOf(row['last_earned_on']),
        earned_after_minor: numberOf(row['earned_after_minor']),
        people_when_left: numberOf(row['people_when_left']),
        people_when_last_earned: numberOf(row['people_when_last_earned']),
      }
    : null;
}

async function bracketFor(
  engine: SqlEngine,
  tree: string,
  member_id: string,
): Promise<CountBracket | null> {
  const [row] = await engine.rows(`SELECT * FROM network_count
    WHERE tree = '${tree}' AND member_id = ${sqlText(member_id)}`);
  if (!row) return null;
  const counts = Object.fromEntries(
    profileNames.map((profile): [string, Count | null] => {
      const [people, levels] = [row[`people_${profile}`], row[`levels_${profile}`]];
      const counted = people !== null && people !== undefined;
      return [profile, counted ? { people: Number(people), levels: Number(levels) } : null];
    }),
  );
  return bracketOf(counts as unknown as ProfileCounts);
}

async function moneyOf(engine: SqlEngine, row: SqlRow, supplied: Supplied): Promise<MemberMoney> {
  const owner = sqlText(String(row['member_id']));
  const tally = async (table: TableName, select: string): Promise<Tally | null> => {
    if (!supplied(table)) return null;
    const [sums] = await engine.rows(`SELECT count(*) AS count,
      CAST(coalesce(sum(amount_minor), 0) AS BIGINT) AS minor FROM ${table} WHERE ${select}`);
    return { count: Number(sums?.['count'] ?? 0), minor: Number(sums?.['minor'] ?? 0) };
  };
  return {
    fees: await tally(
      'fee',
      `member_id = ${owner} AND (paid_at IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL))`,
    ),
    commissions: await tally(
      'commission',
      `beneficiary_id = ${owner} AND amount_minor > 0 AND status IS DISTINCT FROM 'reversed'`,
    ),
    withdrawals: await tally(
      'withdrawal',
      `member_id = ${owner} AND status IS DISTINCT FROM 'refused'`,
    ),
    subtree_paid_in_minor: numberOf(row['subtree_paid_in_minor']),
    subtree_earned_minor: numberOf(row['subtree_earned_minor']),
  };
}

function textOf(value: SqlRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOf(value: SqlRow[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

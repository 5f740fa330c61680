import type { DuckDb } from '../engine/duckdb.ts';
import { columnsOf, sqlTypeOf } from '../model/tables.ts';
import { headThresholds, jointThresholds } from './analyse-tree.ts';
import type { Tree } from './analyse-tree.ts';
import { writeColumns } from '../engine/columns.ts';
import type { NumberColumn } from '../engine/columns.ts';
import { ROOT, UNKNOWN_DAY } from './forest.ts';

/** The temporary table a tree's numbers stand in until they are joined with ids. */
export function numbersOf(tree: Pick<Tree, 'name'>): string {
  return `network_numbers_${tree.name}`;
}

/** Puts a tree's arrays into the engine, by node: nothing is text yet. */
export async function writeNumbers(engine: DuckDb, tree: Tree): Promise<void> {
  const amounts: Record<string, NumberColumn> = {};
  for (const name of ['paidIn', 'earned', 'subtreePaidIn', 'subtreeEarned'] as const) {
    const amount = tree[name];
    if (amount) amounts[moneyColumns[name]] = amount;
  }
  await writeColumns(engine, numbersOf(tree), {
    member_no: tree.memberNo,
    parent_no: tree.parentNo,
    root_no: tree.rootNo,
    level: tree.level,
    direct: tree.direct,
    people: tree.people,
    levels: tree.levels,
    joined_on: tree.joinedDay,
    ...Object.fromEntries(headThresholds.map((n, i) => [`people_${n}_on`, tree.peopleDays[i]!])),
    levels_3_on: tree.thirdLevelDay,
    ...Object.fromEntries(jointThresholds.map((n, i) => [`crossed_${n}_3_on`, tree.jointDays[i]!])),
    ...amounts,
  });
}

const moneyColumns = {
  paidIn: 'paid_in_minor',
  earned: 'earned_minor',
  subtreePaidIn: 'subtree_paid_in_minor',
  subtreeEarned: 'subtree_earned_minor',
} as const;

/** Creates network_member and network_tree from the numbers of all trees. */
export async function writeTables(engine: DuckDb, trees: readonly Tree[]): Promise<void> {
  const members = trees.map((tree) => memberSelect(tree)).join(' UNION ALL ');
  await engine.run(`CREATE TABLE network_member AS
    SELECT * FROM (${members}) ORDER BY tree, member_id`);
  const rows = trees.map(
    (tree) => `SELECT '${tree.name}' AS tree,
      count(*) AS members,
      count(*) FILTER (WHERE parent_no = ${ROOT}) AS roots,
      CAST(coalesce(max(level), 0) AS BIGINT) AS levels,
      count(*) FILTER (WHERE people >= 30 AND levels >= 3) AS candidates,
      count(*) FILTER (WHERE parent_no <> ${ROOT}) AS edges
    FROM ${numbersOf(tree)}`,
  );
  await engine.run(`CREATE TABLE network_tree AS
    SELECT * FROM (${rows.join(' UNION ALL ')}) ORDER BY tree`);
}

function memberSelect(tree: Tree): string {
  const given: Readonly<Record<string, string>> = {
    tree: `'${tree.name}'`,
    member_id: 'm.member_id',
    parent_id: 'p.member_id',
    root_id: 'r.member_id',
    ...(tree.paidIn === null && { paid_in_minor: 'NULL', subtree_paid_in_minor: 'NULL' }),
    ...(tree.earned === null && { earned_minor: 'NULL', subtree_earned_minor: 'NULL' }),
  };
  const columns = [...columnsOf('network_member')].map(([name, { type }]) => {
    const value = given[name] ?? (type === 'date' ? dateSql(`n.${name}`) : `n.${name}`);
    return `CAST(${value} AS ${sqlTypeOf(type)}) AS ${name}`;
  });
  return `SELECT ${columns.join(', ')}
    FROM ${numbersOf(tree)} n
    JOIN member m ON m.member_no = n.member_no
    JOIN member r ON r.member_no = n.root_no
    LEFT JOIN member p ON p.member_no = n.parent_no`;
}

/** SQL for the date of a day number. */
function dateSql(day: string): string {
  return `DATE '1970-01-01' + nullif(${day}, ${UNKNOWN_DAY})`;
}

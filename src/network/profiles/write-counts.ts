import { writeColumns } from '../../engine/columns.ts';
import type { NumberColumn } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { countingLines, profileNames } from '../../model/counting.ts';
import { columnsOf, sqlTypeOf } from '../../model/tables.ts';
import type { Tree, TreeName } from '../analyse-tree.ts';
import type { ProfileCount } from './count-profiles.ts';

/** Counts of those nodes that have recruits, gathered profile by profile. */
export interface GatheredCounts {
  readonly tree: TreeName;
  readonly columns: Record<string, NumberColumn>;
}

export function gatherCounts({ name, direct, memberNo }: Tree): {
  readonly gathered: GatheredCounts;
  readonly add: (count: ProfileCount) => void;
} {
  const nodes = direct.reduce((sum, recruits) => sum + (recruits > 0 ? 1 : 0), 0);
  const rows = new Int32Array(nodes);
  let at = 0;
  for (let node = 0; node < direct.length; node++) if (direct[node]! > 0) rows[at++] = node;
  const columns: Record<string, NumberColumn> = { member_no: rows.map((node) => memberNo[node]!) };
  return {
    gathered: { tree: name, columns },
    add: ({ profile, people, levels }) => {
      columns[`people_${profile}`] = rows.map((node) => people[node]!);
      columns[`levels_${profile}`] = rows.map((node) => levels[node]!);
    },
  };
}

/** Creates network_count from what was gathered of all trees. */
export async function writeCounts(engine: DuckDb, trees: readonly GatheredCounts[]): Promise<void> {
  for (const { tree, columns } of trees) await writeColumns(engine, numbersOf(tree), columns);
  const selects = trees.map((tree) => countSelect(tree));
  await engine.run(`CREATE OR REPLACE TABLE network_count AS
    SELECT * FROM (${selects.join(' UNION ALL ')}) ORDER BY tree, member_id`);
  for (const { tree } of trees) await engine.run(`DROP TABLE ${numbersOf(tree)}`);
}

function numbersOf(tree: TreeName): string {
  return `pp_count_${tree}`;
}

function countSelect({ tree, columns }: GatheredCounts): string {
  const counted = profileNames.filter((profile) => `people_${profile}` in columns);
  const all = (what: string): string => counted.map((profile) => `n.${what}_${profile}`).join(', ');
  const given: Record<string, string> = { tree: `'${tree}'`, member_id: 'm.member_id' };
  for (const what of ['people', 'levels']) {
    const least = `least(${all(what)})`;
    given[`${what}_min`] = least;
    given[`${what}_max`] = `greatest(${all(what)})`;
    const firsts = counted.map(
      (profile) => `WHEN n.${what}_${profile} = ${least} THEN '${profile}'`,
    );
    given[`${what}_min_by`] = `CASE ${firsts.join(' ')} END`;
  }
  for (const { people, levels } of countingLines) {
    const met = counted.map(
      (profile) => `CAST(n.people_${profile} >= ${people} AND n.levels_${profile} >= ${levels}
        AS INTEGER)`,
    );
    given[`met_${people}`] = `CASE ${met.join(' + ')} WHEN 0 THEN 'none'
      WHEN ${counted.length} THEN 'every' ELSE 'some' END`;
  }
  const list = [...columnsOf('network_count')].map(([name, { type }]) => {
    const value = given[name] ?? (name in columns ? `n.${name}` : 'NULL');
    return `CAST(${value} AS ${sqlTypeOf(type)}) AS ${name}`;
  });
  return `SELECT ${list.join(', ')}
    FROM ${numbersOf(tree)} n JOIN member m ON m.member_no = n.member_no`;
}

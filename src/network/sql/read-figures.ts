import { readColumns, scatter } from '../../engine/columns.ts';
import type { NumberColumn } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import { headThresholds, jointThresholds } from '../analyse-tree.ts';
import { forest_figures } from './sql-forest.ts';

/** How a claim was repaired, as a number. */
export const repairCodes = { none: 0, self: 1, missing: 2, cycle: 3 } as const;

const wholeNumbers = [
  'parent_no',
  'root_no',
  'repair',
  'level',
  'direct',
  'people',
  'levels',
  'levels_3_on',
  ...headThresholds.map((n) => `people_${n}_on` as const),
  ...jointThresholds.map((n) => `crossed_${n}_3_on` as const),
] as const;

const sums = ['subtree_paid_in_minor', 'subtree_earned_minor'] as const;

/** What the SQL forest says of each member, by member_no. */
export interface Figures {
  readonly ints: Readonly<Record<(typeof wholeNumbers)[number], Int32Array>>;
  readonly sums: Readonly<Record<(typeof sums)[number], Float64Array>>;
}

/** Throws spark.other_rows where there are not as many members as there were given. */
export async function readFigures(
  duckdb: DuckDb,
  relation: string,
  count: number,
): Promise<Figures> {
  const ints = Object.fromEntries(
    wholeNumbers.map((name) => [name, new Int32Array(count)]),
  ) as Figures['ints'];
  const amounts = Object.fromEntries(
    sums.map((name) => [name, new Float64Array(count)]),
  ) as Figures['sums'];
  const codes = Object.entries(repairCodes).map(([name, code]) => `WHEN '${name}' THEN ${code}`);
  const listed = wholeNumbers.map((name) => {
    return `CAST(${name === 'repair' ? `CASE repair ${codes.join(' ')} END` : name} AS INTEGER)`;
  });
  const kinds = ['int', ...wholeNumbers.map(() => 'int'), ...sums.map(() => 'double')] as const;
  const into: readonly NumberColumn[] = [
    ...wholeNumbers.map((name) => ints[name]),
    ...sums.map((name) => amounts[name]),
  ];
  let rows = 0;
  await readColumns(
    duckdb,
    `SELECT CAST(member_no AS INTEGER), ${listed.join(', ')},
       ${sums.map((name) => `CAST(${name} AS DOUBLE)`).join(', ')} FROM ${relation}`,
    kinds as readonly ('int' | 'double')[],
    ([no, ...columns], seen) => {
      rows += seen;
      columns.forEach((column, i) => scatter(no!, column, into[i]!));
    },
  );
  if (rows !== count) {
    throw new PolyprismError('spark.other_rows', {
      table: forest_figures,
      rows: count,
      seen: rows,
    });
  }
  return { ints, sums: amounts };
}

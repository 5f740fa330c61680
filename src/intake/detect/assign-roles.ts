import { compareText } from '../../model/issue.ts';
import type { TableName } from '../../model/tables.ts';
import { rolesOf } from './score-role.ts';
import type { RoleScore } from './score-role.ts';
import { contained } from './reference-tests.ts';
import { declaredKey } from './assign-columns.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { toWords } from './words.ts';

export interface AssignedRole {
  readonly table: TableName;
  readonly source: SurveyedTable;
  readonly score: RoleScore;
}

export interface RoleAssignment {
  readonly assigned: readonly AssignedRole[];
  /** Best role of every table that scored, used or not. */
  readonly nearest: ReadonlyMap<string, { readonly table: TableName; readonly score: number }>;
}

/** Roles of which a system may have several tables: shops, ledgers, channels. */
const several = new Set<TableName>([
  'fee',
  'commission',
  'withdrawal',
  'content',
  'after_sale',
  'shipment',
  'review',
  'complaint',
]);

/**
 * Gives each canonical table its raw table, and further ones where they are of the same shape
 * (shards) or another channel of the same thing. A raw table plays its best role only.
 */
export async function assignRoles(
  survey: Survey,
  used: ReadonlySet<string>,
  served: ReadonlySet<TableName>,
): Promise<RoleAssignment> {
  const scores: AssignedRole[] = [];
  const nearest = new Map<string, { table: TableName; score: number }>();
  for (const source of survey.tables) {
    if (used.has(source.table.name)) continue;
    const roles = await rolesOf(source);
    const [best] = roles;
    if (best !== undefined) {
      nearest.set(source.table.name, { table: best.role.table, score: best.score });
    }
    for (const score of roles) scores.push({ table: score.role.table, source, score });
  }
  scores.sort(
    (a, b) => weight(b) - weight(a) || compareText(a.source.table.name, b.source.table.name),
  );
  const assigned: AssignedRole[] = [];
  const taken = new Set<string>();
  for (const one of scores) {
    if (taken.has(one.source.table.name) || served.has(one.table)) continue;
    const first = assigned.find((other) => other.table === one.table);
    if (first !== undefined && !(await stacks(survey, first, one))) continue;
    assigned.push(one);
    taken.add(one.source.table.name);
  }
  return { assigned, nearest };
}

/** A table with rows before an empty one. */
function weight({ source, score }: AssignedRole): number {
  return score.score * (source.table.rows_read === 0 ? 0.6 : 1);
}

/** Whether a second table may feed the same canonical table. */
async function stacks(survey: Survey, first: AssignedRole, one: AssignedRole): Promise<boolean> {
  if (one.source.table.rows_read === 0) return false;
  if (sameShape(first.source, one.source)) return true;
  if (one.score.score < 0.8 * first.score.score) return false;
  if (several.has(one.table)) return one.score.name >= 0.75;
  if (one.table !== 'order' && one.table !== 'order_line') return false;
  const key = keyOf(one);
  const firstKey = keyOf(first);
  if (key === null || firstKey === null || one.score.columns < 0.8) return false;
  const hits = await contained(
    survey.engine,
    one.source.table,
    [key],
    first.source.table,
    firstKey,
  );
  const hit = hits.get(key);
  return hit !== undefined && hit.contained < 0.02 * hit.meant;
}

function keyOf({ source }: AssignedRole): string | null {
  return declaredKey(source) ?? source.table.columns[0]?.name ?? null;
}

/** Shards and yearly archives: nearly the same columns. */
export function sameShape(a: SurveyedTable, b: SurveyedTable): boolean {
  const names = (one: SurveyedTable): Set<string> =>
    new Set(one.table.columns.map((column) => toWords(column.name).joined));
  const [left, right] = [names(a), names(b)];
  const both = [...left].filter((name) => right.has(name)).length;
  return both / (left.size + right.size - both) >= 0.85;
}

import type { ColumnMapping, JoinMapping } from '../mapping.ts';
import { isContactLike } from './contact-like.ts';
import { declaredKey } from './assign-columns.ts';
import { namesakeOf } from './edge-candidates.ts';
import { contained } from './reference-tests.ts';
import type { Survey, SurveyedTable } from './survey.ts';

/** A table that others refer to, and the columns they may do it by, its key first. */
export interface Target {
  readonly source: SurveyedTable;
  readonly key: string;
  readonly references: readonly string[];
}

export interface Resolved {
  readonly mapping: ColumnMapping;
  readonly join: readonly JoinMapping[];
  /** Share of values found in the target; null without data. */
  readonly found: number | null;
}

/**
 * How a reference column reaches the key of its target: as it stands, by another unique column
 * (an account name, a phone, an invite code), or through a table of its own (a distributor).
 */
export async function resolveReference(
  survey: Survey,
  from: SurveyedTable,
  raw: string,
  target: Target,
  alias: string,
): Promise<Resolved> {
  const contact = isContactLike(raw, from.table);
  const plain: ColumnMapping = { column: raw, ...(contact && { as: 'pseudonym' as const }) };
  let best = { refers: target.key, found: -1 };
  for (const refers of target.references) {
    const hits = await contained(survey.engine, from.table, [raw], target.source.table, refers);
    const hit = hits.get(raw);
    if (hit === undefined || hit.meant === 0) continue;
    const found = hit.contained / hit.meant;
    if (found > best.found + 0.02) best = { refers, found };
    if (refers === target.key && found > 0.98) break;
  }
  if (best.found < 0) return { mapping: plain, join: [], found: null };
  const through = best.found < 0.9 ? await throughTable(survey, from, raw, target) : null;
  if (through !== null && through.found > best.found + 0.05) {
    const join = [{ table: through.table, alias, on: { [through.key]: raw } }];
    return { mapping: { column: `${alias}.${through.member}` }, join, found: through.found };
  }
  if (best.refers === target.key || best.found < 0.5) {
    return { mapping: plain, join: [], found: Math.max(0, best.found) };
  }
  const join = [{ table: target.source.table.name, alias, on: { [best.refers]: raw } }];
  const found = best.found;
  // A reference that names a person is not kept where it leads nowhere.
  const reached = `${alias}.${target.key}`;
  if (isContactLike(target.key, target.source.table)) {
    return { mapping: { column: reached, as: 'pseudonym' }, join, found };
  }
  if (contact) return { mapping: { column: reached }, join, found };
  return { mapping: { column: [reached, raw] }, join, found };
}

/** `fenxiao_id` → table fenxiao, whose member_id is the member. */
async function throughTable(
  survey: Survey,
  from: SurveyedTable,
  raw: string,
  target: Target,
): Promise<{ table: string; key: string; member: string; found: number } | null> {
  const other = namesakeOf(raw, survey.tables, from);
  if (other === null || other === target.source) return null;
  const key = declaredKey(other);
  if (key === null) return null;
  const hits = await contained(survey.engine, from.table, [raw], other.table, key);
  const hit = hits.get(raw);
  const found = hit === undefined ? 0 : hit.contained / Math.max(1, hit.meant);
  if (found < 0.9) return null;
  const likely = other.table.columns
    .map((column) => column.name)
    .filter((name) => name !== key && /user|member|uid|customer|会员|用户/i.test(name));
  const back = await contained(survey.engine, other.table, likely, target.source.table, target.key);
  const member = [...back.values()]
    .filter((one) => one.contained >= 0.9 * one.meant && one.distinct >= 0.9 * one.meant)
    .toSorted((a, b) => b.contained - a.contained)[0];
  return member === undefined
    ? null
    : { table: other.table.name, key, member: member.column, found };
}

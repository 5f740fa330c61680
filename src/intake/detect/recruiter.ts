import type { Localised } from '../../model/localised.ts';
import { declaredKey } from './assign-columns.ts';
import { couldRefer, edgeName, namesakeOf } from './edge-candidates.ts';
import type { EdgeName, TreeKind } from './edge-candidates.ts';
import type { ColumnProfile } from './profile.ts';
import { sqlName } from '../../engine/duckdb.ts';
import { contained, edgeShape, uniqueColumns } from './reference-tests.ts';
import type { Containment, EdgeShape } from './reference-tests.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { percent } from './trace.ts';

/** The member table as settled so far. */
export interface MemberBase {
  readonly source: SurveyedTable;
  readonly key: string;
  readonly joined: string | null;
  /** Unique columns a reference may be written as, the key first. */
  readonly references: readonly string[];
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
}

/** A column of the member table that names the upline. */
export interface ColumnEdge extends EdgeName {
  /** Unique member column its values stand in. */
  readonly refers: string;
  /** 0 to 1. */
  readonly score: number;
  /** Share of values found; null without data. */
  readonly found: number | null;
  /** Share of pairs in which the upline joined first; null without times. */
  readonly parent_first: number | null;
  readonly distinct: number;
  readonly tested: boolean;
}

/** Columns that could be written as a reference: the key, and other columns without repeats. */
export async function referencesOf(
  survey: Survey,
  source: SurveyedTable,
  key: string,
  profiles: ReadonlyMap<string, ColumnProfile>,
): Promise<string[]> {
  const likely = source.table.columns
    .map((column) => column.name)
    .filter((name) => {
      const p = profiles.get(name);
      if (name === key || p === undefined || p.fractions > 0 || p.chars_max > 80) return false;
      if (p.times + p.unix_s + p.unix_ms > p.filled / 2) return false;
      return p.meant * 2 > p.rows && p.distinct >= p.meant * 0.97;
    });
  return [key, ...(await uniqueColumns(survey.engine, source.table, likely.slice(0, 12), 0.03))];
}

/** Every column of the member table that passes as an upline, best first. */
export async function columnEdges(survey: Survey, member: MemberBase): Promise<ColumnEdge[]> {
  const { source, key, profiles } = member;
  const named = source.table.columns
    .filter((column) => column.name !== key)
    .map((column) => edgeName(column, source));
  const withData = named.filter(({ column, name }) => {
    const raw = source.table.columns.find((one) => one.name === column);
    const profile = profiles.get(column);
    if (raw === undefined || !couldRefer(raw, profile)) return false;
    // A column without repeats is a name of its own row, unless it says otherwise.
    return name >= 0.7 || !member.references.includes(column);
  });
  const hits = await bestReferences(
    survey,
    member,
    withData.map(({ column }) => column),
  );
  const tested = await Promise.all(
    withData.map(async (edge) => {
      const hit = hits.get(edge.column);
      return hit === undefined ? null : testEdge(survey, member, edge, hit);
    }),
  );
  const untested = named
    .filter(({ column, name }) => name >= 0.7 && (profiles.get(column)?.meant ?? 0) === 0)
    .map((edge) => emptyEdge(member, edge));
  return [...tested.filter((edge) => edge !== null), ...untested].toSorted(
    (a, b) => Number(b.tested) - Number(a.tested) || b.score - a.score,
  );
}

interface Hit extends Containment {
  readonly refers: string;
}

/** For each column the member column its values stand in best; the key wins a tie. */
async function bestReferences(
  survey: Survey,
  { source, references }: MemberBase,
  columns: readonly string[],
): Promise<Map<string, Hit>> {
  const best = new Map<string, Hit>();
  for (const refers of references) {
    const others = columns.filter((column) => column !== refers);
    const found = await contained(survey.engine, source.table, others, source.table, refers);
    for (const hit of found.values()) {
      const known = best.get(hit.column);
      if (known === undefined || hit.contained > known.contained * 1.02) {
        best.set(hit.column, { ...hit, refers });
      }
    }
  }
  return best;
}

async function testEdge(
  survey: Survey,
  member: MemberBase,
  edge: EdgeName,
  hit: Hit,
): Promise<ColumnEdge | null> {
  const { source, joined } = member;
  const found = hit.contained / Math.max(1, hit.meant);
  const byValue = hit.distinct_contained / Math.max(1, hit.distinct);
  const sure = edge.name >= 0.7;
  if (Math.max(found, byValue) < (sure ? 0.5 : edge.name > 0 ? 0.8 : 0.9)) return null;
  if (!sure && (await belongsElsewhere(survey, member, edge.column, found))) return null;
  if (edge.name === 0 && hit.distinct < Math.max(4, 0.02 * hit.meant)) return null;
  const shape = await edgeShape(survey.engine, {
    table: source.table,
    parent: `c.${sqlName(edge.column)}`,
    key: hit.refers,
    joined: joined ?? member.key,
  });
  const first = shape.timed >= 5 ? shape.parent_first / shape.timed : null;
  if (!plausible(edge, shape, first)) return null;
  // Where the upline is written twice, by id and by name, the id says it without doubt.
  const exact =
    hit.refers === member.key ? 0.1 : /name$|姓名|名称|昵称/i.test(edge.column) ? -0.1 : 0;
  // One head over everybody is likelier a branch or a default than a recruiter.
  const spread = 0.1 * Math.min(1, hit.distinct / (0.05 * hit.meant));
  // Some missing uplines are the normal case and no mark against a column.
  const contain = 0.3 * Math.min(1, found / 0.9);
  const score = 0.5 * edge.name + contain + 0.2 * (first ?? 0.7) + exact + spread;
  return {
    ...edge,
    refers: hit.refers,
    score,
    found,
    parent_first: first,
    distinct: hit.distinct,
    tested: true,
    reasons: [...edge.reasons, ...dataReasons(hit, found, first)],
  };
}

/**
 * A name that says "upline" is believed unless the data contradict it; a column without one has
 * to show that uplines join first and that late members recruit too. That last is what a small
 * number like an age or a region lacks: it stands in the ids by accident, all of them old ones.
 */
function plausible(edge: EdgeName, shape: EdgeShape, first: number | null): boolean {
  if (shape.pairs === 0 || shape.self > shape.pairs / 2) return false;
  if (edge.name >= 0.85) return first === null || first >= 0.4;
  if (edge.name >= 0.45) return first === null || first >= 0.7;
  return first !== null && shape.timed >= 20 && first >= 0.9 && shape.reach >= 0.3;
}

/** Whether the values stand as well in the key of a table the column is named after. */
async function belongsElsewhere(
  survey: Survey,
  { source }: MemberBase,
  column: string,
  found: number,
): Promise<boolean> {
  const other = namesakeOf(column, survey.tables, source);
  const key = other === null ? null : declaredKey(other);
  if (other === null || key === null) return false;
  const hits = await contained(survey.engine, source.table, [column], other.table, key);
  const hit = hits.get(column);
  return hit !== undefined && hit.contained / Math.max(1, hit.meant) >= found - 0.02;
}

function emptyEdge(member: MemberBase, edge: EdgeName): ColumnEdge {
  return {
    ...edge,
    refers: member.key,
    score: 0.5 * edge.name,
    found: null,
    parent_first: null,
    distinct: 0,
    tested: false,
    reasons: [...edge.reasons, { en: 'no values to test', zh: '无数据可供检验' }],
  };
}

function dataReasons(hit: Hit, found: number, first: number | null): Localised[] {
  return [
    {
      en: `${percent(found)} of ${hit.meant} values stand in "${hit.refers}"`,
      zh: `${hit.meant} 个取值中 ${percent(found)} 可在“${hit.refers}”列找到`,
    },
    ...(first === null
      ? []
      : [
          {
            en: `the upline joined first in ${percent(first)} of rows`,
            zh: `${percent(first)} 的行中上级加入在先`,
          },
        ]),
  ];
}

export const treeNames: Readonly<Record<TreeKind, Localised>> = {
  sponsor: { en: 'who recruited', zh: '推荐关系' },
  placement: { en: 'where the account is placed', zh: '安置关系' },
  neutral: { en: 'an upline', zh: '上级关系' },
};

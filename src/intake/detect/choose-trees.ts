import type { Localised } from '../../model/localised.ts';
import { compareReferences } from './reference-tests.ts';
import type { ColumnEdge, MemberBase } from './recruiter.ts';
import type { Survey } from './survey.ts';

export interface Trees {
  readonly sponsor: ColumnEdge | null;
  readonly placement: ColumnEdge | null;
  /** Columns that passed and are not imported, and why. */
  readonly set_aside: readonly { readonly column: string; readonly reason: Localised }[];
}

/** Settles which column is the recruiter and which, if any, a second tree of placements. */
export async function chooseTrees(
  survey: Survey,
  member: MemberBase,
  edges: readonly ColumnEdge[],
): Promise<Trees> {
  const best = (kind: ColumnEdge['kind']): ColumnEdge | null =>
    edges.find((edge) => edge.kind === kind) ?? null;
  const sponsor = prefer(best('sponsor'), best('neutral')) ?? best(null);
  const placed = best('placement');
  const set_aside: { column: string; reason: Localised }[] = [];
  let placement = sponsor === null ? placed : null;
  const others = [...(placed ? [placed] : []), ...edges.filter((edge) => edge !== placed)];
  for (const edge of others) {
    if (sponsor === null || edge === sponsor || edge === placement) continue;
    const reason = await whyNot(survey, member, sponsor, edge);
    if (reason === null && placement === null) placement = edge;
    else set_aside.push({ column: edge.column, reason: reason ?? taken });
  }
  return { sponsor, placement, set_aside };
}

/** Data before names: an explicit recruiter column that is empty yields to a filled parent. */
function prefer(a: ColumnEdge | null, b: ColumnEdge | null): ColumnEdge | null {
  if (a === null || b === null) return a ?? b;
  if (a.tested !== b.tested) return a.tested ? a : b;
  return a.name >= 0.7 || a.score >= b.score ? a : b;
}

/** Why a column that passed is no second tree; null where it is one. */
async function whyNot(
  survey: Survey,
  { source, key }: MemberBase,
  sponsor: ColumnEdge,
  edge: ColumnEdge,
): Promise<Localised | null> {
  if (!edge.tested) return edge.kind === 'placement' ? null : empty;
  if (!sponsor.tested) return null;
  const { same, grand } = await compareReferences(survey.engine, source.table, key, sponsor, edge);
  if (same >= 0.98) return repeats;
  if (grand >= 0.7 && edge.kind !== 'placement') return grandparent;
  if (edge.kind === 'placement') return null;
  const strong = edge.name >= 0.7 && (edge.found ?? 0) >= 0.9 && (edge.parent_first ?? 1) >= 0.9;
  if (!strong) return weak;
  return edge.distinct >= 0.3 * sponsor.distinct ? null : few;
}

const empty = { en: 'has no values', zh: '无取值' };
const taken = { en: 'two trees are taken already', zh: '推荐网络与安置网络均已确定' };
const repeats = { en: 'repeats the recruiter column', zh: '与推荐人列内容相同' };
const grandparent = { en: "holds the recruiter's own recruiter", zh: '为推荐人的上级（二级）' };
const weak = { en: 'passes the tests less well', zh: '检验得分较低' };
const few = {
  en: 'names a few heads only, like the top of a team',
  zh: '仅指向少数顶端账号（如团队长）',
};

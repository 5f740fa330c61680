import { sqlName } from '../../engine/duckdb.ts';
import type { Localised } from '../../model/localised.ts';
import { declaredKey } from './assign-columns.ts';
import { edgeName } from './edge-candidates.ts';
import { matchColumn } from './match-column.ts';
import { timeKey, contained, sampleOf } from './reference-tests.ts';
import type { MemberBase } from './recruiter.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { memberSynonyms } from './synonyms-member.ts';
import { memberRef } from './synonyms-money.ts';
import { called } from './synonym-types.ts';
import { isHan, mentions, terms, toWords } from './words.ts';
import { percent } from './trace.ts';

/** The recruitment tree in a table of its own. */
export interface RelationEdge {
  readonly source: SurveyedTable;
  readonly child: string;
  readonly parent: string;
  /** Member columns that child and parent refer to. */
  readonly child_refers: string;
  readonly parent_refers: string;
  /** Key of the relation's own rows, where parents are named by it rather than by member. */
  readonly own_key: string | null;
  /** Closure table: the column and value that mark direct uplines. */
  readonly depth: { readonly column: string; readonly value: string } | null;
  readonly bound_at: string | null;
  readonly score: number;
  readonly reasons: readonly Localised[];
}

const relationNames = terms(
  'relation, relationship, invite, invitation, team, spread, distribution, referral, tree, ' +
    'genealogy, closure, upline, downline, network, sponsor, agent, distributor, fenxiao, promoter, ' +
    'recommend, share, hierarchy, affiliate, parent, link, node, structure, ancestor, path, ' +
    'binding, bind, partner, edge, member tree, tuijian, guanxi, ' +
    '推荐, 关系, 邀请, 分销, 网络, 上下级, 安置, 团队, 代理, 推广, 绑定',
);

const childTerms = called(
  `invitee, invitee id, invitee uid, invited user id, invited uid, invited id, child id, child uid, child, ` +
    `descendant, descendant id, new user id, sub user id, register uid, lower id, referred id, ` +
    `referred user id, referee id, recruit id, downline id, junior id, son id, be invited uid, ` +
    `be invite uid, to user id, ${memberRef}, ` +
    '被邀请人, 下级, 下线, 被推荐人, 新会员, 下级会员, 被邀请用户',
  'to uid',
  'parent, inviter, referrer, 上级, 推荐人, 邀请人',
);
const ancestorTerms = called('ancestor, ancestor id, from uid, from user id, senior id');
const depthTerms = called(
  'depth, distance, level, lv, length, path length, generation, layer, hops, dist, 层级, 代数, 距离, 深度, 级',
);

/** Looks for the tree outside the member table: relation, invitation, closure, agent tables. */
export async function relationEdges(survey: Survey, member: MemberBase): Promise<RelationEdge[]> {
  const likely = survey.tables.filter((source) => {
    if (source === member.source || source.table.rows_read === 0) return false;
    return isNamedRelation(source) || source.table.columns.length <= 8;
  });
  const found: RelationEdge[] = [];
  for (const source of likely) {
    const edge = await relationEdge(survey, member, source);
    if (edge !== null) found.push(edge);
  }
  return found.toSorted((a, b) => b.score - a.score);
}

function isNamedRelation({ words, table }: SurveyedTable): boolean {
  const comment = table.comment === null ? null : toWords(table.comment);
  return relationNames.some(
    (term) =>
      mentions(words, term) || (comment !== null && isHan(term.joined) && mentions(comment, term)),
  );
}

interface Named {
  readonly column: string;
  readonly score: number;
}

async function relationEdge(
  survey: Survey,
  member: MemberBase,
  source: SurveyedTable,
): Promise<RelationEdge | null> {
  const { columns } = source.table;
  const parents: Named[] = columns
    .map((column) => ({
      column: column.name,
      score: Math.max(
        edgeName(column, source).name,
        matchColumn(column, ancestorTerms, source.strip).score,
      ),
    }))
    .filter(({ score }) => score >= 0.6)
    .toSorted((a, b) => b.score - a.score);
  if (parents.length === 0) return null;
  const key = declaredKey(source);
  const children: Named[] = columns
    .map((column) => ({
      column: column.name,
      score: matchColumn(column, childTerms, source.strip).score,
    }))
    .filter(({ score, column }) => score >= 0.6 && (column !== key || columns.length <= 4))
    .toSorted((a, b) => b.score - a.score);
  for (const parent of parents.slice(0, 3)) {
    for (const child of children.slice(0, 4)) {
      if (child.column === parent.column) continue;
      const edge = await testRelation(survey, member, source, child, parent);
      if (edge !== null) return edge;
    }
  }
  return null;
}

async function testRelation(
  survey: Survey,
  member: MemberBase,
  source: SurveyedTable,
  child: Named,
  parent: Named,
): Promise<RelationEdge | null> {
  const pair = [child.column, parent.column];
  const byColumn = new Map<string, { refers: string; share: number }>();
  for (const refers of member.references) {
    const hits = await contained(survey.engine, source.table, pair, member.source.table, refers);
    for (const hit of hits.values()) {
      const share = hit.contained / Math.max(1, hit.meant);
      if (share > (byColumn.get(hit.column)?.share ?? 0) + 0.02) {
        byColumn.set(hit.column, { refers, share });
      }
    }
  }
  const down = byColumn.get(child.column);
  if (down === undefined || down.share < 0.8) return null;
  const up = byColumn.get(parent.column) ?? { refers: member.key, share: 0 };
  const own = await ownSpace(survey, source, child.column, parent.column);
  const shape = await shapeOf(survey, member, source, child, parent, down.refers, up.refers);
  const named = isNamedRelation(source);
  // Replies to comments look like a tree of members, but name rows of their own table.
  if (!named && own !== null && own.share >= up.share - 0.05) return null;
  const inOwn =
    own !== null && own.share >= 0.8 && (own.share > up.share + 0.02 || shape.first < 0.6);
  if (!inOwn && (up.share < 0.8 || shape.first < (named ? 0.6 : 0.9))) return null;
  if (!named && shape.perChild > 1.05) return null;
  const depth = shape.perChild > 1.05 ? directDepth(source, await source.profiles()) : null;
  return {
    source,
    child: child.column,
    parent: parent.column,
    child_refers: down.refers,
    parent_refers: up.refers,
    own_key: inOwn ? own.key : null,
    depth,
    bound_at: await boundAt(source),
    score: (child.score + parent.score) / 2 + 0.2 * shape.coverage,
    reasons: [
      {
        en:
          `table "${source.table.name}" pairs "${child.column}" with "${parent.column}"; ` +
          `${percent(down.share)} of children are members`,
        zh:
          `表“${source.table.name}”以“${child.column}”对应“${parent.column}”,` +
          `${percent(down.share)} 的下级为会员`,
      },
    ],
  };
}

/** Whether parents are named by the relation table's own key instead of by member. */
async function ownSpace(
  survey: Survey,
  source: SurveyedTable,
  child: string,
  parent: string,
): Promise<{ key: string; share: number } | null> {
  const key = declaredKey(source);
  if (key === null || key === child || key === parent) return null;
  const hits = await contained(survey.engine, source.table, [parent], source.table, key);
  const hit = hits.get(parent);
  return hit === undefined ? null : { key, share: hit.contained / Math.max(1, hit.meant) };
}

/** Rows per child, share of members that are children, share of pairs whose parent came first. */
async function shapeOf(
  survey: Survey,
  member: MemberBase,
  source: SurveyedTable,
  child: Named,
  parent: Named,
  childRefers: string,
  parentRefers: string,
): Promise<{ perChild: number; coverage: number; first: number }> {
  const { joined, key } = member;
  const at = (alias: string): string => timeKey(`${alias}.${sqlName(joined ?? key)}`);
  const members = sqlName(member.source.table.relation);
  const [row] = await survey.engine.rows(`
    WITH pair AS (SELECT trim(${sqlName(child.column)}) AS c, trim(${sqlName(parent.column)}) AS p
      FROM ${sampleOf(source.table)})
    SELECT count(*) AS n, count(DISTINCT pair.c) AS children,
      count_if(pair.c <> pair.p AND ${at('mp')} < ${at('mc')}) AS parent_first,
      count_if(pair.c <> pair.p AND ${at('mp')} <> ${at('mc')}) AS timed
    FROM pair
    LEFT JOIN ${members} AS mc ON trim(mc.${sqlName(childRefers)}) = pair.c
    LEFT JOIN ${members} AS mp ON trim(mp.${sqlName(parentRefers)}) = pair.p`);
  const number = (name: string): number => Number(row?.[name] ?? 0);
  const timed = number('timed');
  return {
    perChild: number('n') / Math.max(1, number('children')),
    coverage: Math.min(1, number('children') / Math.max(1, member.source.table.rows_read)),
    first: timed >= 5 ? number('parent_first') / timed : 0.7,
  };
}

function directDepth(
  source: SurveyedTable,
  profiles: Awaited<ReturnType<SurveyedTable['profiles']>>,
): RelationEdge['depth'] {
  for (const column of source.table.columns) {
    if (matchColumn(column, depthTerms, source.strip).score < 0.6) continue;
    const profile = profiles.get(column.name);
    if (
      profile !== undefined &&
      profile.values.includes('1') &&
      profile.integers === profile.filled
    ) {
      return { column: column.name, value: '1' };
    }
  }
  return null;
}

async function boundAt(source: SurveyedTable): Promise<string | null> {
  const profiles = await source.profiles();
  const said = [memberSynonyms.member?.['bound_at'], memberSynonyms.member?.['joined_at']];
  for (const synonyms of said) {
    for (const column of source.table.columns) {
      const profile = profiles.get(column.name);
      if (synonyms === undefined || profile === undefined) continue;
      const timed = profile.times + profile.unix_s + profile.unix_ms;
      if (timed < profile.filled * 0.5 || timed === 0) continue;
      if (matchColumn(column, synonyms, source.strip).score >= 0.5) return column.name;
    }
  }
  return null;
}

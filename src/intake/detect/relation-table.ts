import { sqlName } from '../../engine/duckdb.ts';
import { compareText } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import { declaredKey } from './assign-columns.ts';
import { edgeName } from './edge-candidates.ts';
import { matchColumn } from './match-column.ts';
import { timeKey, contained, sampleOf } from './reference-tests.ts';
import type { MemberBase } from './recruiter.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { memberSynonyms } from './synonyms-member.ts';
import { memberRef } from './synonyms-money.ts';
import { called } from './synonym-types.ts';
import { mentions, terms, toWords } from './words.ts';
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
  `
    relation, relationship, invite, invitation, team, spread, distribution, referral, tree,
    genealogy, closure, upline, downline, network, sponsor, agent, distributor, fenxiao,
    promoter, recommend, share, hierarchy, affiliate, parent, link, node, structure, ancestor,
    path, binding, bind, partner, edge, brokerage, member tree, tuijian, guanxi, 推荐, 关系, 邀请, 分销,
    网络, 上下级, 安置, 团队, 代理, 推广, 绑定`,
);

const inviteeTerms = called(
  `invitee, invitee id, invitee uid, invited user id, invited uid, invited id, invited member id,
  referred id, referred user id, be invited uid, be invite uid, new user id, register uid,
  被邀请人, 被推荐人, 被邀请用户, 新会员`,
);
const childTerms = called(
  `
    invitee, invitee id, invitee uid, invited user id, invited uid, invited id, child id,
    child uid, child, descendant, descendant id, new user id, sub user id, register uid,
    lower id, referred id, referred user id, referee id, recruit id, downline id, junior id,
    son id, be invited uid, be invite uid, to user id, ${memberRef}, 被邀请人, 下级, 下线, 被推荐人, 新会员,
    下级会员, 被邀请用户`,
  'to uid',
  'parent, inviter, referrer, 上级, 推荐人, 邀请人',
);
const ownerTerms = called(memberRef);
const ancestorTerms = called('ancestor, ancestor id, from uid, from user id, senior id');
const depthTerms = called(
  `
    depth, distance, level, lv, length, path length, generation, layer, hops, dist, 层级, 代数, 距离,
    深度, 级`,
);

/** Tables looked at, the likeliest first: a bound on what this search may cost. */
const tablesTried = 24;

/** Looks for the tree outside the member table: relation, invitation, closure, agent tables. */
export async function relationEdges(survey: Survey, member: MemberBase): Promise<RelationEdge[]> {
  const likely = survey.tables.flatMap((source) => {
    if (source === member.source || source.table.rows_read === 0) return [];
    const named = isNamedRelation(source);
    if (!named && source.table.columns.length > 8) return [];
    const ends = namedEnds(source);
    return ends === null ? [] : [{ source, ends, rank: ends.rank + (named ? 1 : 0) }];
  });
  likely.sort((a, b) => b.rank - a.rank || compareText(a.source.table.name, b.source.table.name));
  const found: RelationEdge[] = [];
  for (const { source, ends } of likely.slice(0, tablesTried)) {
    const edge = await relationEdge(survey, member, source, ends);
    if (edge !== null) found.push(edge);
  }
  return found.toSorted((a, b) => b.score - a.score);
}

function isNamedRelation({ words, table }: SurveyedTable): boolean {
  const comment = table.comment === null ? null : toWords(table.comment);
  return relationNames.some(
    (term) => mentions(words, term) || (comment !== null && term.han && mentions(comment, term)),
  );
}

interface Named {
  readonly column: string;
  readonly score: number;
}

interface Ends {
  readonly parents: readonly Named[];
  readonly children: readonly Named[];
  readonly rank: number;
}

/** Columns that by name could be the upper and the lower end of an edge. */
function namedEnds(source: SurveyedTable): Ends | null {
  const { columns } = source.table;
  const key = declaredKey(source);
  const named = (score: (column: RawColumn) => number, most: number): Named[] =>
    columns
      .map((column) => ({ column: column.name, score: score(column) }))
      .filter((one) => one.score >= 0.6)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most);
  const parents = named((column) => {
    const ancestor = matchColumn(column, ancestorTerms, source.strip).score;
    return Math.max(edgeName(column, source).name, ancestor);
  }, 3);
  const children = named((column) => {
    const score = matchColumn(column, childTerms, source.strip).score;
    const ownName = column.name === key && toWords(key).joined === `${source.words.joined}id`;
    return ownName ? 0 : score;
  }, 4);
  if (parents.length === 0) parents.push(...invitersOf(source));
  const [parent, child] = [parents[0], children[0]];
  if (parent === undefined || child === undefined) return null;
  return { parents, children, rank: parent.score + child.score };
}

/** Beside a column of the invited, the member a record belongs to is the one who invited. */
function invitersOf(source: SurveyedTable): Named[] {
  const score = (column: RawColumn, what: typeof childTerms): number =>
    matchColumn(column, what, source.strip).score;
  const invited = source.table.columns.filter((column) => score(column, inviteeTerms) >= 0.9);
  if (invited.length === 0) return [];
  return source.table.columns
    .filter((column) => !invited.includes(column))
    .map((column) => ({ column: column.name, score: score(column, ownerTerms) }))
    .filter((one) => one.score >= 0.8);
}

async function relationEdge(
  survey: Survey,
  member: MemberBase,
  source: SurveyedTable,
  { parents, children }: Ends,
): Promise<RelationEdge | null> {
  const columns = [...new Set([...parents, ...children].map(({ column }) => column))];
  const refers = new Map<string, { refers: string; share: number }>();
  for (const reference of member.references.slice(0, 5)) {
    const target = member.source.table;
    const hits = await contained(survey.engine, source.table, columns, target, reference);
    for (const hit of hits.values()) {
      const share = hit.contained / Math.max(1, hit.meant);
      if (share > (refers.get(hit.column)?.share ?? 0) + 0.02) {
        refers.set(hit.column, { refers: reference, share });
      }
    }
  }
  for (const parent of parents) {
    for (const child of children) {
      if (child.column === parent.column) continue;
      const edge = await testRelation(survey, member, source, child, parent, refers);
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
  refers: ReadonlyMap<string, { refers: string; share: number }>,
): Promise<RelationEdge | null> {
  const down = refers.get(child.column);
  if (down === undefined || down.share < 0.8) return null;
  const up = refers.get(parent.column) ?? { refers: member.key, share: 0 };
  const own = await ownSpace(survey, source, child.column, parent.column);
  const shape = await shapeOf(survey, member, source, child, parent, down.refers, up.refers);
  const named = isNamedRelation(source);
  if (shape.self > 0.5) return null;
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
          `表“${source.table.name}”以“${child.column}”对应“${parent.column}”，` +
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
): Promise<{ perChild: number; coverage: number; first: number; self: number }> {
  const { joined, key } = member;
  const at = (alias: string): string => timeKey(`${alias}.${sqlName(joined ?? key)}`);
  const members = sqlName(member.source.table.relation);
  const [row] = await survey.engine.rows(`
    WITH pair AS (SELECT trim(${sqlName(child.column)}) AS c, trim(${sqlName(parent.column)}) AS p
      FROM ${sampleOf(source.table)})
    SELECT count(*) AS n, count(DISTINCT pair.c) AS children,
      count_if(pair.c = pair.p) AS self,
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
    self: number('self') / Math.max(1, number('n')),
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

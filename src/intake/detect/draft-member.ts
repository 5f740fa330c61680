import type { Localised } from '../../model/localised.ts';
import { columnsOf } from '../../model/tables.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import type { ColumnMapping, JoinMapping } from '../mapping.ts';
import { assignColumns, candidatesFor, declaredKey, traceAssignment } from './assign-columns.ts';
import type { Candidate } from './assign-columns.ts';
import { isContactLike } from './contact-like.ts';
import { chainEdge } from './chain-column.ts';
import type { ChainEdge } from './chain-column.ts';
import { chooseTrees } from './choose-trees.ts';
import type { Trees } from './choose-trees.ts';
import type { Draft } from './draft.ts';
import { matchColumn } from './match-column.ts';
import { noneValues } from './profile.ts';
import type { ColumnProfile } from './profile.ts';
import { readColumn } from './read-column.ts';
import { columnEdges, referencesOf } from './recruiter.ts';
import type { ColumnEdge, MemberBase } from './recruiter.ts';
import { contained, uniqueColumns } from './reference-tests.ts';
import { edgeName } from './edge-candidates.ts';
import { relationEdges } from './relation-table.ts';
import type { RelationEdge } from './relation-table.ts';
import type { Target } from './resolve-reference.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { recruiterTerms } from './synonyms-member.ts';
import type { Tracer } from './trace.ts';

export interface MemberDraft {
  readonly drafts: readonly Draft[];
  readonly target: Target;
  readonly trees: Trees;
  readonly relation: RelationEdge | null;
  readonly chain: ChainEdge | null;
}

/** Drafts the members: their key, their trees, their times and their contacts. */
export async function draftMember(
  survey: Survey,
  source: SurveyedTable,
  tracer: Tracer,
): Promise<MemberDraft | null> {
  const profiles = await source.profiles();
  const key = await memberKey(survey, source, profiles);
  if (key === null) return null;
  const joined = joinedColumn(source, profiles);
  const references = await referencesOf(survey, source, key, profiles);
  const member: MemberBase = { source, key, joined, references, profiles };
  const trees = await chooseTrees(survey, member, await columnEdges(survey, member));
  const upline = await otherUpline(survey, member, trees);
  const taken = takenColumns(key, joined, trees);
  const { chosen, candidates } = assignColumns('member', source, profiles, taken);
  const { columns, join } = uplineColumns(member, trees, upline);
  const used = new Set([trees.sponsor?.column, trees.placement?.column]);
  for (const [column, one] of chosen) {
    if (column in columns || used.has(one.raw)) continue;
    const read = readColumn('member', column, one.raw, source, profiles.get(one.raw));
    if (read !== null) columns[column] = read;
  }
  columns['member_id'] = { column: key, ...keyReading(member) };
  const links = contactLinks(source, profiles, used);
  const person = links.find(([kind]) => kind === 'id_number') ?? links[0];
  const phone = links.find(([kind]) => kind === 'phone') ?? person;
  if (phone !== undefined) columns['person_key'] = { column: phone[1], as: 'pseudonym' };
  traceMember(tracer, member, chosen, candidates, upline, trees);
  const sorted = [...columnsOf('member').keys()].flatMap((name): [string, ColumnMapping][] => {
    const column = columns[name];
    return column === undefined ? [] : [[name, column]];
  });
  const from = source.table.name;
  const main: Draft = {
    mapping: {
      table: 'member',
      from,
      ...(join.length > 0 && { join }),
      columns: Object.fromEntries(sorted),
    },
    money: [],
  };
  const linkDrafts = links.map(([kind, raw]): Draft => ({
    mapping: {
      table: 'account_link',
      from,
      columns: {
        member_id: { column: key, ...keyReading({ source, key }) },
        kind: { value: kind },
        link_key: { column: raw, as: 'pseudonym' },
      },
      requires: ['link_key'],
    },
    money: [],
  }));
  return {
    drafts: [main, ...linkDrafts],
    target: { source, key, references },
    trees,
    ...upline,
  };
}

/** The declared key; else the column without repeats that is named most like one. */
async function memberKey(
  survey: Survey,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): Promise<string | null> {
  const declared = declaredKey(source);
  if (declared !== null) return declared;
  const named = candidatesFor('member', 'member_id', source, profiles).map(({ raw }) => raw);
  const unique = await uniqueColumns(survey.engine, source.table, named.slice(0, 8), 0.02);
  if (source.table.rows_read === 0) return named[0] ?? null;
  return named.find((name) => unique.includes(name)) ?? (await anyKey(survey, source, profiles));
}

/** Nothing is named like a key: of the columns without repeats, the one uplines are written by. */
async function anyKey(
  survey: Survey,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): Promise<string | null> {
  const single = source.table.unique_keys.find((columns) => columns.length === 1)?.[0];
  if (single !== undefined) return single;
  const likely = source.table.columns
    .map((column) => column.name)
    .filter((name) => {
      const p = profiles.get(name);
      return p !== undefined && p.distinct >= p.rows * 0.95 && p.chars_max <= 64 && p.times === 0;
    });
  const unique = await uniqueColumns(survey.engine, source.table, likely.slice(0, 6), 0.02);
  const edges = source.table.columns
    .filter((column) => edgeName(column, source).name >= 0.6)
    .map((column) => column.name);
  let best = { key: unique[0] ?? null, found: 0 };
  for (const key of unique) {
    const others = edges.filter((edge) => edge !== key);
    const hits = await contained(survey.engine, source.table, others, source.table, key);
    const found = Math.max(0, ...[...hits.values()].map((hit) => hit.contained));
    if (found > best.found) best = { key, found };
  }
  return best.key;
}

/** The best-named time column whose values differ: one date for all is the day of an import. */
function joinedColumn(
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): string | null {
  const ranked = candidatesFor('member', 'joined_at', source, profiles)
    .map(({ raw, score }) => {
      const p = profiles.get(raw);
      const alike = p !== undefined && p.rows > 5 && p.distinct <= 1;
      return { raw, score: alike ? score * 0.5 : score };
    })
    .toSorted((a, b) => b.score - a.score);
  return ranked[0]?.raw ?? null;
}

interface OtherUpline {
  readonly relation: RelationEdge | null;
  readonly chain: ChainEdge | null;
}

/** Chains and relation tables are asked only where no column of the member table answers. */
async function otherUpline(survey: Survey, member: MemberBase, trees: Trees): Promise<OtherUpline> {
  const none = { relation: null, chain: null };
  if (trees.sponsor?.tested === true && trees.sponsor.name > 0) return none;
  const [relation = null] = await relationEdges(survey, member);
  if (relation !== null) return { relation, chain: null };
  if (trees.sponsor?.tested === true) return none;
  return { relation: null, chain: await chainEdge(survey, member) };
}

function takenColumns(key: string, joined: string | null, trees: Trees): Map<string, Candidate> {
  const taken = new Map<string, Candidate>([
    ['member_id', { raw: key, score: 1, reasons: [keyReason] }],
  ]);
  if (trees.sponsor) taken.set('recruiter_id', candidateOf(trees.sponsor));
  if (trees.placement) taken.set('placement_id', candidateOf(trees.placement));
  if (joined !== null) taken.set('joined_at', { raw: joined, score: 1, reasons: [joinedReason] });
  return taken;
}

const keyReason: Localised = { en: 'names the rows of the member table', zh: '会员表的行标识' };
const joinedReason: Localised = {
  en: 'the best-named time column whose values differ',
  zh: '列名最符合且取值有差异的时间列',
};

function candidateOf(edge: ColumnEdge): Candidate {
  return { raw: edge.column, score: edge.score, reasons: edge.reasons };
}

/** The two tree columns of `member`, with the lookups they need. */
function uplineColumns(
  member: MemberBase,
  trees: Trees,
  { relation, chain }: OtherUpline,
): { columns: Record<string, ColumnMapping>; join: JoinMapping[] } {
  const columns: Record<string, ColumnMapping> = {};
  const join: JoinMapping[] = [];
  const own = member.source.table.name;
  const add = (column: 'recruiter_id' | 'placement_id', edge: ColumnEdge): void => {
    const none = noneOf(member.profiles.get(edge.column));
    const contact = isContactLike(edge.refers, member.source.table);
    if (edge.refers === member.key) {
      columns[column] = { column: edge.column, ...keyReading(member), none };
      return;
    }
    const alias = column === 'recruiter_id' ? 'recruiter' : 'placement';
    join.push({ table: own, alias, on: { [edge.refers]: edge.column } });
    const found = `${alias}.${member.key}`;
    // A missing upline stays visible, unless only a phone or a name would be left of it.
    columns[column] = contact
      ? { column: found, ...keyReading(member), none }
      : { column: [found, edge.column], none };
  };
  if (relation !== null) addRelation(member, relation, columns, join);
  else if (chain !== null) {
    columns['recruiter_id'] = { column: chain.column, item: chain.item, none: [...noneValues] };
  } else if (trees.sponsor !== null) add('recruiter_id', trees.sponsor);
  if (trees.placement !== null) add('placement_id', trees.placement);
  return { columns, join };
}

/** Members known by a phone number or a name are known by its pseudonym. */
function keyReading({ source, key }: Pick<MemberBase, 'source' | 'key'>): { as?: 'pseudonym' } {
  return isContactLike(key, source.table) ? { as: 'pseudonym' } : {};
}

function noneOf(profile: ColumnProfile | undefined): string[] {
  return noneValues.filter((value) => value === '0' || (profile?.values.includes(value) ?? false));
}

function addRelation(
  member: MemberBase,
  edge: RelationEdge,
  columns: Record<string, ColumnMapping>,
  join: JoinMapping[],
): void {
  const table = edge.source.table.name;
  const where =
    edge.depth === null ? undefined : [{ column: edge.depth.column, in: [edge.depth.value] }];
  join.push({
    table,
    alias: 'edge',
    on: { [edge.child]: edge.child_refers },
    ...(where !== undefined && { where }),
  });
  const none = ['0', '-1'];
  if (edge.own_key !== null) {
    join.push({ table, alias: 'upline', on: { [edge.own_key]: `edge.${edge.parent}` } });
    columns['recruiter_id'] = { column: `upline.${edge.child}`, ...keyReading(member), none };
  } else if (edge.parent_refers !== member.key) {
    const own = member.source.table.name;
    join.push({ table: own, alias: 'upline', on: { [edge.parent_refers]: `edge.${edge.parent}` } });
    columns['recruiter_id'] = { column: `upline.${member.key}`, ...keyReading(member), none };
  } else columns['recruiter_id'] = { column: `edge.${edge.parent}`, ...keyReading(member), none };
  if (edge.bound_at !== null) columns['bound_at'] = { column: `edge.${edge.bound_at}` };
}

const linkKinds = ['phone', 'id_number', 'payment', 'device'] as const;

/**
 * Contacts that tie accounts together, by kind; each raw column once. The recruiter's phone is
 * no contact of the member: it would make one person of everybody with the same recruiter.
 */
function contactLinks(
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
  uplines: ReadonlySet<string | undefined>,
): (readonly [kind: string, raw: string])[] {
  const used = new Set<string>();
  for (const column of source.table.columns) {
    if (uplines.has(column.name) || namesUpline(column, source)) used.add(column.name);
  }
  return linkKinds.flatMap((kind) => {
    const best = candidatesFor('account_link', kind, source, profiles).find(
      ({ raw, score }) => !used.has(raw) && score >= 0.55,
    );
    if (best === undefined) return [];
    used.add(best.raw);
    return [[kind, best.raw] as const];
  });
}

function namesUpline(column: RawColumn, { strip }: SurveyedTable): boolean {
  return (['sponsor', 'placement', 'neutral'] as const).some(
    (tree) => matchColumn(column, recruiterTerms[tree], strip).score >= 0.65,
  );
}

function traceMember(
  tracer: Tracer,
  member: MemberBase,
  chosen: ReadonlyMap<string, Candidate>,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  { relation, chain }: OtherUpline,
  trees: Trees,
): void {
  const all = new Map(chosen);
  if (relation !== null) {
    const raw = `${relation.source.table.name}.${relation.parent}`;
    all.set('recruiter_id', { raw, score: Math.min(1, relation.score), reasons: relation.reasons });
  } else if (chain !== null) {
    all.set('recruiter_id', { raw: chain.column, score: 0.8, reasons: chain.reasons });
  }
  const others = trees.set_aside.map(({ column, reason }) => ({
    raw: column,
    score: 0.4,
    reasons: [reason],
  }));
  const withAside = new Map(candidates).set('recruiter_id', others);
  traceAssignment(tracer, 'member', member.source.table.name, all, withAside);
}

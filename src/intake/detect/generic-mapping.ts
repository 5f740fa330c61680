import type { Localised } from '../../model/localised.ts';
import type { Assumption } from '../../model/snapshot.ts';
import type { TableName } from '../../model/tables.ts';
import { assignRoles, sameShape } from './assign-roles.ts';
import type { AssignedRole } from './assign-roles.ts';
import { declaredKey } from './assign-columns.ts';
import type { Draft } from './draft.ts';
import { draftMember } from './draft-member.ts';
import type { MemberDraft } from './draft-member.ts';
import { draftRole } from './draft-role.ts';
import type { Targets } from './draft-role.ts';
import { flatOrderLines } from './flat-order.ts';
import { commissionRows } from './ledger.ts';
import { orderPayments, paysOrders } from './order-payments.ts';
import { feeOnMemberTable } from './sheet-fee.ts';
import { memberNames } from './member-names.ts';
import { rankMemberTables } from './member-table.ts';
import { referencesOf } from './recruiter.ts';
import type { Target } from './resolve-reference.ts';
import { rolesOf } from './score-role.ts';
import { skipReason } from './skip-reason.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { rounded } from './trace.ts';
import type { Tracer } from './trace.ts';

export interface GenericMapping {
  readonly drafts: readonly Draft[];
  readonly assumptions: readonly Assumption[];
  readonly skipped: ReadonlyMap<string, Localised>;
  readonly member: MemberDraft | null;
}

/** What is mapped already, by an adapter, and shall not be mapped again. */
export interface Served {
  readonly tables: ReadonlySet<TableName>;
  readonly raw: ReadonlySet<string>;
}

/** Finds a mapping for software nobody has seen, or for what an adapter leaves over. */
export async function genericMapping(
  survey: Survey,
  served: Served,
  tracer: Tracer,
): Promise<GenericMapping> {
  const drafts: Draft[] = [];
  const used = new Set(served.raw);
  const members = served.tables.has('member') ? null : await findMembers(survey, used, tracer);
  for (const one of members?.drafts ?? []) {
    drafts.push(...one.drafts.filter(({ mapping }) => !served.tables.has(mapping.table)));
    used.add(one.target.source.table.name);
    if (one.relation !== null) used.add(one.relation.source.table.name);
  }
  const member = members?.drafts[0] ?? null;
  if (member !== null) survey.learnt.memberNames = memberNames(member.target);
  const roles = await assignRoles(survey, used, served.tables);
  const targets = await findTargets(survey, roles.assigned, member);
  const skipped = new Map<string, Localised>();
  for (const { table, source, score } of roles.assigned) {
    if (table === 'commission' && score.vague && (await commissionRows(source)) === null) {
      skipped.set(source.table.name, noCommission);
      continue;
    }
    if (table === 'fee' && score.vague && (await paysOrders(survey, source, roles.assigned))) {
      skipped.set(source.table.name, orderPayments);
      continue;
    }
    used.add(source.table.name);
    tracer.tables.push({
      raw_table: source.table.name,
      table,
      score: rounded(score.score),
      reasons: score.reasons,
    });
    const draft = await draftRole(survey, table, source, targets, tracer, score.vague);
    drafts.push(draft);
    if (table === 'order') {
      drafts.push(...(await flatOrderLines(source, draft, roles.assigned, tracer)));
    }
  }
  const paid = served.tables.has('fee') || drafts.some(({ mapping }) => mapping.table === 'fee');
  if (member !== null && !paid) drafts.push(...(await feeOnMemberTable(member)));
  for (const source of survey.tables) {
    const name = source.table.name;
    if (!used.has(name) && !skipped.has(name))
      skipped.set(name, skipReason(source, survey, roles.nearest.get(name)));
  }
  return { drafts, assumptions: member === null ? [] : assumed(member), skipped, member };
}

const noCommission: Localised = {
  en: 'a ledger in which no kind of entry is a commission',
  zh: '流水表，其中没有佣金类记录',
};

/** The member table and its shards. */
async function findMembers(
  survey: Survey,
  used: ReadonlySet<string>,
  tracer: Tracer,
): Promise<{ drafts: MemberDraft[] } | null> {
  const ranked = rankMemberTables(survey).filter(({ source }) => !used.has(source.table.name));
  for (const { source, score, reasons } of ranked.slice(0, 4)) {
    const [role] = await rolesOf(source);
    if (role !== undefined && role.name >= 0.9) continue;
    const first = await draftMember(survey, source, tracer);
    if (first === null) continue;
    const shards = ranked.filter(
      (other) =>
        other.source !== source &&
        sameShape(source, other.source) &&
        other.source.words.joined === source.words.joined,
    );
    const more: MemberDraft[] = [];
    for (const shard of shards) {
      const draft = await draftMember(survey, shard.source, tracer);
      if (draft !== null) more.push(draft);
    }
    for (const raw of [source, ...shards.map((one) => one.source)]) {
      tracer.tables.push({
        raw_table: raw.table.name,
        table: 'member',
        score: rounded(Math.min(1, score / 9)),
        reasons,
      });
    }
    return { drafts: [first, ...more] };
  }
  return null;
}

async function findTargets(
  survey: Survey,
  assigned: readonly AssignedRole[],
  member: MemberDraft | null,
): Promise<Targets> {
  const of = async (table: TableName): Promise<Target | undefined> => {
    const found = assigned.find((one) => one.table === table);
    return found === undefined ? undefined : targetOf(survey, found.source);
  };
  const [order, listing] = [await of('order'), await of('listing')];
  return {
    ...(member !== null && { member: member.target }),
    ...(order !== undefined && { order }),
    ...(listing !== undefined && { listing }),
  };
}

async function targetOf(survey: Survey, source: SurveyedTable): Promise<Target | undefined> {
  const key = declaredKey(source);
  if (key === null) return undefined;
  const references = await referencesOf(survey, source, key, await source.profiles());
  return { source, key, references };
}

/** Says aloud what was decided about the trees. */
function assumed(member: MemberDraft): Assumption[] {
  const { trees, relation, chain, target } = member;
  const table = target.source.table.name;
  const assumption = (subject: string, value: string, reason: Localised): Assumption => ({
    what: 'mapping',
    subject,
    value,
    reason,
  });
  const found: Assumption[] = [];
  if (relation !== null) {
    const raw = `${relation.source.table.name}.${relation.parent}`;
    found.push(assumption('member.recruiter_id', raw, join(relation.reasons)));
  } else if (chain !== null) {
    found.push(assumption('member.recruiter_id', `${table}.${chain.column}`, join(chain.reasons)));
  } else if (trees.sponsor !== null) {
    const { column, reasons } = trees.sponsor;
    found.push(assumption('member.recruiter_id', `${table}.${column}`, join(reasons)));
  }
  if (trees.placement !== null) {
    const { column, reasons } = trees.placement;
    found.push(assumption('member.placement_id', `${table}.${column}`, join(reasons)));
  }
  return found;
}

function join(reasons: readonly Localised[]): Localised {
  return {
    en: reasons.map((reason) => reason.en).join('; '),
    zh: reasons.map((reason) => reason.zh).join(';'),
  };
}

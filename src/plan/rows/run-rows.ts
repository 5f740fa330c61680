import { dayText } from '../../model/days.ts';
import type { PlanBase } from '../../model/plan.ts';
import type { TableName } from '../../model/tables.ts';
import { actKinds } from '../pay/plan-run.ts';
import type { PlanRun } from '../pay/plan-run.ts';
import { planRows } from './plan-rows.ts';
import type { Row } from './plan-rows.ts';

export type RowTables = Readonly<Partial<Record<TableName, readonly Row[]>>>;

/**
 * The columns a run has values for. Not among them, as no plan knows them: when a disclosure was
 * handed over, whose account it really is.
 */
export const columnsOfRuns = {
  platform: ['platform_id', 'name', 'direct_selling_licence'],
  plan: [
    'plan_id',
    'name',
    'enabled',
    'levels_paid',
    'join_condition',
    'join_price_minor',
    'self_rebate',
    'statement',
  ],
  plan_rule: [
    'rule_id',
    'plan_id',
    'base',
    'depth',
    'unlimited',
    'rate',
    'amount_minor',
    'tier',
    'qualification',
  ],
  member: [
    'member_no',
    'member_id',
    'recruiter_id',
    'recruiter_no',
    'joined_at',
    'bound_at',
    'tier',
    'is_promoter',
    'status',
  ],
  fee: [
    'fee_id',
    'member_id',
    'kind',
    'amount_minor',
    'paid_at',
    'refunded_minor',
    'tier',
    'order_id',
  ],
  order: [
    'order_id',
    'buyer_id',
    'promoter_id',
    'amount_minor',
    'paid_minor',
    'refunded_minor',
    'paid',
    'ordered_at',
    'paid_at',
    'status',
  ],
  commission: [
    'commission_id',
    'beneficiary_id',
    'amount_minor',
    'kind',
    'source_member_id',
    'order_id',
    'level',
    'status',
    'accrued_at',
  ],
} as const satisfies Partial<Record<TableName, readonly string[]>>;

/** A network under a plan as canonical tables: what an import of its records would give. */
export function runRows(run: PlanRun, paper: boolean): RowTables {
  const { plan, plan_rule, platform } = planRows(run.plan.plan);
  return {
    platform,
    ...(paper && { plan, plan_rule }),
    member: memberRows(run),
    fee: feeRows(run),
    order: orderRows(run),
    commission: commissionRows(run),
  };
}

export function memberId(member: number): string {
  return `M${member + 1}`;
}

export function customerId(customer: number): string {
  return `C${customer + 1}`;
}

/** Noon in China of the event's day, a second later for each event: the order stays visible. */
function instantOf({ events }: PlanRun, event: number): string {
  const second = event % 3_600;
  const clock = [4 + (Math.floor(event / 3_600) % 12), Math.floor(second / 60), second % 60];
  const time = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayText(events.of.day[event]!)} ${time}`;
}

function memberRows(run: PlanRun): Row[] {
  const { parent, place, rank, joinedBy } = run.members.of;
  const { plan } = run.plan;
  return Array.from({ length: run.members.length }, (_, member) => {
    const at = instantOf(run, joinedBy[member]!);
    const up = parent[member]!;
    const held = plan.ranks[rank[member]!];
    return {
      member_no: member,
      member_id: memberId(member),
      recruiter_id: up < 0 ? null : memberId(up),
      recruiter_no: up < 0 ? null : up,
      ...(plan.placement && placementOf(place[member]!)),
      joined_at: at,
      bound_at: up < 0 ? null : at,
      tier: held?.id ?? null,
      is_promoter: held?.recruits ?? false,
      status: held === undefined ? 'closed' : 'active',
    };
  });
}

function placementOf(above: number): Row {
  const none = above < 0;
  return { placement_id: none ? null : memberId(above), placement_no: none ? null : above };
}

function feeRows(run: PlanRun): Row[] {
  const { event, payer, rankBefore, rank, product, amount, refunded } = run.acts.of;
  return acts(run, 'paid').map((act) => ({
    fee_id: `F${act + 1}`,
    member_id: memberId(payer[act]!),
    kind: rankBefore[act]! >= 0 ? 'upgrade' : product[act]! < 0 ? 'entry' : 'purchase_to_join',
    amount_minor: amount[act]!,
    paid_at: instantOf(run, event[act]!),
    refunded_minor: refunded[act]!,
    tier: run.plan.plan.ranks[rank[act]!]?.id ?? null,
    // Goods bought for a rank are paid by the order that follows.
    order_id: product[act]! < 0 ? null : `O${act + 2}`,
  }));
}

function orderRows(run: PlanRun): Row[] {
  const { event, payer, seller, customer, amount, refunded } = run.acts.of;
  const { parent } = run.members.of;
  return acts(run, 'sale').map((act) => {
    const buyer = payer[act]!;
    const promoter = buyer < 0 ? seller[act]! : parent[buyer]!;
    const at = instantOf(run, event[act]!);
    return {
      order_id: `O${act + 1}`,
      buyer_id: buyer < 0 ? customerId(customer[act]!) : memberId(buyer),
      promoter_id: promoter < 0 ? null : memberId(promoter),
      amount_minor: amount[act]!,
      paid_minor: amount[act]!,
      refunded_minor: refunded[act]!,
      paid: true,
      ordered_at: at,
      paid_at: at,
      status: refunded[act]! > 0 ? 'refunded' : 'paid',
    };
  });
}

const kinds: Readonly<Record<PlanBase, string>> = {
  headcount: 'recruit',
  entry_fee: 'entry_fee',
  own_sale: 'own_sale',
  downline_sale: 'downline_sale',
  level_difference: 'level_difference',
};

function commissionRows(run: PlanRun): Row[] {
  const { event, act, rule, beneficiary, source, level, amount, reversed } = run.ledger.of;
  return Array.from({ length: run.ledger.length }, (_, row) => {
    const base = run.plan.plan.rules[rule[row]!]?.base;
    const paidFor = act[row]!;
    const isSale = paidFor >= 0 && actKinds[run.acts.of.kind[paidFor]!] === 'sale';
    return {
      commission_id: `L${row + 1}`,
      beneficiary_id: memberId(beneficiary[row]!),
      amount_minor: amount[row]!,
      kind: base === undefined ? 'bonus' : kinds[base],
      source_member_id: source[row]! < 0 ? null : memberId(source[row]!),
      order_id: isSale ? `O${paidFor + 1}` : null,
      level: paidFor < 0 ? null : level[row]!,
      status: reversed[row] === 1 ? 'reversed' : 'accrued',
      accrued_at: instantOf(run, event[row]!),
    };
  });
}

function acts(run: PlanRun, wanted: (typeof actKinds)[number]): number[] {
  const place = actKinds.indexOf(wanted);
  const all = Array.from({ length: run.acts.length }, (_, act) => act);
  return all.filter((act) => run.acts.of.kind[act] === place);
}

import type { Plan, PlanCondition, PlanMeasure, PlanRule, RankWay } from '../../model/plan.ts';

/** A plan with its names turned into numbers: what the pay engine runs on. */
export interface CompiledPlan {
  readonly plan: Plan;
  readonly halfUp: boolean;
  readonly ranks: readonly CompiledRank[];
  readonly products: readonly { readonly price: number; readonly margin: number }[];
  readonly counters: readonly Counter[];
  /** Rules that pay at once, and those that wait for the month's end, by kind of act. */
  readonly atOnce: Readonly<Record<ActKind, readonly CompiledRule[]>>;
  readonly monthly: Readonly<Record<ActKind, readonly CompiledRule[]>>;
  /** How many rules have a cap a month. */
  readonly monthCaps: number;
  readonly usesTeamSales: boolean;
}

/** What rules are paid for: a rank entered, money paid to enter it, a sale. */
export type ActKind = 'entered' | 'paid' | 'sale';

/** A number kept for each member: how many of its recruits or team reached a rank. */
export interface Counter {
  readonly kind: 'recruits' | 'team';
  readonly of: number;
}

export interface CompiledCondition {
  readonly measure: PlanMeasure;
  readonly atLeast: number;
  /** Index among the counters; -1 for money and customers. */
  readonly counter: number;
}

export interface CompiledWay {
  readonly way: RankWay;
  readonly product: number;
  readonly conditions: readonly CompiledCondition[];
  /** Comes by itself once its conditions are met. */
  readonly automatic: boolean;
}

export interface CompiledRank {
  readonly recruits: boolean;
  readonly ways: readonly CompiledWay[];
  readonly automatic: boolean;
}

export interface CompiledRule {
  /** Place among the plan's rules. */
  readonly index: number;
  readonly rule: PlanRule;
  readonly first: number;
  /** Infinity without end. */
  readonly last: number;
  /** One figure, or one a depth; by rank for level differences. */
  readonly figures: Float64Array;
  readonly ranks: Uint8Array | null;
  readonly payerRanks: Uint8Array | null;
  readonly products: Uint8Array | null;
  readonly conditions: readonly CompiledCondition[];
  readonly monthCap: number;
}

export function compilePlan(plan: Plan): CompiledPlan {
  const names = {
    ranks: new Map(plan.ranks.map(({ id }, i) => [id, i])),
    products: new Map(plan.products.map(({ id }, i) => [id, i])),
  };
  const counters: Counter[] = [];
  const conditionsOf = (list: readonly PlanCondition[]): CompiledCondition[] =>
    list.map(({ measure, at_least, of }) => ({
      measure,
      atLeast: at_least,
      counter: counterFor(counters, measure, of === null ? 0 : (names.ranks.get(of) ?? 0)),
    }));
  const ranks = plan.ranks.map(({ recruits, ways }): CompiledRank => {
    const compiled = ways.map((way): CompiledWay => ({
      way,
      product: way.buys === null ? -1 : (names.products.get(way.buys.product) ?? -1),
      conditions: conditionsOf(way.conditions),
      automatic: way.fee === null && way.buys === null && way.by === null,
    }));
    return { recruits, ways: compiled, automatic: compiled.some((way) => way.automatic) };
  });
  let monthCaps = 0;
  const rules = plan.rules.map((rule, index): CompiledRule => ({
    index,
    rule,
    first: rule.depth_first,
    last: rule.depth_last ?? Number.POSITIVE_INFINITY,
    figures: figuresOf(rule, names.ranks),
    ranks: maskOf(rule.ranks, names.ranks),
    payerRanks: maskOf(rule.payer_ranks, names.ranks),
    products: maskOf(rule.products, names.products),
    conditions: conditionsOf(rule.conditions),
    monthCap: rule.cap?.per === 'month' ? monthCaps++ : -1,
  }));
  const waits = ({ conditions }: CompiledRule): boolean =>
    conditions.some(({ measure }) => measure.startsWith('month_'));
  const asking = [...plan.rules, ...plan.ranks.flatMap((rank) => rank.ways)];
  const asked = new Set(asking.flatMap((one) => one.conditions.map(({ measure }) => measure)));
  return {
    plan,
    halfUp: plan.rounding === 'half_up',
    ranks,
    products: plan.products.map(({ price_minor, cost_minor }) => ({
      price: price_minor,
      margin: price_minor - (cost_minor ?? price_minor),
    })),
    counters,
    atOnce: byKind(rules.filter((rule) => !waits(rule))),
    monthly: byKind(rules.filter(waits)),
    monthCaps,
    usesTeamSales: asked.has('team_sales') || asked.has('month_team_sales'),
  };
}

function counterFor(counters: Counter[], measure: PlanMeasure, of: number): number {
  if (measure !== 'recruits' && measure !== 'team') return -1;
  const at = counters.findIndex((one) => one.kind === measure && one.of === of);
  return at >= 0 ? at : counters.push({ kind: measure, of }) - 1;
}

function figuresOf({ pay }: PlanRule, ranks: ReadonlyMap<string, number>): Float64Array {
  if (pay.kind === 'rate') return Float64Array.from(pay.ppm);
  if (pay.kind === 'amount') return Float64Array.from(pay.minor);
  const figures = new Float64Array(ranks.size);
  for (const { rank, ppm } of pay.ppm) figures[ranks.get(rank) ?? 0] = ppm;
  return figures;
}

function maskOf(
  ids: readonly string[] | null,
  places: ReadonlyMap<string, number>,
): Uint8Array | null {
  if (ids === null) return null;
  const mask = new Uint8Array(places.size);
  for (const id of ids) mask[places.get(id) ?? 0] = 1;
  return mask;
}

function byKind(rules: readonly CompiledRule[]): Record<ActKind, readonly CompiledRule[]> {
  const kindOf = ({ rule }: CompiledRule): ActKind =>
    rule.base === 'headcount' ? 'entered' : rule.base === 'entry_fee' ? 'paid' : 'sale';
  return {
    entered: rules.filter((rule) => kindOf(rule) === 'entered'),
    paid: rules.filter((rule) => kindOf(rule) === 'paid'),
    sale: rules.filter((rule) => kindOf(rule) === 'sale'),
  };
}

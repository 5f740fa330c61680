import type { Localised } from '../../model/localised.ts';
import { planBases, PPM } from '../../model/plan.ts';
import type { PlanRule, RankRate, RulePay } from '../../model/plan.ts';
import type { Row } from './plan-rows.ts';
import { conditionsIn } from './qualification-text.ts';

/** Takes note of what is not known. */
export type Unknown = (text: Localised, values?: Readonly<Record<string, unknown>>) => void;

/** One rule for each row; differences of level together make one. */
export function rulesFromRows(
  rows: readonly Row[],
  rankOf: ReadonlyMap<string, string>,
  say: Unknown,
): PlanRule[] {
  const steps = rows.filter(({ base }) => base === 'level_difference');
  const others = rows.filter(({ base }) => base !== 'level_difference');
  const rules = others.flatMap((row, i) => ruleFrom(row, `rule-${i + 1}`, rankOf, say) ?? []);
  const step = differenceFrom(steps, rankOf, say);
  return step === null ? rules : [...rules, step];
}

function ruleFrom(
  row: Row,
  id: string,
  rankOf: ReadonlyMap<string, string>,
  say: Unknown,
): PlanRule | null {
  const rule = String(row['rule_id'] ?? id);
  const base = planBases.find((one) => one === row['base']);
  if (base === undefined) return left(say, texts.base, { rule, seen: row['base'] ?? 'NULL' });
  const { depth, rate, amount_minor: minor, unlimited } = row;
  if (typeof depth !== 'number') return left(say, texts.depth, { rule });
  if (base === 'own_sale' && (depth > 1 || unlimited === true)) {
    return left(say, texts.own_sale, { rule, depth });
  }
  const ppm = ppmOf(rate);
  const isRate = typeof rate === 'number' && base !== 'headcount';
  if (isRate && ppm === null) return left(say, texts.rate, { rule, rate });
  if (!isRate && typeof minor !== 'number') return left(say, texts.pay, { rule });
  if (isRate && typeof minor === 'number') say(texts.both, { rule, minor });
  const pay: RulePay =
    isRate && ppm !== null
      ? { kind: 'rate', ppm: [ppm] }
      : { kind: 'amount', minor: [Number(minor)] };
  return ruleWith(row, id, rule, rankOf, say, { base, pay, first: depth });
}

/** Says why a rule is not there. */
function left(say: Unknown, ...why: Parameters<Unknown>): null {
  say(...why);
  return null;
}

function differenceFrom(
  rows: readonly Row[],
  rankOf: ReadonlyMap<string, string>,
  say: Unknown,
): PlanRule | null {
  const [row] = rows;
  if (row === undefined) return null;
  const rates: RankRate[] = [];
  for (const { tier, rate, rule_id } of rows) {
    const rank = typeof tier === 'string' ? rankOf.get(tier) : undefined;
    const ppm = ppmOf(rate);
    const known = rates.find((one) => one.rank === rank);
    if (rank === undefined || ppm === null || (known && known.ppm !== ppm)) {
      say(texts.step, { rule: rule_id ?? '-' });
    } else if (known === undefined) rates.push({ rank, ppm });
  }
  const depths = rows.flatMap(({ depth }) => (typeof depth === 'number' ? [depth] : []));
  if (rates.length === 0 || depths.length === 0) return null;
  const endless = rows.some(({ unlimited }) => unlimited === true);
  const pay: RulePay = { kind: 'by_rank', ppm: rates };
  const last = endless ? null : Math.max(...depths);
  const first = Math.min(...depths);
  const rule = ruleWith(row, 'level-difference', String(row['rule_id']), rankOf, say, {
    base: 'level_difference',
    pay,
    first,
  });
  return { ...rule, depth_last: last, ranks: null };
}

function ruleWith(
  { tier, qualification, unlimited }: Row,
  id: string,
  rule: string,
  rankOf: ReadonlyMap<string, string>,
  say: Unknown,
  { base, pay, first }: Pick<PlanRule, 'base' | 'pay'> & { readonly first: number },
): PlanRule {
  const asked = typeof qualification === 'string' ? qualification : null;
  const conditions = conditionsIn(asked, new Set(rankOf.values()));
  if (conditions === null) say(texts.qualification, { rule, asked });
  const rank = typeof tier === 'string' ? rankOf.get(tier) : undefined;
  return {
    id,
    title: null,
    base,
    tree: 'sponsor',
    depth_first: first,
    depth_last: unlimited === true ? null : first,
    pay,
    of: 'price',
    buyers: 'everyone',
    products: null,
    ranks: rank === undefined ? null : [rank],
    payer_ranks: null,
    conditions: conditions ?? [],
    compressed: false,
    cap: null,
  };
}

/** A share of 0 to 1 in parts of a million; null where it is none, or finer than that. */
function ppmOf(rate: Row[string] | undefined): number | null {
  if (typeof rate !== 'number' || rate < 0 || rate > 1) return null;
  const ppm = Math.round(rate * PPM);
  return Math.abs(rate * PPM - ppm) < 1e-6 ? ppm : null;
}

const texts = {
  base: {
    en: 'Rule {rule} pays from {seen}, which the language has no word for; left out.',
    zh: '规则 {rule} 的计酬依据为 {seen}，无法写入；已略去。',
  },
  depth: {
    en: 'Rule {rule} does not say how deep it pays; left out.',
    zh: '规则 {rule} 未写层级距离；已略去。',
  },
  own_sale: {
    en: 'Rule {rule} pays own sales at depth {depth}, which is nobody; left out.',
    zh: '规则 {rule} 对第 {depth} 层按自销计酬，无对应对象；已略去。',
  },
  rate: {
    en: 'Rule {rule} has the rate {rate}, which is no share between 0 and 1; left out.',
    zh: '规则 {rule} 的比例 {rate} 不在 0 至 1 之间或过细；已略去。',
  },
  pay: {
    en: 'Rule {rule} says neither rate nor amount; left out.',
    zh: '规则 {rule} 未写比例或定额；已略去。',
  },
  both: {
    en: 'Rule {rule} says a rate and an amount of {minor}; the rate is kept.',
    zh: '规则 {rule} 同时写有比例与定额 {minor}；只录比例。',
  },
  step: {
    en: 'A difference of level, {rule}, has no rank, no rate, or two rates; left out.',
    zh: '级差规则 {rule} 缺等级、缺比例或比例不一；已略去。',
  },
  qualification: {
    en: 'Rule {rule} has a condition in words, "{asked}"; taken as none.',
    zh: '规则 {rule} 的受益条件为文字“{asked}”；按无条件处理。',
  },
} as const satisfies Record<string, Localised>;

import { sha256 } from '../../evidence/digest.ts';
import type { Assumptions } from '../../model/assumptions.ts';
import { limits } from '../../model/limits.ts';
import { PPM } from '../../model/plan.ts';
import type { Plan } from '../../model/plan.ts';
import { reporterFor } from '../../packs/diagnostic.ts';
import type { Diagnostic } from '../../packs/diagnostic.ts';
import { keyAt, nodeAt, parseYaml, spanOf } from '../../packs/yaml-shape.ts';
import type { Yaml } from '../../packs/yaml-shape.ts';
import { checkName, unused } from '../language/check-name.ts';
import { inWordsOfPlans } from '../language/in-words-of-plans.ts';
import { assumptionsFile } from './assumptions-file.ts';
import type { AssumptionsFile } from './assumptions-file.ts';
import { defaultAssumptions, waysIn } from './default-assumptions.ts';

export interface ParsedAssumptions {
  /** null where anything is wrong. */
  readonly assumptions: Assumptions | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of assumptions about one plan, read strictly: every mistake with its place. */
export function parseAssumptions(source: string, file: string, plan: Plan): ParsedAssumptions {
  const diagnostics: Diagnostic[] = [];
  const report = inWordsOfPlans(
    reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics),
  );
  const failed = { assumptions: null, diagnostics };
  if (Buffer.byteLength(source) > limits.plan_bytes_max) {
    report('plan.too_large', { limit: limits.plan_bytes_max, example: 'plans/' }, 0);
    return failed;
  }
  const yaml = parseYaml(source, 0, report);
  const read = yaml && assumptionsFile(yaml, yaml.document.contents, null);
  if (!yaml || !read) return failed;
  check(yaml, read, plan);
  if (diagnostics.length > 0) return failed;
  const assumptions = assumptionsFrom(read, plan);
  if (assumptions === null) {
    report('plan.nobody_recruits', { path: plan.id }, ...spanOf(yaml, nodeAt(yaml, ['join'])));
  }
  return { assumptions, diagnostics };
}

function check(yaml: Yaml, read: AssumptionsFile, plan: Plan): void {
  const names = {
    ranks: plan.ranks.map(({ id }) => id),
    products: plan.products.map(({ id }) => id),
  };
  const { at_start, recruiting, join, purchases } = read;
  const wayIn = (path: (string | number)[], rank: string, way: number | undefined): void => {
    checkName(yaml, [...path, 'rank'], 'ranks', rank, names);
    const ways = waysIn(plan, rank);
    if (!names.ranks.includes(rank)) return;
    if (way === undefined ? ways.length > 0 : ways.includes(way - 1)) return;
    const known = ways.map((one) => one + 1).join(', ') || '-';
    const at = spanOf(yaml, nodeAt(yaml, [...path, way === undefined ? 'rank' : 'way']));
    yaml.report('plan.no_way_in', { rank, ways: known }, ...at);
  };
  if (at_start?.rank !== undefined) wayIn(['at_start'], at_start.rank, at_start.way);
  else if (at_start?.way !== undefined) unused(yaml, ['at_start', 'way'], 'way', 'rank');
  for (const [i, { rank, way }] of (join ?? []).entries()) wayIn(['join', i], rank, way);
  const sum = (join ?? []).reduce((total, { share }) => total + share, 0);
  if (join !== undefined && sum !== PPM) {
    const at = spanOf(yaml, keyAt(yaml, ['join']));
    yaml.report('plan.shares_sum', { sum: `${sum / 10_000}%` }, ...at);
  }
  if (purchases?.product !== undefined) {
    checkName(yaml, ['purchases', 'product'], 'products', purchases.product, names);
  }
  const kAry = recruiting?.who === 'k_ary';
  if (recruiting?.width !== undefined && !kAry) {
    unused(yaml, ['recruiting', 'width'], 'width', 'who: k_ary');
  }
  if (kAry && recruiting.width === undefined) {
    const at = spanOf(yaml, keyAt(yaml, ['recruiting', 'who']));
    yaml.report('plan.missing_key', { key: 'width' }, ...at);
  }
}

function assumptionsFrom(read: AssumptionsFile, plan: Plan): Assumptions | null {
  const firstWay = (rank: string): number => waysIn(plan, rank)[0] ?? 0;
  const joins = read.join?.map(({ rank, way, share }) => ({
    rank,
    way: way === undefined ? firstWay(rank) : way - 1,
    share_ppm: share,
  }));
  const supposed = defaultAssumptions(plan, joins);
  if (supposed === null) return null;
  const { at_start, recruiting, purchases } = read;
  const top = at_start?.rank;
  const start =
    top === undefined
      ? supposed.starters
      : { rank: top, way: at_start?.way === undefined ? firstWay(top) : at_start.way - 1 };
  return {
    ...supposed,
    population: read.population ?? supposed.population,
    start: read.start ?? supposed.start,
    starters: { ...start, count: at_start?.count ?? supposed.starters.count },
    recruiting: {
      who: recruiting?.who ?? supposed.recruiting.who,
      width: recruiting?.width ?? null,
      per_month_ppm: recruiting?.per_month ?? supposed.recruiting.per_month_ppm,
    },
    purchases: {
      product: purchases?.product ?? supposed.purchases.product,
      own_ppm: purchases?.own ?? supposed.purchases.own_ppm,
      customers_ppm: purchases?.customers ?? supposed.purchases.customers_ppm,
    },
    stops_ppm: read.stops ?? supposed.stops_ppm,
    rises_ppm: read.rises ?? supposed.rises_ppm,
    withdraws_ppm: read.withdraws ?? supposed.withdraws_ppm,
    returns_ppm: read.returns ?? supposed.returns_ppm,
    refund_after_days: read.refund_after_days ?? supposed.refund_after_days,
    payout_delay_days: read.payout_delay_days ?? supposed.payout_delay_days,
    months: read.months ?? supposed.months,
    runs: read.runs ?? supposed.runs,
    seed: read.seed ?? supposed.seed,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { defaultAssumptions } from '../../../src/plan/simulate/default-assumptions.ts';
import { parseAssumptions } from '../../../src/plan/simulate/parse-assumptions.ts';
import { root } from '../../tidy/repository.ts';

function known(name: string): Plan {
  const file = join(root, 'plans', `${name}.yaml`);
  return parsePlan(readFileSync(file, 'utf8'), file).plan!;
}

const huasheng = known('huasheng-2017');
const schema = 'schema: polyprism.assumptions/1\n';

/** 'line:column code', in order. */
function wrong(text: string, plan = huasheng): string[] {
  const { assumptions, diagnostics } = parseAssumptions(schema + text, 'a.yaml', plan);
  expect(assumptions === null).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
}

describe('assumptions', () => {
  it('are read exactly', () => {
    const text = `population: 5000
start: 2026-01-31
at_start: {count: 2, rank: operator}
recruiting: {who: k_ary, width: 3, per_month: 0.25}
join:
  - {rank: super, share: 80%}
  - {rank: member, way: 1, share: 20%}
purchases: {product: goods, own: 1, customers: 2.5}
stops: 7.5%
rises: 1%
withdraws: 0%
returns: 3%
refund_after_days: 10
payout_delay_days: 0
months: 36
runs: 20
seed: 4294967295
`;
    expect(parseAssumptions(schema + text, 'a.yaml', huasheng)).toEqual({
      diagnostics: [],
      assumptions: {
        schema: 'polyprism.assumptions/1',
        population: 5_000,
        start: '2026-01-31',
        starters: { count: 2, rank: 'operator', way: 0 },
        recruiting: { who: 'k_ary', width: 3, per_month_ppm: 250_000 },
        joins: [
          { rank: 'super', way: 0, share_ppm: 800_000 },
          { rank: 'member', way: 0, share_ppm: 200_000 },
        ],
        purchases: { product: 'goods', own_ppm: 1_000_000, customers_ppm: 2_500_000 },
        stops_ppm: 75_000,
        rises_ppm: 10_000,
        withdraws_ppm: 0,
        returns_ppm: 30_000,
        refund_after_days: 10,
        payout_delay_days: 0,
        months: 36,
        runs: 20,
        seed: 4_294_967_295,
      },
    });
  });

  it('are the default where nothing is said: the cheapest way that lets recruit', () => {
    const { assumptions } = parseAssumptions(schema, 'a.yaml', huasheng);
    expect(assumptions).toEqual(defaultAssumptions(huasheng));
    expect(assumptions?.joins).toEqual([{ rank: 'super', way: 0, share_ppm: 1_000_000 }]);
    expect(defaultAssumptions(known('jicunxi'))?.joins[0]?.rank).toBe('rank-1');
    expect(defaultAssumptions(known('forsage-matrix'))?.purchases.product).toBeNull();
  });

  it.each([
    ['speed: 3', ['2:1 plan.unknown_key']],
    ['population: 1', ['2:13 plan.wrong_value']],
    ['stops: 0.5', ['2:8 plan.wrong_value']],
    ['start: 2026-02-30', ['2:8 plan.bad_date']],
    ['recruiting: {per_month: 0.33333}', ['2:25 plan.wrong_value']],
    ['recruiting: {who: luck}', ['2:19 plan.wrong_value']],
    ['recruiting: {width: 3}', ['2:14 plan.key_unused']],
    ['recruiting: {who: k_ary}', ['2:14 plan.missing_key']],
    ['at_start: {way: 1}', ['2:12 plan.key_unused']],
    ['at_start: {rank: boss}', ['2:18 plan.unknown_rank']],
    ['at_start: {rank: super, way: 2}', ['2:30 plan.no_way_in']],
    ['join: [{rank: super, share: 60%}, {rank: member, share: 41%}]', ['2:1 plan.shares_sum']],
    ['join: [{rank: super}]', ['2:8 plan.missing_key']],
    ['join: [{rank: chief, share: 100%}]', ['2:15 plan.unknown_rank']],
    ['purchases: {product: rice}', ['2:22 plan.unknown_product']],
    ['refund_after_days: 0', ['2:20 plan.wrong_value']],
    ['seed: 4294967296', ['2:7 plan.wrong_value']],
    ['stops: [', ['3:1 plan.yaml']],
  ])('%s is told with its place', (text, codes) => {
    expect(wrong(`${text}\n`)).toEqual(codes);
  });

  it('need a way in without conditions', () => {
    const climbing = parsePlan(
      `schema: polyprism.plan/1
id: climbing
title: {zh: 试, en: Test}
currency: CNY
ranks: [{id: guest, recruits: false}, {id: star, enter: [{fee: 9, if: {team: 1}}]}]
rules: [{id: fee, base: entry_fee, rate: 1%}]
`,
      'plan.yaml',
    ).plan!;
    expect(defaultAssumptions(climbing)).toBeNull();
    expect(wrong('', climbing)).toEqual(['1:1 plan.nobody_recruits']);
    expect(wrong('join: [{rank: star, share: 100%}]\n', climbing)).toEqual(['2:15 plan.no_way_in']);
    expect(wrong('join: [{rank: guest, share: 100%}]\n', climbing)).toEqual([]);
  });

  it.each([
    ['population', limits.simulation_population_max],
    ['months', limits.simulation_months_max],
    ['runs', limits.simulation_runs_max],
  ])('%s are limited', (key, limit) => {
    expect(wrong(`${key}: ${limit - 1}\n`)).toEqual([]);
    expect(wrong(`${key}: ${limit}\n`)).toEqual([]);
    expect(wrong(`${key}: ${limit + 1}\n`)).toHaveLength(1);
  });

  it('are no longer than a plan may be', () => {
    const of = (bytes: number): string => `#${'x'.repeat(bytes - schema.length - 2)}\n`;
    expect(wrong(of(limits.plan_bytes_max - 1))).toEqual([]);
    expect(wrong(of(limits.plan_bytes_max))).toEqual([]);
    expect(wrong(of(limits.plan_bytes_max + 1))).toEqual(['1:1 plan.too_large']);
  });
});

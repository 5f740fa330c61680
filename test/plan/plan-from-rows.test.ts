import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { printPlan } from '../../src/plan/language/print-plan.ts';
import { planFromRows } from '../../src/plan/rows/plan-from-rows.ts';
import { planRows } from '../../src/plan/rows/plan-rows.ts';
import type { Row } from '../../src/plan/rows/plan-rows.ts';
import { root } from '../tidy/repository.ts';

/** As the CRMEB adapter imports a shop with the defaults and a bounty of 5 yuan a head. */
const crmeb = {
  plan_id: 'crmeb',
  name: 'CRMEB 分销',
  enabled: true,
  levels_paid: 2,
  join_condition: 'spend_threshold',
  join_price_minor: 39_900,
  self_rebate: false,
  statement: 'store_brokerage_ratio = 10',
};
const rules: readonly Row[] = [
  { rule_id: 'crmeb:1', base: 'headcount', depth: 1, amount_minor: 500 },
  { rule_id: 'crmeb:2', base: 'downline_sale', depth: 1, rate: 0.1 },
  { rule_id: 'crmeb:3', base: 'downline_sale', depth: 2, rate: 0.05, tier: '金牌' },
];

function unknownIn(plan: object, some: readonly Row[]): string[] {
  const read = planFromRows({ ...crmeb, ...plan }, some, 'CNY');
  return read.unknown.map(({ en }) => en);
}

describe('a plan out of canonical rows', () => {
  it('says what the configuration says, and what it does not', () => {
    const { plan, unknown } = planFromRows(crmeb, rules, 'CNY');
    expect(plan.ranks.map(({ id, ways }) => [id, ways[0]?.conditions[0]?.at_least])).toEqual([
      ['guest', undefined],
      ['promoter', 39_900],
      ['tier-1', 39_900],
    ]);
    expect(
      plan.rules.map(({ base, depth_first, pay, ranks }) => [base, depth_first, pay, ranks]),
    ).toEqual([
      ['headcount', 1, { kind: 'amount', minor: [500] }, null],
      ['downline_sale', 1, { kind: 'rate', ppm: [100_000] }, null],
      ['downline_sale', 2, { kind: 'rate', ppm: [50_000] }, ['tier-1']],
    ]);
    expect(unknown.map(({ en }) => en)).toEqual([
      'How rank 金牌 is reached is not known; taken as by what joining takes.',
      'The rows hold no prices; goods are taken to cost 100.',
    ]);
    expect(parsePlan(printPlan(plan), 'p').diagnostics).toEqual([]);
  });

  it.each([
    ['no figures', {}, [{ ...rules[1], rate: null }], 'says neither rate nor amount'],
    ['no depth', {}, [{ ...rules[1], depth: null }], 'does not say how deep'],
    ['an unknown base', {}, [{ ...rules[1], base: 'other' }], 'no word for'],
    ['ten for ten per cent', {}, [{ ...rules[1], rate: 10 }], 'no share between 0 and 1'],
    ['words', {}, [{ ...rules[1], qualification: '推广员' }], 'a condition in words, "推广员"'],
    ['both', {}, [{ ...rules[1], amount_minor: 5 }], 'says a rate and an amount of 5'],
    ['an own sale from afar', {}, [{ ...rules[2], base: 'own_sale' }], 'which is nobody'],
    ['a plan switched off', { enabled: false }, rules, 'switched on: false'],
    ['no way in', { join_condition: null }, rules, 'right to recruit: NULL'],
    ['a fee of nothing known', { join_condition: 'fee', join_price_minor: null }, rules, 'is fee'],
    ['a rebate without a rule', { self_rebate: true }, rules, 'no rule says how much'],
    ['levels cut off', { levels_paid: 1 }, rules, 'Levels paid: 1'],
    ['a step of no rank', {}, [{ ...rules[1], base: 'level_difference' }], 'A difference of level'],
  ])('names what it cannot take over: %s', (_, plan, some, told) => {
    expect(unknownIn(plan, some).filter((text) => text.includes(told))).toHaveLength(1);
  });

  it('gives the rows it came from once it is rows again', () => {
    for (const file of readdirSync(join(root, 'plans'))) {
      const { plan } = parsePlan(readFileSync(join(root, 'plans', file), 'utf8'), file);
      const rows = planRows(plan!);
      const again = planRows(planFromRows(rows.plan[0]!, rows.plan_rule, plan!.currency).plan);
      const figures = (some: typeof rows.plan_rule): string[] =>
        some
          .filter((row) => !row['unlimited'] && Number(row['depth']) < 10)
          .map(({ base, depth, rate, amount_minor }) => [base, depth, rate, amount_minor].join());
      const seen = new Set(figures(again.plan_rule));
      for (const figure of figures(rows.plan_rule)) expect([...seen]).toContain(figure);
      expect(again.plan[0]?.['join_condition']).toBe(rows.plan[0]?.['join_condition']);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Assumptions } from '../../../src/model/assumptions.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { seeded } from '../../../src/model/random.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { defaultAssumptions } from '../../../src/plan/simulate/default-assumptions.ts';
import { resultOf } from '../../../src/plan/simulate/result-of.ts';
import { addRun, startStudy } from '../../../src/plan/simulate/study.ts';
import { slowTally } from '../../oracle/slow-tally.ts';
import { randomPlan } from '../random-plan.ts';

function planOf(text: string): Plan {
  const head = 'schema: polyprism.plan/1\nid: test\ntitle: {zh: 试, en: Test}\ncurrency: CNY\n';
  const { plan, diagnostics } = parsePlan(head + text, 'plan.yaml');
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
}

const quiet = { stops_ppm: 0, withdraws_ppm: 0, returns_ppm: 0, payout_delay_days: 0, months: 12 };

function simulated(plan: Plan, more: Partial<Assumptions>, month = 1): Simulation {
  const assumptions = { ...defaultAssumptions(plan)!, ...more };
  const study = startStudy(plan, assumptions, month);
  for (let run = 0; run < assumptions.runs; run++) addRun(study);
  return resultOf(study);
}

const binary: Partial<Assumptions> = {
  ...quiet,
  population: 7,
  recruiting: { who: 'k_ary', width: 2, per_month_ppm: 3_000_000 },
  runs: 3,
};

describe('a network counted by hand', () => {
  // 0 over 1 and 2, each over two more. Of each fee of 100: 40 to the recruiter, 10 above it.
  const { money, by_level, levels, tenths, crossings, outlook } = simulated(
    planOf(`
ranks: [{id: star, enter: [{fee: 100}]}]
rules: [{id: fee, base: entry_fee, depth: 1..2, rate: [40%, 10%]}]
`),
    binary,
  );

  it('takes in seven fees and pays six commissions of 40 and four of 10', () => {
    expect(money.cash_in_minor.q50).toBe(70_000);
    expect(money.commission_minor).toMatchObject({ n: 3, q05: 28_000, q95: 28_000 });
    expect(money.paid_out_minor.q50).toBe(28_000);
    expect(money.unpaid_minor.q95).toBe(0);
    expect(money.kept_minor.q50).toBe(42_000);
    expect(money.recruitment_share_low.q50).toBe(1);
    expect(money.recruitment_share_high.q50).toBe(1);
    expect(money.not_covered_day).toMatchObject({ n: 3, q05: null });
  });

  it('leaves the first 20 ahead and everybody else behind', () => {
    expect(levels).toEqual({ n: 3, q05: 3, q25: 3, q50: 3, q75: 3, q95: 3 });
    // 0: 2 x 40 + 4 x 10 - 100. 1 and 2: 2 x 40 - 100.
    expect(by_level.map((one) => [one.members.q50, one.loss_share.q50, one.net_minor.q50])).toEqual(
      [
        [1, 0, 2_000],
        [2, 1, -2_000],
        [4, 1, -10_000],
      ],
    );
    expect(tenths.map(({ loss_share }) => loss_share.n)).toEqual(Array(10).fill(0));
  });

  it('crosses three levels and no line of more people', () => {
    expect(crossings.map(({ line, runs_crossed }) => [line, runs_crossed])).toEqual([
      ['levels_3', 3],
      ['people_30_levels_3', 0],
      ['people_120', 0],
      ['paid_2500000_yuan', 0],
    ]);
  });

  it('has an outlook of those who joined in the first month', () => {
    expect(outlook.price_minor).toBe(10_000);
    expect(outlook.horizons.map(({ months }) => months)).toEqual([3, 6]);
    for (const { earned_back_share: back } of outlook.horizons) expect(back).toBe(0);
  });
});

describe('goods that buy a rank', () => {
  // Seven buy a set of 100; commission of 10 on each of six, and each buys nothing else.
  const text = (least: string): string => `
products: [{id: set, price: 100}]
ranks: [{id: star, enter: [{buy: set}]}]
rules: [{id: sale, base: downline_sale, rate: 10%}]
payout: {least: ${least}}
`;
  const still = { ...binary, purchases: { product: 'set', own_ppm: 0, customers_ppm: 0 } };

  it('count once as cash, as the cost of joining, and as recruitment', () => {
    const { money, by_level, outlook } = simulated(planOf(text('20')), still);
    expect(money.cash_in_minor.q50).toBe(70_000);
    expect(money.commission_minor.q50).toBe(6_000);
    expect(money.recruitment_share_low.q50).toBe(1);
    expect(outlook.price_minor).toBe(10_000);
    expect(by_level[2]!.net_with_purchases_minor.q50).toBe(-10_000);
  });

  it('pay out the least amount and nothing below it', () => {
    // Three members earn 20 each.
    const paid = (least: string) => simulated(planOf(text(least)), still).money;
    expect(paid('20').paid_out_minor.q50).toBe(6_000);
    expect(paid('20.01').paid_out_minor.q50).toBe(0);
    expect(paid('20.01').unpaid_minor.q50).toBe(6_000);
  });
});

describe('a fee given back', () => {
  it('has not been earned back', () => {
    const { outlook } = simulated(
      planOf(`
ranks: [{id: star, enter: [{fee: 100, refund_days: 30}]}]
rules: [{id: fee, base: entry_fee, rate: 10%}]
`),
      { ...binary, withdraws_ppm: 1_000_000 },
    );
    const [after] = outlook.horizons;
    expect(after!.people).toBeGreaterThan(0);
    expect(after!.net_minor.q50).toBe(0);
    expect(after!.earned_back_share).toBe(0);
  });
});

describe('lines', () => {
  it('are crossed on the day that brings it over, and the yuan line by yuan alone', () => {
    const dear = (currency: string): Plan => ({
      ...planOf(`
ranks: [{id: star, enter: [{fee: 1000000}]}]
rules: [{id: fee, base: entry_fee, rate: 1%}]
`),
      currency,
    });
    const many: Partial<Assumptions> = { ...binary, population: 120 };
    const { crossings } = simulated(dear('CNY'), many);
    expect(crossings.map(({ runs_crossed }) => runs_crossed)).toEqual([3, 3, 3, 3]);
    const [levels, people, all, paid] = crossings.map(({ day }) => day.q50!);
    // Three pay the third million before a third level is needed; thirty come before the 120.
    expect(paid).toBeLessThanOrEqual(levels!);
    expect(levels).toBeLessThanOrEqual(people!);
    expect(people).toBeLessThanOrEqual(all!);
    const fewer = simulated(dear('USD'), { ...many, population: 119 }).crossings;
    expect(fewer.map(({ line, runs_crossed }) => [line, runs_crossed])).toEqual([
      ['levels_3', 3],
      ['people_30_levels_3', 3],
      ['people_120', 0],
    ]);
    const under = simulated(dear('USD'), { ...many, population: 29 }).crossings;
    expect(under.map(({ runs_crossed }) => runs_crossed)).toEqual([3, 0, 0]);
  });
});

describe('a plan in which nothing but new fees pays', () => {
  // In a random recursive tree a member has fewer than k recruits with chance 1 - 2^-k; it needs
  // k of them to have its fee back at a k-th of it each.
  it.each([
    ['100%', 1],
    ['50%', 2],
    ['25%', 4],
  ])('at %s of the fee loses all but 2^-%i', (rate, k) => {
    const { tenths, by_level, members } = simulated(
      planOf(`
ranks: [{id: star, enter: [{fee: 100}]}]
rules: [{id: fee, base: entry_fee, rate: ${rate}}]
`),
      {
        ...quiet,
        population: 400,
        recruiting: { who: 'uniform', width: null, per_month_ppm: 3_000_000 },
        months: 24,
        runs: 60,
      },
    );
    expect(members.q05).toBe(400);
    const mean = tenths.reduce((sum, { loss_share }) => sum + loss_share.q50!, 0) / 10;
    expect(Math.abs(mean - (1 - 2 ** -k))).toBeLessThan(0.03);
    expect(tenths[9]!.loss_share.q50).toBeGreaterThan(tenths[0]!.loss_share.q50!);
    expect(by_level[0]!.loss_share.q50).toBe(0);
  });
});

describe('money of random plans', () => {
  it('is what adding it up again gives, and none is lost', () => {
    let refunds = 0;
    let owedBack = 0;
    let played = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const plan = randomPlan(random);
      const supposed = defaultAssumptions(plan);
      if (supposed === null) continue;
      played++;
      const assumptions: Assumptions = {
        ...supposed,
        population: 40,
        recruiting: { ...supposed.recruiting, per_month_ppm: 1_500_000 },
        rises_ppm: 200_000,
        withdraws_ppm: 200_000,
        returns_ppm: 200_000,
        payout_delay_days: random.below(3) * 15,
        refund_after_days: 1 + random.below(40),
        months: 6,
        seed,
      };
      const study = startStudy(plan, assumptions, 3);
      addRun(study);
      addRun(study);
      const { tally } = study;
      const slow = slowTally(tally.run, tally.delay_days, 6);
      const { joinCost, own, received } = tally.members.of;
      const count = tally.run.members.length;
      const one = study.observed[1]!;
      const fast = {
        unpaid: one.unpaid,
        owedBack: one.owedBack,
        cashIn: tally.cashIn,
        joinPaid: tally.joinPaid,
        commission: tally.commission,
        paidOut: tally.paidOut,
        received: Array.from(received.slice(0, count)),
        joinCost: Array.from(joinCost.slice(0, count)),
        own: Array.from(own.slice(0, count)),
      };
      expect(fast, `seed ${seed}`).toEqual(slow);
      const kept = one.cashIn - one.commission;
      expect(slow.paidOut + slow.unpaid - slow.owedBack + kept).toBe(slow.cashIn);
      const { acts } = tally.run;
      refunds += acts.of.refunded.slice(0, acts.length).filter((minor) => minor > 0).length;
      owedBack += slow.owedBack;
    }
    expect(played).toBeGreaterThan(75);
    expect(refunds).toBeGreaterThan(100);
    expect(owedBack).toBeGreaterThan(0);
  });
});

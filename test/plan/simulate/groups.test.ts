import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { defaultAssumptions } from '../../../src/plan/simulate/default-assumptions.ts';
import { resultOf } from '../../../src/plan/simulate/result-of.ts';
import { addRun, startStudy } from '../../../src/plan/simulate/study.ts';

const { plan } = parsePlan(
  `schema: polyprism.plan/1
id: chain
title: {zh: 试, en: Test}
currency: CNY
ranks: [{id: member, enter: [{fee: 1}]}]
rules: [{id: fee, base: entry_fee, rate: 100%}]
`,
  'plan.yaml',
);

/** A chain: each under the one before. */
function chain(members: number) {
  const study = startStudy(
    plan!,
    {
      ...defaultAssumptions(plan!)!,
      population: members,
      recruiting: { who: 'k_ary', width: 1, per_month_ppm: 100_000_000 },
      stops_ppm: 0,
      withdraws_ppm: 0,
      payout_delay_days: 0,
      months: 3,
    },
    1,
  );
  addRun(study);
  return resultOf(study);
}

const limit = limits.simulation_groups_max;

describe('levels of a chain', () => {
  it.each([limit - 1, limit, limit + 1])('of %i members', (members) => {
    const { by_level, levels } = chain(members);
    expect(levels.q50).toBe(members);
    expect(by_level).toHaveLength(Math.min(members, limit));
    const last = by_level.at(-1)!;
    expect(last.members.q50).toBe(members > limit ? 2 : 1);
    // Everybody has the fee back from the next; only the last does not.
    expect(last.loss_share.q50).toBe(members > limit ? 0.5 : 1);
    expect(by_level[0]!.loss_share.q50).toBe(0);
  });

  it('are tenths of those who joined, as equal as can be', () => {
    const tenths = (members: number) => chain(members).tenths.map(({ loss_share }) => loss_share);
    expect(tenths(9).map(({ n }) => n)).toEqual(Array(10).fill(0));
    // Of eleven the first tenth has two, and the last member alone has lost.
    expect(tenths(11).map(({ q50 }) => q50)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    // Of twenty-five the last tenth has two: members 23 and 24, counted from 0.
    expect(tenths(25).map(({ q50 }) => q50)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]);
  });
});

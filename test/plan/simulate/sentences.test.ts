import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { defaultAssumptions } from '../../../src/plan/simulate/default-assumptions.ts';
import { resultOf } from '../../../src/plan/simulate/result-of.ts';
import { addRun, startStudy } from '../../../src/plan/simulate/study.ts';
import { outOf100 } from '../../../src/report/simulation/figures.ts';
import { outlookLines } from '../../../src/report/simulation/outlook-lines.ts';
import { simulationTexts } from '../../../src/report/texts-simulation.ts';

describe('shares as people say them', () => {
  it.each([
    [0, 'None of 100', '每 100 人中 0'],
    [0.004, 'Fewer than 1 of 100', '每 100 人中不足 1'],
    [0.005, 'About 1 of 100', '每 100 人中约 1'],
    [0.874, 'About 87 of 100', '每 100 人中约 87'],
    [0.996, 'More than 99 of 100', '每 100 人中超过 99'],
    [1, 'All of 100', '每 100 人中 100'],
  ])('%d', (share, en, zh) => {
    expect(outOf100(share)).toEqual({ en, zh });
  });
});

describe('the outlook', () => {
  const { plan } = parsePlan(
    `schema: polyprism.plan/1
id: chain
title: {zh: 试, en: Test}
currency: CNY
products: [{id: tea, price: 30}]
ranks: [{id: star, title: {zh: 星级, en: star}, enter: [{fee: 100}]}]
rules: [{id: fee, base: entry_fee, rate: 60%}]
`,
    'plan.yaml',
  );
  const told = (month: number, months = 13) => {
    const study = startStudy(
      plan!,
      {
        ...defaultAssumptions(plan!)!,
        population: 5,
        recruiting: { who: 'k_ary', width: 2, per_month_ppm: 100_000_000 },
        purchases: { product: 'tea', own_ppm: 0, customers_ppm: 0 },
        stops_ppm: 0,
        withdraws_ppm: 0,
        payout_delay_days: 0,
        months,
      },
      month,
    );
    for (let run = 0; run < 5; run++) addRun(study);
    return outlookLines(resultOf(study));
  };

  it('says in plain sentences what came of those who joined, the first member left out', () => {
    // Of four newcomers in each of five runs one has two recruits: 2 x 60 - 100.
    const { basis, parts } = told(1);
    expect(basis).toEqual({
      en: '20 people in 5 runs who joined in month 1 as star, for CNY 100.00.',
      zh: '依据：5 次推演中第 1 个月以“星级”加入的 20 人，费用 100.00 元。',
    });
    expect(parts.map(({ heading }) => heading.en)).toEqual([
      'After 3 more months',
      'After 6 more months',
      'After 12 more months',
    ]);
    expect(parts[2]!.lines.map(({ en }) => en)).toEqual([
      'About 25 of 100 people have received at least what joining cost them.',
      'Money received less the cost of joining: half of the people have CNY -100.00 or less. ' +
        'Leaving out the lowest and the highest quarter, it lies between CNY -100.00 and ' +
        'CNY -100.00.',
      'Counting goods bought for own use as spent: half of the people have CNY -100.00 or less; ' +
        'the middle half lies between CNY -100.00 and CNY -100.00.',
      'About 75 of 100 people have brought nobody in.',
    ]);
    expect(parts[2]!.lines[0]!.zh).toBe('每 100 人中约 25 人收到的钱不低于加入费用。');
  });

  it('says so where nobody joined, or no time is left to look at', () => {
    expect(told(2)).toEqual({
      basis: {
        en: 'Nobody joined in month 2 in any run.',
        zh: '各次推演中，第 2 个月均无人加入。',
      },
      parts: [],
    });
    expect(told(2, 4).basis.zh).toBe('推演时间不足，未及第 2 个月之后 3 个月。');
  });

  it('gives no advice and no name of an offence', () => {
    const words = Object.values(simulationTexts).flatMap(({ en, zh }) => [en, zh]);
    const loaded = /pyramid|ponzi|scam|fraud|should|recommend|传销|骗|庞氏|应当|建议您|不要/i;
    expect(words.filter((text) => loaded.test(text))).toEqual([]);
  });
});

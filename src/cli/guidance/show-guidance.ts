import type { BarometerReading, Movement } from '../../guidance/barometer.ts';
import type { RiskTier, TieredSubject } from '../../guidance/risk-tiers.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { grouped } from '../../report/show.ts';
import type { Language } from '../language.ts';

const tiers: Readonly<Record<RiskTier, Localised>> = {
  high: { zh: '高', en: 'high' },
  raised: { zh: '较高', en: 'raised' },
  usual: { zh: '一般', en: 'usual' },
  low: { zh: '低', en: 'low' },
  untold: { zh: '无法判断', en: 'cannot tell' },
};

const movements: Readonly<Record<Movement, Localised>> = {
  rose: { zh: '上升', en: 'rose' },
  fell: { zh: '下降', en: 'fell' },
  no_clear_change: { zh: '没有明显变化', en: 'no clear change' },
  cannot_tell: { zh: '无法判断', en: 'cannot tell' },
};

const texts = {
  zh: {
    tier: '风险等级{tier}：{count} 户（抽取权重 {weight}）',
    reading: '{title}：近三个月与上年同期相比，{movement}',
    ratio: '{title}：近三个月为上年同期的 {ratio} 倍（{low} 至 {high}），{movement}',
  },
  en: {
    tier: 'Tier {tier}: {count} operator(s), weight {weight} in a draw',
    reading: '{title}: three months beside the year before, {movement}',
    ratio: '{title}: three months are {ratio} times the year before ({low} to {high}), {movement}',
  },
} as const;

/** How many operators each tier has, the heaviest first. */
export function showTiers(list: readonly TieredSubject[], lang: Language): string {
  const groups = [...Map.groupBy(list, ({ tier }) => tier)];
  return groups
    .map(([tier, ones]) =>
      fill(texts[lang].tier, {
        tier: tiers[tier][lang],
        count: grouped(ones.length),
        weight: ones[0]?.weight,
      }),
    )
    .join('\n');
}

export function showReading({ title, quarter }: BarometerReading, lang: Language): string {
  const movement = movements[quarter.movement][lang];
  const { ratio, low, high } = quarter.ratio ?? { ratio: null, low: 0, high: null };
  const values = { title: title[lang], movement, low: low.toFixed(2) };
  if (ratio === null || high === null) return fill(texts[lang].reading, values);
  return fill(texts[lang].ratio, { ...values, ratio: ratio.toFixed(2), high: high.toFixed(2) });
}

import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import type { FineRange, TwoLaws } from '../model/provision.ts';
import { grouped } from './show.ts';

const act: Localised = {
  en: 'Law of the day of the act (in force since {from}): {fine}.',
  zh: '行为时的规定（{from} 起施行）：{fine}。',
};
const none: Localised = {
  en: 'On {day} no such provision was in force any more: the law of that day finds no breach.',
  zh: '{day} 已无此规定：按该日的法律不构成违反。',
};
const decision: Readonly<Record<TwoLaws['decision']['verdict'], Localised>> = {
  breach: {
    en: 'Law of {day} (in force since {from}): a breach too; {fine}.',
    zh: '{day} 的规定（{from} 起施行）：同样不符合；{fine}。',
  },
  no_breach: {
    en: 'Law of {day} (in force since {from}): no breach.',
    zh: '{day} 的规定（{from} 起施行）：不构成违反。',
  },
  cannot_tell: {
    en: 'Law of {day} (in force since {from}): the data cannot tell.',
    zh: '{day} 的规定（{from} 起施行）：依现有数据无法判断。',
  },
};
const milder: Readonly<Record<'act' | 'decision' | 'same' | 'unknown', Localised>> = {
  act: { en: 'Milder: the law of the day of the act.', zh: '较轻者：行为时的规定。' },
  decision: { en: 'Milder: the later law.', zh: '较轻者：新规定。' },
  same: { en: 'Both ranges are equal.', zh: '两者幅度相同。' },
  unknown: { en: 'Which is milder remains to be established.', zh: '孰轻须另行查明。' },
};
const ranges = {
  unstated: { en: 'no range of fine stated', zh: '未载明罚款幅度' },
  up_to: { en: 'fine up to {currency} {max}', zh: '罚款 {max} {unit}以下' },
  at_least: { en: 'fine of {currency} {min} or more', zh: '罚款 {min} {unit}以上' },
  between: {
    en: 'fine of {currency} {min} to {max}',
    zh: '罚款 {min} {unit}以上 {max} {unit}以下',
  },
} as const satisfies Record<string, Localised>;

/** What a finding says of the two laws that may apply to it, in both languages. */
export function twoLawsSentence(laws: TwoLaws): Localised {
  const { version_in_force: from, day, verdict } = laws.decision;
  const parts: [Localised, Readonly<Record<string, Localised | string>>][] = [
    [act, { from: laws.act.version_in_force, fine: rangeOf(laws.act.fine, laws.currency) }],
    from === null
      ? [none, { day }]
      : [decision[verdict], { day, from, fine: rangeOf(laws.decision.fine, laws.currency) }],
    [milder[laws.milder ?? 'unknown'], {}],
  ];
  const say = (lang: keyof Localised): string[] =>
    parts.map(([text, values]) => {
      const own = Object.entries(values).map(([name, value]) => {
        return [name, typeof value === 'string' ? value : value[lang]];
      });
      return fill(text[lang], Object.fromEntries(own));
    });
  return { en: say('en').join(' '), zh: say('zh').join('') };
}

function rangeOf(range: FineRange | null, currency: string): Localised {
  if (range === null) return ranges.unstated;
  const { min, max } = range;
  const form = max === null ? ranges.at_least : min === 0 ? ranges.up_to : ranges.between;
  const unit = currency === 'CNY' ? '元' : currency;
  const values = { currency, unit, min: grouped(min), max: grouped(max ?? '') };
  return { en: fill(form.en, values), zh: fill(form.zh, values) };
}

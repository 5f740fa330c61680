import type { Localised } from '../model/localised.ts';

/** Sentences about the law of the act and that of the decision; part of `texts`. */
export const lawTexts = {
  law_of_act: {
    en: 'Law of the day of the act (in force since {from}): {fine}.',
    zh: '行为时的规定（{from} 起施行）：{fine}。',
  },
  law_repealed: {
    en: 'On {day} no such provision was in force any more: the law of that day finds no breach.',
    zh: '{day} 已无此规定：按该日的法律不构成违反。',
  },
  law_later_breach: {
    en: 'Law of {day} (in force since {from}): a breach too{acts}; {fine}.',
    zh: '{day} 的规定（{from} 起施行）：同样不符合{acts}；{fine}。',
  },
  law_later_acts: {
    en: ' (acts it finds: {later}; acts the law of their day finds: {acts})',
    zh: '（按该规定 {later} 项行为，按行为时的规定 {acts} 项行为）',
  },
  law_later_acts_undecided: {
    en: ' (acts it finds: {later}, of others the data cannot tell; the law of their day: {acts})',
    zh: '（按该规定 {later} 项行为，另有依现有数据无法判断的；按行为时的规定 {acts} 项行为）',
  },
  law_later_no_breach: {
    en: 'Law of {day} (in force since {from}): no breach.',
    zh: '{day} 的规定（{from} 起施行）：不构成违反。',
  },
  law_later_cannot_tell: {
    en: 'Law of {day} (in force since {from}): the data cannot tell.',
    zh: '{day} 的规定（{from} 起施行）：依现有数据无法判断。',
  },
  milder_act: {
    en: 'Milder: the law of the day of the act.',
    zh: '较轻者：行为时的规定。',
  },
  milder_decision: { en: 'Milder: the later law.', zh: '较轻者：新规定。' },
  milder_same: { en: 'Both ranges are equal.', zh: '两者幅度相同。' },
  milder_unknown: {
    en: 'Which is milder remains to be established.',
    zh: '孰轻须另行查明。',
  },
  fine_unstated: { en: 'no range of fine stated', zh: '未载明罚款幅度' },
  fine_up_to: { en: 'fine up to {max}', zh: '罚款 {max}以下' },
  fine_at_least: { en: 'fine of {min} or more', zh: '罚款 {min}以上' },
  fine_between: { en: 'fine of {min} to {max}', zh: '罚款 {min}以上 {max}以下' },
} as const satisfies Record<string, Localised>;

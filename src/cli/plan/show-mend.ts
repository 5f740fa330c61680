import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { moneyIn } from '../../model/money-text.ts';
import type { Provision } from '../../model/provision.ts';
import { editTexts } from '../../plan/mend/edit-texts.ts';
import type { MendedPlan, PlanMend } from '../../plan/mend/mend-plan.ts';
import type { MoneyEffect } from '../../plan/mend/money-effect.ts';
import type { Language } from '../language.ts';

interface Shown {
  readonly lang: Language;
  readonly out?: string;
}

/** What clears each provision, the whole mended plan change by change, what it costs whom. */
export function showMend(
  { before, mendings, mended }: PlanMend,
  effect: MoneyEffect | null,
  text: string | null,
  { lang, out }: Shown,
): string {
  const { plan } = before;
  if (mendings.length === 0) return `${plan.title[lang]}\n\n${texts.nothing[lang]}\n`;
  const each = mendings.flatMap(({ provision, edits }) => [
    nameOf(provision, lang),
    ...(edits === null
      ? [`    ${texts.none[lang]}`]
      : edits.map((edit) => `    + ${editTexts[edit][lang]}`)),
  ]);
  const lines = [plan.title[lang], '', texts.each[lang], ...each, ''];
  if (mended === null) return `${[...lines, texts.no_whole[lang]].join('\n')}\n`;
  const told = effect === null ? [texts.no_effect[lang]] : showEffect(effect, plan, lang);
  const end = out === undefined ? [texts.text[lang], '', text ?? ''] : [];
  return `${[...lines, ...showMended(mended, lang), '', ...told, ...end].join('\n')}\n`;
}

function showMended({ edits, clears, lint }: MendedPlan, lang: Language): string[] {
  const { members, events, networks } = lint.searched;
  const changes = edits.flatMap((edit) => [
    `+ ${editTexts[edit][lang]}`,
    ...(clears.get(edit) ?? []).map((one) => `    ${texts.without[lang]}${nameOf(one, lang)}`),
  ]);
  const values = { members, events, networks, grown: lint.grown_members };
  const open = lint.tests.filter(({ verdict }) => verdict === 'cannot_tell');
  const still = open.map(({ provision }) => `    ${nameOf(provision, lang)}`);
  return [
    texts.whole[lang],
    ...changes,
    fill(texts.proven[lang], values),
    ...(open.length > 0 ? [texts.open[lang], ...still] : []),
  ];
}

function showEffect(
  { assumptions, before, after }: MoneyEffect,
  plan: PlanMend['before']['plan'],
  lang: Language,
): string[] {
  const amount = (minor: number | null): string =>
    minor === null ? texts.unknown[lang] : moneyIn(plan.currency)(minor)[lang];
  const { runs, population, months, seed } = assumptions;
  const tenths = before.tenths.map(({ tenth, net_minor }) =>
    fill(texts.tenth[lang], {
      tenth,
      before: amount(net_minor.q50),
      after: amount(after.tenths.find((one) => one.tenth === tenth)?.net_minor.q50 ?? null),
    }),
  );
  const sums = (['cash_in_minor', 'commission_minor'] as const).map((key) =>
    fill(texts[key][lang], {
      before: amount(before.money[key].q50),
      after: amount(after.money[key].q50),
    }),
  );
  const head = fill(texts.effect[lang], { runs, people: population, months, seed });
  const idle = after.money.commission_minor.q95 === 0 ? [texts.idle[lang]] : [];
  return [head, ...[...sums, ...tenths].map((line) => `    ${line}`), ...idle, ''];
}

function nameOf({ id, title }: Provision, lang: Language): string {
  return `${title[lang]} [${id}]`;
}

const texts = {
  nothing: {
    en: 'The plan meets nothing that was looked for; nothing has to be changed.',
    zh: '所查情形均未出现，无须改动。',
  },
  each: { en: 'What clears each by itself:', zh: '逐条消除所需的最小改动：' },
  none: {
    en: 'No set of the changes tried clears it: it does not hang on what they change.',
    zh: '所试改动的任何组合均不能消除：该情形不取决于这些改动所及之处。',
  },
  no_whole: {
    en: 'No one set of changes clears all that can be cleared.',
    zh: '没有一组改动能将可消除者一并消除。',
  },
  whole: { en: 'What clears all that can be cleared:', zh: '一并消除所需的最小改动：' },
  without: { en: 'without it again: ', zh: '如不改，仍出现：' },
  proven: {
    en:
      'Looked at after the changes: all {networks} networks of up to {members} members and ' +
      '{events} events, and stars, two tiers and chains of up to {grown} members.',
    zh:
      '改动后的检查范围：会员不超过 {members} 名、事件不超过 {events} 项的全部 {networks} 种网络，' +
      '以及至多 {grown} 名会员的星形、两层和链形网络。',
  },
  open: {
    en: 'Could not be told, before or after:',
    zh: '改动前后均无法判断：',
  },
  effect: {
    en:
      'Money before → after, medians over {runs} runs of {people} people and {months} months ' +
      '(default assumptions, seed {seed}):',
    zh: '金额影响（改动前 → 改动后，按默认假设推演 {runs} 次、{people} 人、{months} 个月，种子 {seed}，取中位数）：',
  },
  cash_in_minor: { en: 'cash taken in: {before} → {after}', zh: '收入现金：{before} → {after}' },
  commission_minor: { en: 'commission: {before} → {after}', zh: '支出报酬：{before} → {after}' },
  tenth: {
    en: 'tenth {tenth} to join, net of fees: {before} → {after}',
    zh: '按加入先后第 {tenth} 个十分之一，所得减缴费：{before} → {after}',
  },
  idle: {
    en: 'After the changes nobody is paid anything: what paid before is gone, or nothing is sold.',
    zh: '改动后无人取得报酬：原计酬来源已去除，或方案并无商品销售。',
  },
  unknown: { en: 'none', zh: '无' },
  no_effect: {
    en: 'No simulation: no rank that may recruit can be entered.',
    zh: '未推演：没有可加入且可发展他人的等级。',
  },
  text: { en: 'The mended plan:', zh: '改后方案：' },
} as const satisfies Record<string, Localised>;

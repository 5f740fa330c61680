import { outcomeText } from '../../evidence/verify/outcome-text.ts';
import type { Outcome } from '../../evidence/verify/outcome.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { promise_titles, state_words } from '../../evidence/verify/promise-texts.ts';

/** One line for each promise, then what came of it. */
export function outcomesText(outcomes: readonly Outcome[], lang: Language): string {
  const lines = outcomes.map((one) => {
    const [open, close] = lang === 'zh' ? ['：', ''] : [': ', ''];
    const why = whyOf(one, lang);
    const state = state_words[one.state][lang];
    return `${marks[one.state]} ${promise_titles[one.promise][lang]}${open}${state}${why}${close}`;
  });
  return `${lines.join('\n')}\n\n${conclusionOf(outcomes, lang)}\n`;
}

/** Kept promises that were kept are 0; a broken one is 1; one that cannot be told 3. */
export function outcomesCode(outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ state }) => state === 'broken')) return exitCode.breaches;
  return outcomes.some(({ state }) => state === 'untold')
    ? exitCode.could_not_check
    : exitCode.clean;
}

/** How a promise stands, in one sign. */
export const marks = { kept: '✓', broken: '✗', untold: '?', not_made: '-' } as const;

const asking = {
  en: { keys: ' with --keys', tsa: ' with --tsa' },
  zh: { keys: '用 --keys ', tsa: '用 --tsa ' },
} as const;

function whyOf(outcome: Outcome, lang: Language): string {
  const text = outcomeText(outcome, lang, asking[lang]);
  return text === '' ? '' : lang === 'zh' ? `（${text}）` : ` (${text})`;
}

function conclusionOf(outcomes: readonly Outcome[], lang: Language): string {
  const zh = lang === 'zh';
  const code = outcomesCode(outcomes);
  if (code === exitCode.breaches)
    return zh
      ? '有承诺不成立：请勿采信本证据包。'
      : 'A promise is broken: do not rely on this bag.';
  const limit = zh
    ? '以上不能说明原始文件在提取时真实、完整。'
    : 'This does not say that the raw files were true or complete when they were taken in.';
  if (code === exitCode.could_not_check)
    return zh
      ? `没有不成立的承诺，但有事项无法判断。${limit}`
      : `Nothing is broken, but something cannot be told. ${limit}`;
  return zh ? `所有承诺均成立。${limit}` : `Every promise made is kept. ${limit}`;
}

import type {
  TermCondition,
  TermEntry,
  TermException,
  TermLanguage,
  TermList,
} from '../../src/model/terms.ts';
import { makeScreener } from '../../src/text/screener.ts';
import { screen } from '../../src/text/screen.ts';
import type { TermHit } from '../../src/text/screen.ts';

export function entry(term: string, more: Partial<TermEntry> = {}): TermEntry {
  const lang: TermLanguage = more.lang ?? (/[a-z]/i.test(term) ? 'en' : 'zh');
  return {
    term,
    lang,
    group: null,
    variants: [],
    homophones: [],
    inside: [],
    word_boundary: lang === 'en',
    needs: [],
    note: null,
    ...more,
  };
}

export function condition(
  place: TermCondition['place'],
  any: readonly string[],
  more: Partial<TermCondition> = {},
): TermCondition {
  return { place, any, within: 8, reach: 'clause', but_not: [], ...more };
}

export function exception(id: string, ...when: TermCondition[]): TermException {
  return { id, title: { zh: id, en: id }, cite: 'ours', groups: null, when };
}

export function list(
  entries: readonly (TermEntry | string)[],
  exceptions: readonly TermException[] = [],
  id = 'sample',
): TermList {
  return {
    id,
    title: { zh: '样例', en: 'sample' },
    cite: 'art. 1',
    category: 'sample',
    role: 'claim',
    within_s: null,
    entries: entries.map((one) => (typeof one === 'string' ? entry(one) : one)),
    exceptions,
  };
}

/** Hits as 'found@starts', with the exception that applies behind a slash. */
export function told(text: string, ...lists: readonly TermList[]): string[] {
  return screen(text, makeScreener(lists)).hits.map(showHit);
}

export function showHit({ found, starts, exception }: TermHit): string {
  return `${found}@${starts}${exception === null ? '' : `/${exception}`}`;
}

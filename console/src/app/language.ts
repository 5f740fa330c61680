import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Localised } from '../../../src/model/localised.ts';
import { sayIn } from '../text/words.ts';
import type { Language, Say, Wording, Words } from '../text/words.ts';
import { stored } from './stored.ts';

/** The language chosen; at first that of the browser. */
export const language = stored<Language>(
  'polyprism.language',
  ['zh', 'en'],
  () => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en'),
  (value) => (document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en'),
);

/** Each in its own name. */
export const languages: readonly { readonly value: Language; readonly name: string }[] = [
  { value: 'zh', name: '简体中文' },
  { value: 'en', name: 'English' },
];

export function useLanguage(): Language {
  return useSyncExternalStore(language.subscribe, language.get);
}

/** Words of a page in the language chosen: `const say = useWords(matterWords)`. */
export function useWords<Z extends Readonly<Record<string, Wording>>>(both: Words<Z>): Say<Z> {
  const chosen = useLanguage();
  return useMemo(() => sayIn(both, chosen), [both, chosen]);
}

/** Texts that come in both languages from the server or from a list. */
export function useLocalised(): (text: Localised) => string {
  const chosen = useLanguage();
  return useCallback((text) => text[chosen], [chosen]);
}

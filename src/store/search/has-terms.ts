import { terms_max } from './search-matters.ts';
import { chars_max, runs, words } from './words.ts';

/**
 * Whether all terms of a question occur in texts, as `searchMatters` finds them: for those who see
 * only some of a matter's events.
 */
export function hasTerms(texts: readonly string[], question: string): boolean {
  const terms = runs(question).slice(0, terms_max);
  const found = texts.map((text) => new Map(words(text).map((word) => [word.place, word.text])));
  return (
    terms.length > 0 &&
    terms.every(({ chars, spaced }) =>
      found.some((places) => {
        if (spaced || chars.length === 1) {
          const begin = chars.slice(0, chars_max).join('');
          return [...places.values()].some((word) => word.startsWith(begin));
        }
        const pairs = chars.slice(0, -1).map((char, i) => char + (chars[i + 1] ?? ''));
        return [...places.keys()].some((at) =>
          pairs.every((pair, i) => places.get(at + i) === pair),
        );
      }),
    )
  );
}

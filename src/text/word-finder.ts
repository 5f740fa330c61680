import { expandTerm } from './expand-term.ts';
import { fold } from './fold.ts';
import type { Span } from './locate.ts';

/** Finds words in a folded text, each of the longer ones before those it holds. */
export type WordFinder = (folded: string) => Iterable<Span & { readonly word: string }>;

/**
 * Looks for any of these words, written as terms are. A word that begins or ends with a letter of
 * a spaced script is looked for as a whole word. `#` is a number. The pattern has no repetition
 * but of digits, so that it takes time linear in the text.
 */
export function wordFinder(words: readonly string[]): WordFinder {
  const sources = words
    .flatMap((word) => expandTerm(word) ?? [])
    .map(sourceOf)
    .filter((source) => source !== '');
  if (sources.length === 0) return () => [];
  const longestFirst = [...new Set(sources)].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'g');
  return (folded) => findAll(pattern, folded);
}

function* findAll(pattern: RegExp, folded: string): Iterable<Span & { readonly word: string }> {
  pattern.lastIndex = 0;
  for (;;) {
    const match = pattern.exec(folded);
    if (!match) return;
    const [word] = match;
    yield { starts: match.index, ends: match.index + word.length, word };
    pattern.lastIndex = match.index + 1;
  }
}

/** A word as a pattern: folded letters, numbers for `#`, ends of words where scripts have them. */
function sourceOf(word: string): string {
  const parts = word.split('#').map((part) => escapeSign(fold(part).text));
  const source = parts.map((part) => (part === '' ? '' : ` ?${part} ?`)).join('[0-9][0-9 ]*');
  const bare = source.replace(/^ \?/, '').replace(/ \?$/, '');
  if (bare === '') return '';
  const head = /^[a-z]/.test(bare) ? '(?<![a-z0-9])' : '';
  const tail = /[a-z]$/.test(bare) ? '(?![a-z0-9])' : '';
  return head + bare + tail;
}

function escapeSign(text: string): string {
  return text.replace(/[$%]/g, '\\$&');
}

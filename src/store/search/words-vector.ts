import { compareText } from '../../model/issue.ts';
import { words } from './words.ts';

/** PostgreSQL keeps places up to 16,383; what stands beyond is not searched for. */
const places_max = 16_000;
/** It keeps at most 256 places of one word. */
const places_of_word_max = 255;

/** Texts as the text of a `tsvector`, words with their places; empty where there are none. */
export function wordsVector(texts: readonly string[]): string {
  const places = new Map<string, number[]>();
  let offset = 0;
  for (const text of texts) {
    let last = 0;
    for (const word of words(text)) {
      last = word.place;
      if (offset + word.place > places_max) break;
      const known = places.get(word.text) ?? [];
      if (known.length < places_of_word_max) known.push(offset + word.place);
      places.set(word.text, known);
    }
    offset += last + 2;
  }
  return [...places]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([text, at]) => `${quoted(text)}:${at.join(',')}`)
    .join(' ');
}

/** A lexeme as PostgreSQL reads it. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

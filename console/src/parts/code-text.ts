import { columnCodeWords } from '../text/column-codes.ts';
import type { Language, Wording } from '../text/words.ts';

/** A value of a code column in words; itself where it has none. */
export function codeText(table: string, column: string, value: string, language: Language): string {
  const texts: Readonly<Record<string, Wording>> = columnCodeWords[language];
  const keys = [`code_${table}_${column}_${value}`, `code_${value}`];
  const key = keys.find((one) => Object.hasOwn(texts, one));
  const text = key === undefined ? value : texts[key];
  return typeof text === 'string' ? text : value;
}

import type { TableName } from '../../model/tables.ts';
import { terms } from './words.ts';
import type { Words } from './words.ts';

/** What a canonical column is called in the wild: English, Chinese and pinyin. */
export interface Synonyms {
  /** Names that say it. */
  readonly sure: readonly Words[];
  /** Names that may say it. */
  readonly maybe: readonly Words[];
  /** Words that say it is something else. */
  readonly never: readonly Words[];
}

export type TableSynonyms = Readonly<Record<string, Synonyms>>;
export type SynonymTables = Readonly<Partial<Record<TableName, TableSynonyms>>>;

export function called(sure: string, maybe = '', never = ''): Synonyms {
  return { sure: terms(sure), maybe: terms(maybe), never: terms(never) };
}

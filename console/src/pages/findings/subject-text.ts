import { isTableName, shapeOf } from '../../../../src/model/tables.ts';
import type { Language } from '../../text/words.ts';

/** A kind of subject in few words: '商品' or 'after sale'; the whole data set has the page's own. */
export function kindText(table: string, language: Language, data_set: string): string {
  if (table === 'data_set') return data_set;
  // What a table is stands before the first comma; what follows says more of it.
  return language === 'zh' && isTableName(table)
    ? shapeOf(table).doc.zh.replace(/，.*$/, '')
    : table.replaceAll('_', ' ');
}

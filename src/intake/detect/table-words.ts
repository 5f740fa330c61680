import { fillers } from './roles.ts';
import type { DetectTable } from './staged.ts';
import { toWords, wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** The prefix more than half of the tables share, with its underscore: 'eb_'; '' for none. */
export function majorityPrefix(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const prefix = /^([a-z0-9]{1,12}_)(?=.)/i.exec(name)?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return names.length > 2 && count * 2 > names.length ? prefix : '';
}

/** A table's name as words: prefix, file ending, shard number and filler words off. */
export function tableWords(name: string, prefix: string): Words {
  const path = name.split(/[/\\]/).at(-1) ?? name;
  const bare = (prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path)
    .replace(/\.(csv|tsv|txt|xlsx?|json|ndjson|parquet|sql|gz|zip)$/gi, '')
    .replace(/^(?!sys_)[a-z]{1,3}\d?_(?=[a-z]{3})/i, '');
  const all = toWords(bare.replace(/(.{2})(表|信息表|数据|导出|列表)$/u, '$1')).tokens;
  const kept = all.filter((token) => !fillers.has(token) && !/^\d+$/.test(token));
  const tokens = kept.length > 0 ? kept : all;
  return wordsOf(tokens);
}

/** Prefixes that column names of a table carry for nothing: its own name, a shared beginning. */
export function columnPrefixes(table: DetectTable, words: Words): string[][] {
  const names = table.columns.map((column) => toWords(column.name).tokens);
  const counts = new Map<string, number>();
  for (const tokens of names) {
    const first = tokens[0];
    if (first !== undefined && tokens.length > 1) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, n]) => n >= 4 && n * 10 >= names.length * 6);
  const last = words.tokens.at(-1);
  return [
    ...shared.map(([token]) => [token]),
    ...(words.tokens.length > 0 ? [[...words.tokens]] : []),
    ...(last !== undefined && words.tokens.length > 1 ? [[last]] : []),
    ...['f', 'c', 'fld', 'col', 'n', 's', 'd', 'dt', 'str', 'lineitem'].map((token) => [token]),
  ];
}

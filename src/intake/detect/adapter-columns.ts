import type { ColumnMapping, TableMapping } from '../mapping.ts';

/** Columns of its own raw table that an entry reads: values, lookups and filters. */
export function rawColumnsOf(entry: TableMapping): string[] {
  const aliases = new Set((entry.join ?? []).map(({ alias }) => alias));
  const references = [
    ...Object.values(entry.columns).flatMap(referencesOf),
    ...(entry.join ?? []).flatMap(({ on }) => Object.values(on)),
    ...(entry.where ?? []).map(({ column }) => column),
  ];
  const own = references.filter((reference) => {
    const dot = reference.indexOf('.');
    return dot < 0 || !aliases.has(reference.slice(0, dot));
  });
  return [...new Set(own)];
}

/** Every column or `alias.column` a column mapping reads. */
export function referencesOf({ column, plus }: ColumnMapping): string[] {
  const list = column === undefined ? [] : [column].flat();
  return [...list, ...(plus ?? [])];
}

import type { TableMapping } from '../mapping.ts';
import type { Adapter } from './adapter.ts';

/** An adapter for an installation whose tables carry `prefix`, 'eb_' for example. */
export function applyPrefix(adapter: Adapter, prefix: string): Adapter {
  if (prefix === '') return adapter;
  const { mapping, plan } = adapter;
  return {
    ...adapter,
    mapping: { ...mapping, tables: mapping.tables.map((entry) => prefixed(entry, prefix)) },
    ...(plan !== undefined && {
      plan: { ...plan, settings: { ...plan.settings, table: prefix + plan.settings.table } },
    }),
  };
}

function prefixed(entry: TableMapping, prefix: string): TableMapping {
  const join = entry.join?.map((one) => ({ ...one, table: prefix + one.table }));
  return { ...entry, from: prefix + entry.from, ...(join !== undefined && { join }) };
}

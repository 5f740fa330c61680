import type { ColumnMapping } from '../../../src/intake/mapping.ts';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import type { TableName } from '../../../src/model/tables.ts';
import type { Mapped } from './stage-tables.ts';
import { mappingOf, mapTables } from './stage-tables.ts';

/** Canonical columns that stand for the readings. */
const columnsOfReading = {
  money: ['order', 'amount_minor'],
  instant: ['order', 'paid_at'],
  date: ['operator', 'licence_valid_to'],
  int: ['order_line', 'quantity'],
  bool: ['order', 'paid'],
  code: ['member', 'status'],
  id: ['order', 'buyer_id'],
  text: ['order', 'order_no'],
  double: ['plan_rule', 'rate'],
  pseudonym: ['member', 'person_key'],
} as const satisfies Record<string, readonly [TableName, string]>;

export interface Read extends Mapped {
  readonly values: readonly EvidenceValue[];
}

/** Reads raw values, one a row, into the canonical column that stands for a kind. */
export async function readValues(
  kind: keyof typeof columnsOfReading,
  raws: readonly (string | null)[],
  mapping: Omit<ColumnMapping, 'column'> = {},
  settings: { readonly currency?: string; readonly time_zone?: string } = {},
): Promise<Read> {
  const [table, column] = columnsOfReading[kind];
  const raw = { source: raws.map((value, i) => ({ n: String(i).padStart(6, '0'), value })) };
  const key = { order: 'order_id', operator: 'operator_id', member: 'member_id' };
  const name = { order_line: 'order_line_id', plan_rule: 'rule_id', ...key }[table];
  const entry = {
    table,
    from: 'source',
    columns: { [name]: { column: 'n' }, [column]: { ...mapping, column: 'value' } },
  };
  const mapped = await mapTables(raw, { ...mappingOf(entry), ...settings });
  return { ...mapped, values: mapped.rows(table).map((row) => row[column] ?? null) };
}

/** Reads pairs of raw value and what it means; the result reads like the pairs. */
export async function readPairs(
  kind: keyof typeof columnsOfReading,
  pairs: readonly (readonly [string | null, EvidenceValue])[],
  mapping: Omit<ColumnMapping, 'column'> = {},
  settings: { readonly currency?: string; readonly time_zone?: string } = {},
): Promise<{ readonly got: readonly (readonly [string | null, EvidenceValue])[]; read: Read }> {
  const raws = pairs.map(([raw]) => raw);
  const read = await readValues(kind, raws, mapping, settings);
  return { got: raws.map((raw, i) => [raw, read.values[i] ?? null] as const), read };
}

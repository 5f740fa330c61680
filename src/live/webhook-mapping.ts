import { parseDocument } from 'yaml';
import * as z from 'zod';
import { PolyprismError, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { isTableName } from '../model/tables.ts';
import { tablesOf } from './event-door.ts';
import { isEventKind } from './event-kinds.ts';
import type { EventKind } from './event-kinds.ts';
import { statedColumns } from './row-door.ts';

/** `$` is the whole message, `@` the item of a list: '$.order.lines', '@.price[0].value'. */
const path = z.string().regex(/^[$@](?:\.[A-Za-z_][A-Za-z0-9_-]*|\[\d{1,6}\])*$/);

const condition = z.strictObject({
  path,
  in: z.array(z.string()).optional(),
  not_in: z.array(z.string()).optional(),
});

const value = z.strictObject({
  /** The first of several that is there. */
  path: z.union([path, z.array(path).min(1)]).optional(),
  /** A constant instead. */
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  /** Put before a text. */
  prefix: z.string().optional(),
  /** How it is read, where it is not as the tables have it. */
  as: z.enum(['money_major', 'unix_s', 'unix_ms']).optional(),
  /** Texts that mean "none". */
  none: z.array(z.string()).optional(),
  /** Value as text → what the column holds; `*` for every other. */
  codes: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).optional(),
});

const rows = z.strictObject({
  table: z.string(),
  /** A list, each item of which makes a row; without it there is one. */
  each: path.optional(),
  when: z.array(condition).optional(),
  columns: z.record(z.string(), value),
});

const event = z.strictObject({
  kind: z.string(),
  when: z.array(condition).optional(),
  id: value,
  at: value,
  rows: z.array(rows).min(1),
});

const mapping = z.strictObject({
  schema: z.literal('polyprism.webhook/1'),
  /** Digits after the point of amounts read as `money_major`: 2 for CNY, 0 for JPY. */
  minor_digits: z.number().int().min(0).max(4).default(2),
  events: z.array(event).min(1).max(200),
});

/** How the messages of one software become events: data, never code. */
export type WebhookMapping = z.infer<typeof mapping>;
export type MappedValue = z.infer<typeof value>;
export type MappedCondition = z.infer<typeof condition>;

/** Reads a mapping's YAML; anything it does not understand stops with the field. */
export function parseWebhookMapping(source: string, file: string): WebhookMapping {
  const refuse = (field: string, reason: string): PolyprismError =>
    new PolyprismError('live.mapping_bad', { field, reason }, { ...nowhere, file });
  if (source.length > limits.webhook_mapping_bytes_max) {
    throw refuse('', `> ${limits.webhook_mapping_bytes_max}`);
  }
  const document = parseDocument(source);
  const [broken] = document.errors;
  if (broken) throw refuse('', broken.message);
  const read = mapping.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!read.success) {
    const [first] = read.error.issues;
    throw refuse((first?.path ?? []).join('.'), first?.message ?? '');
  }
  for (const [i, { kind, rows: all }] of read.data.events.entries()) {
    if (!isEventKind(kind)) throw refuse(`events.${i}.kind`, kind);
    for (const [k, one] of all.entries()) {
      const wrong = wrongColumn(kind, one.table, Object.keys(one.columns));
      if (wrong !== null) throw refuse(`events.${i}.rows.${k}`, wrong);
    }
  }
  return read.data;
}

/** A table or column that no event of the kind may state. */
function wrongColumn(kind: EventKind, table: string, columns: readonly string[]): string | null {
  if (!isTableName(table) || !tablesOf(kind).includes(table)) return table;
  const known = statedColumns(table);
  const unknown = columns.find((column) => !known.has(column));
  return unknown === undefined ? null : `${table}.${unknown}`;
}

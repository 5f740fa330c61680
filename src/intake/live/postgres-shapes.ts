import type { Client } from 'pg';
import { compareText } from '../../model/issue.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import type { RawTableShape } from '../raw.ts';

export interface PostgresTable extends RawTableShape {
  readonly schema: string;
  readonly relation: string;
  readonly columns: readonly (RawColumn & { readonly type: string })[];
  /** Columns that give rows an order of their own; empty where nothing does. */
  readonly order: readonly string[];
}

interface Row {
  readonly oid: string;
  readonly [column: string]: string | null;
}

/** Tables that hold rows: plain ones and partitioned ones, which stand for their partitions. */
const tablesSql = `SELECT c.oid::text AS oid, n.nspname AS schema, c.relname AS name,
    obj_description(c.oid, 'pg_class') AS comment
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'`;

const columnsSql = `SELECT a.attrelid::text AS oid, a.attname AS name, a.attnotnull::text AS filled,
    format_type(a.atttypid, a.atttypmod) AS type, col_description(a.attrelid, a.attnum) AS comment
  FROM pg_catalog.pg_attribute a JOIN (${tablesSql}) t ON t.oid = a.attrelid::text
  WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum`;

const keysSql = `SELECT i.indrelid::text AS oid, i.indexrelid::text AS index,
    i.indisprimary::text AS primary, a.attname AS name
  FROM pg_catalog.pg_index i JOIN (${tablesSql}) t ON t.oid = i.indrelid::text
    CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
  WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
    AND k.place <= i.indnkeyatts
  ORDER BY i.indrelid, i.indexrelid, k.place`;

/** All tables but the system's, sorted by name; outside `public` named with their schema. */
export async function postgresTables(client: Client): Promise<PostgresTable[]> {
  const tables = (await client.query<Row>(tablesSql)).rows;
  const columns = Map.groupBy((await client.query<Row>(columnsSql)).rows, ({ oid }) => oid);
  const keys = Map.groupBy((await client.query<Row>(keysSql)).rows, ({ oid }) => oid);
  return tables
    .map((table) => tableOf(table, columns.get(table.oid) ?? [], keys.get(table.oid) ?? []))
    .toSorted((a, b) => compareText(a.name, b.name));
}

function tableOf(table: Row, columns: readonly Row[], parts: readonly Row[]): PostgresTable {
  const schema = table['schema'] ?? '';
  const relation = table['name'] ?? '';
  const keys = [...Map.groupBy(parts, ({ index }) => index).values()].map((key) => ({
    primary: key[0]?.['primary'] === 'true',
    columns: key.map(({ name }) => name ?? ''),
  }));
  const primary_key = keys.find(({ primary }) => primary)?.columns ?? [];
  const unique_keys = keys.filter(({ primary }) => !primary).map((key) => key.columns);
  const filled = new Set(columns.filter((c) => c['filled'] === 'true').map((c) => c['name']));
  const complete = unique_keys.find((key) => key.every((column) => filled.has(column)));
  return {
    schema,
    relation,
    name: schema === 'public' ? relation : `${schema}.${relation}`,
    comment: table['comment'] ?? null,
    columns: columns.map(({ name, type, comment }) => ({
      name: name ?? '',
      type: type ?? '',
      comment: comment ?? null,
    })),
    primary_key,
    unique_keys,
    order: primary_key.length > 0 ? primary_key : (complete ?? []),
  };
}

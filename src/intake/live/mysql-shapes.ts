import type { Connection } from 'mysql2/promise';
import { compareText } from '../../model/issue.ts';
import type { RawTableShape } from '../raw.ts';

export interface MysqlColumn {
  readonly name: string;
  /** As declared: `decimal(8,2) unsigned`. */
  readonly type: string;
  readonly comment: string | null;
}

export interface MysqlTable extends RawTableShape {
  readonly columns: readonly MysqlColumn[];
  /** Storage engine; null where there is none to speak of. */
  readonly engine: string | null;
  /** Columns that give rows an order of their own; empty where nothing does. */
  readonly order: readonly string[];
}

interface Row {
  readonly t: string;
  readonly [column: string]: string | null;
}

/** Base tables of a database, sorted by name, from its information schema. */
export async function mysqlTables(connection: Connection, database: string): Promise<MysqlTable[]> {
  const ask = async (sql: string): Promise<Row[]> => {
    const [rows] = await connection.query({ sql, values: [database] });
    return rows as Row[];
  };
  const tables = await ask(`SELECT TABLE_NAME AS t, TABLE_COMMENT AS comment, ENGINE AS engine
    FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = ? AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')`);
  const columns = Map.groupBy(
    await ask(`SELECT TABLE_NAME AS t, COLUMN_NAME AS name, COLUMN_TYPE AS type,
      COLUMN_COMMENT AS comment, IS_NULLABLE AS nullable
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ?
      ORDER BY TABLE_NAME, ORDINAL_POSITION`),
    ({ t }) => t,
  );
  const keys = Map.groupBy(
    await ask(`SELECT TABLE_NAME AS t, INDEX_NAME AS name, COLUMN_NAME AS col, SUB_PART AS part
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND NON_UNIQUE = 0
      ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`),
    ({ t }) => t,
  );
  return tables
    .map((table) => tableOf(table, columns.get(table.t) ?? [], keys.get(table.t) ?? []))
    .toSorted((a, b) => compareText(a.name, b.name));
}

function tableOf(table: Row, columns: readonly Row[], indexes: readonly Row[]): MysqlTable {
  const keys = Map.groupBy(indexes, ({ name }) => name);
  const named = [...keys].map(([name, parts]) => ({ name, columns: columnsOf(parts) }));
  const primary = named.find(({ name }) => name === 'PRIMARY')?.columns ?? [];
  // A key over the beginnings of texts, or over expressions, is none over columns.
  const unique_keys = named
    .filter(({ name, columns: parts }) => name !== 'PRIMARY' && parts.length > 0)
    .toSorted((a, b) => compareText(a.name ?? '', b.name ?? ''))
    .map(({ columns: parts }) => parts);
  const filled = new Set(columns.filter((c) => c['nullable'] === 'NO').map((c) => c['name']));
  const complete = unique_keys.find((key) => key.every((column) => filled.has(column)));
  return {
    name: table.t,
    comment: table['comment'] || null,
    engine: table['engine'] ?? null,
    columns: columns.map(({ name, type, comment }) => ({
      name: name ?? '',
      type: type ?? '',
      comment: comment || null,
    })),
    primary_key: primary,
    unique_keys,
    order: primary.length > 0 ? primary : (complete ?? []),
  };
}

function columnsOf(parts: readonly Row[]): string[] {
  const names = parts.map(({ col, part }) => (part === null ? col : null));
  return names.every((name) => name !== null && name !== undefined) ? (names as string[]) : [];
}

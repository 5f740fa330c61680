import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDb, sqlName, sqlText, sqlValue } from '../../../src/engine/duckdb.ts';
import type { SqlRow } from '../../../src/engine/sql-engine.ts';
import type { Mapping, TableMapping } from '../../../src/intake/mapping.ts';
import { writeCanonical } from '../../../src/intake/map/write-canonical.ts';
import type { CanonicalResult } from '../../../src/intake/map/write-canonical.ts';
import type { PlanSource } from '../../../src/intake/map/plan-source.ts';
import type { StagedInput, StagedSource } from '../../../src/intake/map/staged-input.ts';
import type { TableName } from '../../../src/model/tables.ts';

export type RawRow = Readonly<Record<string, string | null>>;

/** Raw tables by name; the columns of a table are those of its first row. */
export type RawTables = Readonly<Record<string, readonly RawRow[]>>;

/**
 * The staged form of raw tables: all VARCHAR, with locators; row n stands on line n + 2. Where
 * rows are uncounted their values are not looked through first, as in the longest of tables.
 */
export async function stageTables(
  engine: DuckDb,
  raw: RawTables,
  counted = true,
): Promise<StagedInput> {
  const tables: StagedSource[] = [];
  for (const [name, rows] of Object.entries(raw)) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const relation = `raw_${name}`;
    await engine.run(`CREATE TABLE ${sqlName(relation)} (
      ${columns.map((column) => `${sqlName(column)} VARCHAR, `).join('')}
      _file INTEGER, _line BIGINT, _row BIGINT)`);
    const values = rows.map((row, i) => {
      const texts = columns.map((column) => sqlValue(row[column] ?? null));
      return `(${[...texts, 0, i + 2, i].join(', ')})`;
    });
    if (values.length > 0) {
      await engine.run(`INSERT INTO ${sqlName(relation)} VALUES ${values.join(', ')}`);
    }
    const shape = { name, relation, columns: columns.map((column) => ({ name: column })) };
    tables.push(counted ? { ...shape, rows_read: rows.length } : shape);
  }
  return { engine, tables };
}

export interface Mapped extends CanonicalResult {
  /** Rows of a canonical table in file order, without locators unless asked for. */
  readonly rows: (table: TableName, columns?: string) => SqlRow[];
}

export const personKey = Buffer.from('a key for tests');

/** Stages, maps, reads the Parquet files back. */
export async function mapTables(
  raw: RawTables,
  mapping: Mapping,
  plan?: PlanSource,
  counted = true,
): Promise<Mapped> {
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-map-'));
  const engine = await DuckDb.open({ threads: 1 });
  try {
    const stage = await stageTables(engine, raw, counted);
    const result = await writeCanonical(stage, mapping, {
      directory,
      person_key: personKey,
      file_names: ['dump.sql'],
      ...(plan !== undefined && { plan }),
    });
    const all = new Map<string, SqlRow[]>();
    for (const table of Object.keys(result.tables)) {
      const file = sqlText(join(directory, `${table}.parquet`));
      all.set(table, await engine.rows(`SELECT * FROM read_parquet(${file})`));
    }
    const pick = (row: SqlRow, columns: string): SqlRow =>
      Object.fromEntries(columns.split(' ').map((name) => [name, row[name] ?? null]));
    return {
      ...result,
      rows: (table, columns) =>
        (all.get(table) ?? []).map((row) => (columns === undefined ? row : pick(row, columns))),
    };
  } finally {
    engine.close();
    rmSync(directory, { recursive: true });
  }
}

/** A mapping of the usual case: yuan, China time. */
export function mappingOf(...tables: TableMapping[]): Mapping {
  return { schema: 'polyprism.mapping/1', currency: 'CNY', time_zone: 'Asia/Shanghai', tables };
}

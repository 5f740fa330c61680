import type { DuckDb } from '../../engine/duckdb.ts';
import { sqlName, sqlPath } from '../../engine/duckdb.ts';
import { rm } from 'node:fs/promises';
import type { CsvPart } from './csv-part.ts';
import { noRoom } from './no-room.ts';
import type { TableBuilder } from './table-builder.ts';

/** What DuckDB assumes of rows unless told otherwise. */
const line_bytes_default = 2 * 1024 * 1024;

/** Up to here disk is cheaper than the time it takes to find out how to compress. */
const compress_from_bytes = 4 * 1024 ** 3;

/** Creates all tables in one go: a transaction for each would cost more than the tables. */
export async function createTables(engine: DuckDb, tables: readonly TableBuilder[]): Promise<void> {
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  if (bytes < compress_from_bytes) await engine.run(`SET force_compression = 'uncompressed'`);
  await engine.run('BEGIN');
  for (const { relation, columns } of tables) {
    const defined = columns.list().map(({ name }) => `${sqlName(name)} VARCHAR`);
    defined.push('_file INTEGER', '_line BIGINT', '_row BIGINT');
    await engine.run(`CREATE TABLE ${sqlName(relation)} (${defined.join(', ')})`);
  }
  await engine.run('COMMIT');
}

/** Loads a table's parts into the work database and deletes them. */
export async function loadTable(engine: DuckDb, table: TableBuilder): Promise<void> {
  const relation = sqlName(table.relation);
  let before = 0;
  for (const { part, file } of table.parts) {
    if (part.rows === 0) continue;
    const names = Array.from({ length: part.width }, (_, i) => sqlName(table.columns.nameAt(i)));
    const insert = `INSERT INTO ${relation} (${[...names, '_file', '_line', '_row'].join(', ')})
      SELECT ${names.map((_, i) => `c${i}`).concat(String(file.index), 'l', `n + ${before}`)}`;
    await loadPart(engine, part, insert);
    before += part.rows;
    await rm(part.path);
  }
}

/**
 * The parallel reader guesses where rows begin in the middle of a file and says so when its
 * guesses do not fit together, as texts that look like rows can make them; then one thread reads.
 */
async function loadPart(engine: DuckDb, part: CsvPart, insert: string): Promise<void> {
  const load = async (parallel: boolean): Promise<boolean> => {
    const sql = `${insert} FROM ${readCsv(part, parallel)}`;
    const { rowsChanged } = await engine.connection.run(sql);
    return rowsChanged === part.rows;
  };
  await engine.run('BEGIN');
  const whole = await load(true).catch(() => false);
  if (whole) {
    await engine.run('COMMIT');
    return;
  }
  await engine.run('ROLLBACK');
  await engine.run('BEGIN');
  const loaded = await load(false).catch((error: unknown) => {
    throw noRoom(error);
  });
  if (!loaded) throw new Error(`rows of ${part.path} were lost while loading`);
  await engine.run('COMMIT');
}

function readCsv(part: CsvPart, parallel: boolean): string {
  const columns = Array.from({ length: part.width }, (_, i) => `c${i}: 'VARCHAR'`);
  columns.push(`l: 'BIGINT'`, `n: 'BIGINT'`);
  const longest = part.longest + 1;
  const sizes =
    longest > line_bytes_default / 2
      ? `, max_line_size = ${2 * longest}, buffer_size = ${4 * longest}`
      : '';
  return `read_csv(${sqlPath(part.path)}, header = false, auto_detect = false, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false,
    strict_mode = true, parallel = ${parallel}${sizes}, columns = {${columns.join(', ')}})`;
}

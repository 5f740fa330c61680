import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDb, sqlName, sqlPath } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { RawInput, RawRowWriter, RawSink, ReadOptions, ReadResult } from '../raw.ts';
import { tableNameOf } from '../table-name.ts';

interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** Reads a Parquet file into one raw table named after it; a row's line is its number. */
export async function readParquet(
  input: RawInput,
  sink: RawSink,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'polyprism-parquet-'));
  const engine = await DuckDb.open({ threads: 1, temporary_directory: folder });
  try {
    const path = input.path ?? (await unpack(input, folder));
    const columns = await columnsOf(engine, path, input.name);
    const table = tableNameOf(input.name);
    sink.declare({
      name: table,
      comment: null,
      columns: columns.map(({ name, type }) => ({ name, type, comment: null })),
      primary_key: [],
      unique_keys: [],
    });
    const names = columns.map(({ name }) => name);
    const writer = await sink.open(table, names, input.file);
    const rows = await rowsStated(engine, path);
    const read = await copyRows(engine, selectAsText(path, columns), writer, sink, options);
    // A stream of rows that fails on the way ends like one that is done.
    if (read < rows) {
      const params = { table, missing: rows - read, rows };
      sink.issue('parquet.broken', params, { ...place(input.name), line: read || null });
    }
    return { charset: null };
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Parquet is read from its end: a file in an archive is put on disk for the while. */
async function unpack(input: RawInput, folder: string): Promise<string> {
  const path = join(folder, 'input.parquet');
  await writeFile(path, input.stream());
  return path;
}

async function columnsOf(engine: DuckDb, path: string, name: string): Promise<ParquetColumn[]> {
  const rows = await engine
    .rows(`DESCRIBE SELECT * FROM read_parquet(${sqlPath(path)})`)
    .catch((error: unknown) => {
      throw broken(error, name);
    });
  return rows.map((row) => ({
    name: String(row['column_name']),
    type: String(row['column_type']),
  }));
}

/** Bytes as hexadecimal, lists and structures as JSON, everything else as DuckDB writes it. */
function selectAsText(path: string, columns: readonly ParquetColumn[]): string {
  const values = columns.map(({ name, type }) => {
    const column = sqlName(name);
    if (type === 'BLOB') return `'0x' || hex(${column})`;
    if (/[[(]/.test(type) && !type.startsWith('DECIMAL')) return `to_json(${column})::VARCHAR`;
    return `${column}::VARCHAR`;
  });
  return `SELECT ${values.join(', ')} FROM read_parquet(${sqlPath(path)})`;
}

async function copyRows(
  engine: DuckDb,
  select: string,
  writer: RawRowWriter,
  sink: RawSink,
  options: ReadOptions,
): Promise<number> {
  let line = 0;
  const result = await engine.connection.stream(select);
  for await (const rows of result.yieldRows()) {
    for (const row of rows) {
      for (const value of row) {
        if (value === null) writer.none();
        else writer.text(String(value));
      }
      line += 1;
      writer.end(line);
    }
    options.progress?.(0, line);
    await sink.flushed();
  }
  return line;
}

/** What the file says of itself. */
async function rowsStated(engine: DuckDb, path: string): Promise<number> {
  const [row] = await engine.rows(
    `SELECT sum(num_rows)::BIGINT AS n FROM parquet_file_metadata(${sqlPath(path)})`,
  );
  return Number(row?.['n'] ?? 0);
}

function broken(error: unknown, name: string): PolyprismError {
  return new PolyprismError('parquet.unreadable', { reason: reasonOf(error) }, place(name));
}

/** DuckDB's first line, without the path it may name. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = (text.split('\n')[0] ?? '').slice(0, 2_000);
  return line.replaceAll(/[^\s'"]*\/[^\s'"]*/g, '…').slice(0, 200);
}

function place(file: string): { file: string; line: null; column: null } {
  return { file, line: null, column: null };
}

import { DOUBLE, DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import type { DuckDBMaterializedResult } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { DuckDb } from './duckdb.ts';

export type NumberColumn = Int32Array | Float64Array;

/** How each column of a query arrives: INTEGER as 'int', DOUBLE as 'double'; none may be NULL. */
export type ColumnKinds = readonly ('int' | 'double')[];

/** DuckDB's vector size: an appended chunk may not be longer. */
const CHUNK_ROWS = 2048;
/** Members read at a time: what waits to be visited stays small, however many there are. */
const RANGE_ROWS = 2_000_000;

/** A query and what is to be done with its rows. */
export interface ColumnRead {
  readonly sql: string;
  readonly kinds: ColumnKinds;
  /** Is given views that are valid during the call only. */
  readonly visit: (columns: readonly NumberColumn[], rows: number) => void;
}

/**
 * Runs a query and hands over its columns as typed arrays, chunk after chunk. Reading values one
 * by one would cost ten times more.
 */
export async function readColumns(
  engine: DuckDb,
  sql: string,
  kinds: ColumnKinds,
  visit: ColumnRead['visit'],
): Promise<void> {
  await readInTurn(engine, [{ sql, kinds, visit }]);
}

/**
 * Runs queries one after the other; while the rows of one are visited, the engine works on the
 * next, so that neither waits for the other.
 */
export async function readInTurn(engine: DuckDb, reads: readonly ColumnRead[]): Promise<void> {
  const run = (read: ColumnRead | undefined): Promise<DuckDBMaterializedResult> | undefined =>
    read && engine.connection.run(read.sql);
  let running = run(reads[0]);
  try {
    for (const [i, read] of reads.entries()) {
      const result = await running;
      running = run(reads[i + 1]);
      if (result) visitChunks(result, read);
    }
  } finally {
    // Where a visit failed, the engine is still at work on what nobody will read.
    await Promise.allSettled([running]);
  }
}

function visitChunks(result: DuckDBMaterializedResult, { kinds, visit }: ColumnRead): void {
  const chunks = result.chunkCount;
  for (let i = 0; i < chunks; i++) {
    const { chunk, rowCount } = result.getChunk(i);
    visit(
      kinds.map((kind, column) => {
        const vector = duckdb.data_chunk_get_vector(chunk, column);
        const bytes = duckdb.vector_get_data(vector, rowCount * (kind === 'int' ? 4 : 8));
        return kind === 'int'
          ? new Int32Array(bytes.buffer, bytes.byteOffset, rowCount)
          : new Float64Array(bytes.buffer, bytes.byteOffset, rowCount);
      }),
      rowCount,
    );
  }
}

/**
 * Puts the values of a chunk where their member numbers say. Members mostly come in the order of
 * their numbers: a chunk without gaps is copied as a whole.
 */
export function scatter(no: NumberColumn, from: NumberColumn, to: NumberColumn): void {
  const first = no[0]!;
  let i = 0;
  while (i < no.length && no[i] === first + i) i++;
  if (i === no.length && i > 0) to.set(from, first);
  else for (i = 0; i < no.length; i++) to[no[i]!] = from[i]!;
}

/** Ranges of numbers, each as SQL, that together are all of them below `count`. */
export function numberRanges(column: string, count: number): string[] {
  const ranges: string[] = [];
  for (let from = 0; from < count; from += RANGE_ROWS) {
    ranges.push(`${column} >= ${from} AND ${column} < ${Math.min(from + RANGE_ROWS, count)}`);
  }
  return ranges;
}

/** Creates a temporary table of NOT NULL numbers from columns of one length. */
export async function writeColumns(
  engine: DuckDb,
  table: string,
  columns: Readonly<Record<string, NumberColumn>>,
): Promise<void> {
  const arrays = Object.values(columns);
  const types = arrays.map((array) => (array instanceof Int32Array ? INTEGER : DOUBLE));
  const list = Object.keys(columns).map((name, i) => `${name} ${String(types[i])} NOT NULL`);
  await engine.run(`CREATE TEMP TABLE ${table} (${list.join(', ')})`);
  const appender = await engine.connection.createAppender(table);
  const rows = arrays[0]?.length ?? 0;
  const chunk = DuckDBDataChunk.create(types, Math.min(rows, CHUNK_ROWS));
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, rows - from);
    chunk.reset();
    chunk.rowCount = count;
    arrays.forEach((array, column) => {
      const size = array.BYTES_PER_ELEMENT;
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
      // Kernels make their own arrays; none lies in shared memory.
      const source = array.buffer as ArrayBuffer;
      duckdb.copy_data_to_vector(vector, 0, source, array.byteOffset + from * size, count * size);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

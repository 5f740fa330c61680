import { DOUBLE, DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { DuckDb } from './duckdb.ts';

export type NumberColumn = Int32Array | Float64Array;

/** How each column of a query arrives: INTEGER as 'int', DOUBLE as 'double'; none may be NULL. */
export type ColumnKinds = readonly ('int' | 'double')[];

/** DuckDB's vector size: an appended chunk may not be longer. */
const CHUNK_ROWS = 2048;

/**
 * Runs a query and hands over its columns as typed arrays, chunk after chunk. The arrays are
 * views that are valid during the call only. Reading values one by one would cost ten times more.
 */
export async function readColumns(
  engine: DuckDb,
  sql: string,
  kinds: ColumnKinds,
  visit: (columns: readonly NumberColumn[], rows: number) => void,
): Promise<void> {
  const result = await engine.connection.run(sql);
  for (let i = 0; i < result.chunkCount; i++) {
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

/** Puts the values of a chunk where their member numbers say. */
export function scatter(no: NumberColumn, from: NumberColumn, to: NumberColumn): void {
  for (let i = 0; i < no.length; i++) to[no[i]!] = from[i]!;
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

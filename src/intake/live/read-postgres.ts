import { isIP } from 'node:net';
import { Client } from 'pg';
import Cursor from 'pg-cursor';
import { nowhere, PolyprismError } from '../../model/issue.ts';
import type { RawSink } from '../raw.ts';
import { binaryText } from './binary-text.ts';
import { copyRows } from './copy-rows.ts';
import type { LiveValue } from './copy-rows.ts';
import type { DatabaseUrl } from './database-url.ts';
import { isConnectionLoss, liveError, reasonOf } from './live-error.ts';
import type { LiveOptions, LiveTarget } from './live-options.ts';
import { postgresTables } from './postgres-shapes.ts';
import type { PostgresTable } from './postgres-shapes.ts';

const connect_timeout_ms = 10_000;
/** Rows fetched at a time: as many as have about `batch_bytes`. */
const batch_rows_max = 4096;
const batch_rows_first = 64;
const batch_bytes = 4 * 1024 * 1024;

/** Reads a PostgreSQL database: the tables of all its schemas. */
export async function readPostgres(
  url: DatabaseUrl,
  sink: RawSink,
  file: number,
  options: LiveOptions,
): Promise<{ bytes: number }> {
  const client = clientFor(url);
  // Without a listener the loss of an idle connection would end the process.
  client.on('error', () => {});
  const abort = (): void => void client.end();
  options.signal?.addEventListener('abort', abort);
  try {
    await client.connect();
    options.signal?.throwIfAborted();
    await beginSnapshot(client);
    const tables = await postgresTables(client);
    const place = { ...nowhere, file: url.name };
    if (tables.length === 0) throw new PolyprismError('live.no_tables', {}, place);
    const tally = { bytes: 0, rows: 0 };
    for (const table of tables) {
      await readTable(client, table, url, { sink, file, tally, options });
    }
    await client.query('ROLLBACK');
    return { bytes: tally.bytes };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw liveError(error, url);
  } finally {
    options.signal?.removeEventListener('abort', abort);
    await client.end().catch(() => {});
  }
}

function clientFor(url: DatabaseUrl): Client {
  const { host, address, port, user, password, database, socket, ssl } = url;
  // The host's name stays what certificates are checked against.
  const named = { host, ...(isIP(host) === 0 && { servername: host }) };
  return new Client({
    host: socket ?? address ?? host,
    port,
    database,
    password,
    ...(user !== '' && { user }),
    ...(ssl && { ssl: { rejectUnauthorized: true, ...named } }),
    connectionTimeoutMillis: connect_timeout_ms,
  });
}

/** One snapshot for all tables. Rows that a policy hides are an error, not a silent gap. */
async function beginSnapshot(client: Client): Promise<void> {
  for (const statement of [
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex'`,
    `SET LOCAL row_security = off; SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0`,
    'SET LOCAL idle_in_transaction_session_timeout = 0',
  ]) {
    await client.query(statement);
  }
}

async function readTable(
  client: Client,
  table: PostgresTable,
  url: DatabaseUrl,
  { sink, file, tally, options }: LiveTarget,
): Promise<void> {
  const place = { ...nowhere, file: url.name };
  sink.declare(table);
  const names = table.columns.map(({ name }) => name);
  const writer = await sink.open(table.name, names, file);
  const before = tally.rows;
  try {
    await client.query('SAVEPOINT polyprism');
    await copyRows(rowsOf(client, table), writer, sink, tally, options.progress);
    await client.query('RELEASE SAVEPOINT polyprism');
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof PolyprismError) throw error;
    if (isConnectionLoss(error))
      throw new PolyprismError('live.lost', { table: table.name }, place);
    const params = { table: table.name, reason: reasonOf(error, url) };
    sink.issue('live.table_failed', params, { ...place, line: tally.rows - before || null });
    await client.query('ROLLBACK TO SAVEPOINT polyprism');
  }
}

const asText = { getTypeParser: () => (value: string) => value };

async function* rowsOf(client: Client, table: PostgresTable): AsyncGenerator<readonly LiveValue[]> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const order = table.order.length > 0 ? ` ORDER BY ${table.order.map(quoted).join(', ')}` : '';
  const from = `${quoted(table.schema)}.${quoted(table.relation)}`;
  const readers = table.columns.map(({ type }) => readerOf(type));
  const cursor = client.query(
    new Cursor<(string | null)[]>(`SELECT ${columns} FROM ${from}${order}`, [], {
      rowMode: 'array',
      types: asText,
    }),
  );
  let wanted = batch_rows_first;
  for (;;) {
    const rows = await cursor.read(wanted);
    if (rows.length === 0) return;
    const bytes = rows.reduce((sum, row) => sum + lengthOf(row), 0);
    wanted = Math.ceil(Math.min(batch_rows_max, (batch_bytes * rows.length) / (bytes + 1)));
    for (const row of rows) {
      yield row.map((value, i) => (value === null ? null : (readers[i]?.(value) ?? value)));
    }
  }
}

function lengthOf(row: readonly (string | null)[]): number {
  return row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}

/** How the text of a column becomes what the readers of files give; null: it is so already. */
function readerOf(type: string): ((value: string) => string) | null {
  if (type === 'bytea') return (value) => binaryText(Buffer.from(value.slice(2), 'hex'));
  if (type === 'boolean') return (value) => (value === 't' ? '1' : '0');
  return /^timestamp.* with time zone$/.test(type)
    ? (value) => value.replace(/\+00$/, '+00:00')
    : null;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

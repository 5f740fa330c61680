import { connect as connectSocket, isIP } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { createConnection } from 'mysql2';
import type { Connection } from 'mysql2';
import { nowhere, PolyprismError } from '../../model/issue.ts';
import type { RawSink } from '../raw.ts';
import { binaryText } from './binary-text.ts';
import { copyRows } from './copy-rows.ts';
import type { LiveValue } from './copy-rows.ts';
import type { DatabaseUrl } from './database-url.ts';
import { isConnectionLoss, liveError, reasonOf } from './live-error.ts';
import type { LiveOptions, LiveTarget } from './live-options.ts';
import { mysqlTables } from './mysql-shapes.ts';
import type { MysqlTable } from './mysql-shapes.ts';

const connect_timeout_ms = 10_000;
/** Few, as one row can hold megabytes. */
const rows_buffered = 64;

/** Engines whose tables a transaction holds still. */
const transactional = new Set(['innodb', 'rocksdb', 'tokudb', 'ndbcluster', 'sequence']);

/** Reads a MySQL or MariaDB database as a dump of it would be read. */
export async function readMysql(
  url: DatabaseUrl,
  sink: RawSink,
  file: number,
  options: LiveOptions,
): Promise<{ bytes: number }> {
  let connection: Connection | undefined;
  const abort = (): void => connection?.destroy();
  options.signal?.addEventListener('abort', abort);
  try {
    const opened = await connect(url);
    connection = opened.connection;
    options.signal?.throwIfAborted();
    await beginSnapshot(connection);
    const tables = await mysqlTables(connection.promise(), url.database);
    const place = { ...nowhere, file: url.name };
    if (tables.length === 0) throw new PolyprismError('live.no_tables', {}, place);
    const tally = { bytes: 0, rows: 0 };
    for (const table of tables) {
      await readTable(opened, table, url, { sink, file, tally, options });
    }
    await connection.promise().end();
    return { bytes: tally.bytes };
  } catch (error) {
    connection?.destroy();
    options.signal?.throwIfAborted();
    throw liveError(error, url);
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

interface OpenConnection {
  readonly connection: Connection;
  /** Aborted, with the reason, when the connection breaks: a query then may never answer. */
  readonly lost: AbortSignal;
}

async function connect(url: DatabaseUrl): Promise<OpenConnection> {
  const { host, address, port, user, password, database, socket, ssl } = url;
  const connection = createConnection({
    ...(socket === null ? { host, port } : { socketPath: socket }),
    user,
    password,
    database,
    charset: 'utf8mb4_general_ci',
    connectTimeout: connect_timeout_ms,
    // The host's name stays what certificates are checked against.
    ...(address !== null && { stream: () => connectSocket(port, address) }),
    ...(ssl && { ssl: { rejectUnauthorized: true, verifyIdentity: isIP(host) === 0 } }),
  });
  const lost = new AbortController();
  connection.on('error', (error) => lost.abort(error));
  await connection.promise().connect();
  return { connection, lost: lost.signal };
}

/**
 * One snapshot for all tables, without locks. The server waits for a slow reader, but not for a
 * lock. TIMESTAMP columns come in UTC, as mysqldump writes them.
 */
async function beginSnapshot(connection: Connection): Promise<void> {
  for (const statement of [
    `SET SESSION time_zone = '+00:00', net_write_timeout = 3600, lock_wait_timeout = 60`,
    `SET SESSION sql_mode = ''`,
    'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ',
    'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY',
  ]) {
    await connection.promise().query(statement);
  }
}

async function readTable(
  { connection, lost }: OpenConnection,
  table: MysqlTable,
  url: DatabaseUrl,
  { sink, file, tally, options }: LiveTarget,
): Promise<void> {
  const place = { ...nowhere, file: url.name };
  sink.declare(table);
  if (table.engine !== null && !transactional.has(table.engine.toLowerCase())) {
    sink.issue('live.not_consistent', { table: table.name, engine: table.engine }, place);
  }
  const names = table.columns.map(({ name }) => name);
  const writer = await sink.open(table.name, names, file);
  const before = tally.rows;
  try {
    await copyRows(rowsOf(connection, table, lost), writer, sink, tally, options.progress);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof PolyprismError) throw error;
    const gone = lost.aborted || isConnectionLoss(error) || !(await answers(connection));
    if (gone) throw new PolyprismError('live.lost', { table: table.name }, place);
    const params = { table: table.name, reason: reasonOf(error, url) };
    sink.issue('live.table_failed', params, { ...place, line: tally.rows - before || null });
  }
}

/** Whether the server still answers: it may end a connection with what looks like any error. */
async function answers(connection: Connection): Promise<boolean> {
  return await connection
    .promise()
    .query('DO 0')
    .then(
      () => true,
      () => false,
    );
}

async function* rowsOf(
  connection: Connection,
  table: MysqlTable,
  lost: AbortSignal,
): AsyncGenerator<readonly LiveValue[]> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const order = table.order.length > 0 ? ` ORDER BY ${table.order.map(quoted).join(', ')}` : '';
  const sql = `SELECT ${columns} FROM ${quoted(table.name)}${order}`;
  const readers = table.columns.map(({ type }) => readerOf(type));
  const query = connection.query({ sql, rowsAsArray: true, typeCast: false });
  let complete = false;
  query.once('end', () => (complete = true));
  const rows = addAbortSignal(lost, query.stream({ highWaterMark: rows_buffered }));
  for await (const row of rows as AsyncIterable<(Buffer | null)[]>) {
    yield row.map((value, i) => (value === null ? null : (readers[i]?.(value) ?? value)));
  }
  // The stream of a query that broke off ends like that of one that is done.
  if (!complete) throw new Error('connection closed');
}

/** How a value of a column becomes what a dump reader makes of it; null: it is so already. */
function readerOf(type: string): ((value: Buffer) => string) | null {
  if (/^(tiny|medium|long)?blob|^(var)?binary/i.test(type)) return binaryText;
  if (/^bit\b/i.test(type)) return (value) => String(BigInt(`0x${value.toString('hex') || '0'}`));
  // Says what it is, as beside it DATETIME columns hold local time.
  if (/^timestamp\b/i.test(type)) return timestampText;
  return /^(geometry|point|linestring|polygon|multi\w+|geomet\w+)\b/i.test(type)
    ? (value) => `0x${value.toString('hex').toUpperCase()}`
    : null;
}

function timestampText(value: Buffer): string {
  const text = value.toString('latin1');
  return text.startsWith('0000') ? text : `${text}+00:00`;
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { PolyprismError } from '../../model/issue.ts';
import { adminName } from './make-data.ts';
import type { ServerUser } from './server-user.ts';

/** Where a server is listened for, and by what it is known. */
export interface Place {
  readonly program: string;
  readonly data: string;
  readonly socket: string;
  readonly log: string;
  readonly user: ServerUser;
}

/** The number in the socket's name; nothing listens on a network. */
export const port = 5432;

/** After a kill the dead server's children hold its memory for a moment: starting is retried. */
const attempts = 50;
const pause_ms = 200;

/** Starts the server of a data folder and waits until it answers. */
export async function startPostmaster(place: Place): Promise<ChildProcess> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const server = launch(place);
    if (await answers(place, server)) return server;
    await sleep(pause_ms);
  }
  const reason = lastLines(place.log);
  throw new PolyprismError('store.start_failed', { path: place.data, reason });
}

function launch(place: Place): ChildProcess {
  const log = openSync(place.log, 'a', 0o600);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${place.socket}`,
    'unix_socket_permissions=0700',
    'fsync=on',
    'synchronous_commit=on',
    'full_page_writes=on',
    'max_connections=60',
    'timezone=UTC',
    'log_timezone=UTC',
    // What a statement holds may be personal: neither it nor the values go to the log.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_parameter_max_length_on_error=0',
  ].flatMap((setting) => ['-c', setting]);
  try {
    return spawn(place.program, ['-D', place.data, '-p', String(port), ...settings], {
      ...place.user,
      cwd: place.data,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      // An interrupt at the terminal is ours to handle: the server stops after we have finished.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** Whether it came to answer before it ended. */
async function answers(place: Place, server: ChildProcess): Promise<boolean> {
  const failed = new Promise<'failed'>((resolve) => {
    server.once('error', () => resolve('failed'));
  });
  while (server.exitCode === null && server.signalCode === null) {
    if (await canConnect(place.socket)) return true;
    if ((await Promise.race([failed, sleep(20)])) === 'failed') return false;
  }
  return false;
}

/**
 * Ends a server that outlived the process that had started it: its memory and files must be
 * free before another starts. Its id is believed only while that process serves this folder.
 */
export async function endOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid < 2) return;
  // Fast shutdown first; what does not heed it within ten seconds is ended as by a crash.
  for (let waited = 0; serves(pid, data) && waited < 600; waited += 1) {
    if (waited === 0) process.kill(pid, 'SIGINT');
    if (waited === 200) process.kill(pid, 'SIGQUIT');
    await sleep(50);
  }
}

/** Whether a process is a server of this folder, also one that does not answer yet. */
function serves(pid: number, data: string): boolean {
  const told = `/proc/${pid}/cmdline`;
  try {
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(told, 'utf8').split('\0').join(' ')
      : execFileSync('ps', ['-o', 'args=', '-p', String(pid)]).toString();
    return command.includes(`-D ${data}`);
  } catch {
    return false;
  }
}

async function canConnect(socket: string): Promise<boolean> {
  if (!existsSync(join(socket, `.s.PGSQL.${port}`))) return false;
  const client = new Client({ host: socket, port, user: adminName, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' / ');
}

export function sleep(time_ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time_ms));
}

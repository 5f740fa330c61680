import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { shortLivedFolder } from './short-lived-folder.ts';

export interface PostgresServer {
  /** Connection string of its superuser and default database; loopback, no password. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

interface StartOptions {
  /** A data folder of `keptData`. */
  readonly kept?: string;
  readonly settings?: readonly string[];
  /** It gets more than memory may hold. */
  readonly large?: boolean;
}

/** A PostgreSQL of ours with the folder it writes to. */
interface Started extends PostgresServer {
  readonly data: string;
  /** Ends it, and leaves its folder. */
  end(): Promise<void>;
}

/**
 * A real PostgreSQL of its own for one test file: a fresh data folder, as `initdb` leaves it or a
 * copy of one that was kept, a free port, loopback only; with further settings than all have.
 */
export async function startPostgres({
  kept,
  ...options
}: StartOptions = {}): Promise<PostgresServer> {
  return await started(kept ?? initialised(findBinaries(), asWhom()), options);
}

/**
 * A data folder in which this was done, made once and copied for each server; its name changes
 * with whatever it depends on.
 */
export async function keptData(
  name: string,
  make: (server: PostgresServer) => Promise<void>,
): Promise<string> {
  const path = placeOf(`${name}${placeOfBinaries(findBinaries())}`);
  if (isKept(path)) return path;
  const server = await started(initialised(findBinaries(), asWhom()));
  try {
    await make(server);
    await server.end();
    keep(server.data, path);
  } finally {
    await server.stop();
  }
  return path;
}

/** Nobody reads its log but itself after a crash of its own. */
const smallLog = [
  'wal_level=minimal',
  'max_wal_senders=0',
  'full_page_writes=off',
  'min_wal_size=2MB',
  'max_wal_size=64MB',
];

async function started(
  from: string,
  { settings: more = [], large = false }: Omit<StartOptions, 'kept'> = {},
): Promise<Started> {
  const binaries = findBinaries();
  const directory = large
    ? mkdtempSync(join(tmpdir(), 'polyprism-postgres-'))
    : shortLivedFolder('postgres');
  const user = asWhom();
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  await promisify(execFile)('cp', ['-a', from, data]);
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    .concat(['fsync=off', 'timezone=UTC', 'shared_buffers=16MB', 'jit=off', ...smallLog, ...more])
    .flatMap((setting) => ['-c', setting]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...user,
    cwd: directory,
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  const end = async (): Promise<void> => {
    server.kill('SIGINT');
    await gone;
  };
  return {
    url,
    port,
    data,
    end,
    stop: async () => {
      await end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * A data folder as `initdb` leaves it, made once and copied for each server: making one takes
 * two seconds of processor, copying it a tenth of one. Its log is kept in small pieces, as the
 * one it begins with is most of the folder otherwise.
 */
function initialised(binaries: string, user: User): string {
  const made = placeOf(`initialised${placeOfBinaries(binaries)}`);
  if (isKept(made)) return made;
  const directory = shortLivedFolder('initdb');
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  const who = ['-U', 'postgres', '-A', 'trust'];
  const text = ['-E', 'UTF8', '--locale=C.UTF-8'];
  const init = ['-D', data, ...who, ...text, '--no-sync', '--wal-segsize=1'];
  execFileSync(join(binaries, 'initdb'), init, { ...user, cwd: directory });
  keep(data, made);
  rmSync(directory, { recursive: true });
  return made;
}

const kept = join(import.meta.dirname, '../../node_modules/.cache/postgres');

function placeOf(name: string): string {
  return join(kept, name);
}

function placeOfBinaries(binaries: string): string {
  return binaries.replaceAll('/', '-');
}

/** Whether it is there; then it is marked as used now. */
function isKept(path: string): boolean {
  try {
    utimesSync(path, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

/** At once, as other test files want one too; whoever comes second uses the first one's. */
function keep(data: string, made: string): void {
  mkdirSync(kept, { recursive: true });
  removeUnused();
  const copy = `${made}-${process.pid}`;
  execFileSync('cp', ['-a', data, copy]);
  utimesSync(copy, new Date(), new Date());
  try {
    renameSync(copy, made);
  } catch {
    rmSync(copy, { recursive: true });
  }
}

const unused_ms = 24 * 3_600_000;

/** Each change of the store's tables makes a new one: what no run has used for a day goes. */
function removeUnused(): void {
  for (const name of readdirSync(kept)) {
    const used = statSync(placeOf(name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - used > unused_ms) rmSync(placeOf(name), { recursive: true, force: true });
  }
}

function findBinaries(): string {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).toSorted((a, b) => Number(b) - Number(a))
    : [];
  const newest = versions.find((version) => existsSync(join(base, version, 'bin/postgres')));
  if (newest === undefined)
    throw new Error('PostgreSQL is not installed; see tools/test-machine.ts');
  return join(base, newest, 'bin');
}

/** PostgreSQL refuses to run as root; Debian makes a user for it. */
function asWhom(): User {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOfPostgres('-u'), gid: idOfPostgres('-g') };
}

function idOfPostgres(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres']).toString());
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt >= 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

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
  settings = [],
}: StartOptions = {}): Promise<PostgresServer> {
  return await started(kept ?? initialised(findBinaries(), asWhom()), settings);
}

/**
 * A data folder in which this was done, made once and copied for each server; its name changes
 * with whatever it depends on.
 */
export async function keptData(
  name: string,
  make: (server: PostgresServer) => Promise<void>,
): Promise<string> {
  const path = placeOf(`${name}-${findBinaries().replaceAll('/', '-')}`);
  if (existsSync(path)) return path;
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

async function started(from: string, more: readonly string[] = []): Promise<Started> {
  const binaries = findBinaries();
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-postgres-'));
  const user = asWhom();
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  execFileSync('cp', ['-a', from, data]);
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    .concat(['fsync=off', 'timezone=UTC', 'shared_buffers=16MB', 'jit=off', ...more])
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
 * two seconds of processor, copying it a fifth of one.
 */
function initialised(binaries: string, user: User): string {
  const made = placeOf(binaries.replaceAll('/', '-'));
  if (existsSync(made)) return made;
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-initdb-'));
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(join(binaries, 'initdb'), [...init, '--no-sync'], { ...user, cwd: directory });
  keep(data, made);
  rmSync(directory, { recursive: true });
  return made;
}

function placeOf(name: string): string {
  return join(import.meta.dirname, '../../node_modules/.cache/postgres', name);
}

/** At once, as other test files want one too; whoever comes second uses the first one's. */
function keep(data: string, made: string): void {
  mkdirSync(dirname(made), { recursive: true });
  const copy = `${made}-${process.pid}`;
  execFileSync('cp', ['-a', data, copy]);
  try {
    renameSync(copy, made);
  } catch {
    rmSync(copy, { recursive: true });
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

import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import { findBinaries } from './find-binaries.ts';
import { giveTo, makeData } from './make-data.ts';
import { takeOwnership } from './owner-lock.ts';
import { endOrphan, startPostmaster } from './postmaster.ts';
import type { Place } from './postmaster.ts';
import { serverUser } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** The embedded PostgreSQL of one workspace, owned by this process. */
export interface Cluster {
  /** Folder of the socket on which it answers. */
  readonly socket: string;
  /** Process id of the server that runs now. */
  pid(): number;
  /** Resolves when it answers; while it is started again after a crash, that takes a moment. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export async function openCluster(workspace: string): Promise<Cluster> {
  const folder = resolve(workspace);
  const user = serverUser();
  // The server's user must pass through the workspace, but needs to list nothing in it.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (user.uid !== undefined) {
    chmodSync(folder, 0o711);
    assertPassable(folder);
  }
  const release = takeOwnership(join(folder, 'lock'));
  try {
    const binaries = findBinaries();
    const data = join(folder, 'postgres');
    await makeData(data, binaries, user);
    await endOrphan(data);
    const socket = socketFolder(folder, user);
    const log = join(folder, 'postgres.log');
    return await keepRunning({ program: binaries.postgres, data, socket, log, user }, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Starts the server, and starts it again whenever it ends without having been asked to. */
async function keepRunning(place: Place, release: () => void): Promise<Cluster> {
  let stopping = false;
  let server = await startPostmaster(place);
  let starting: Promise<void> = Promise.resolve();
  const watch = (watched: ChildProcess): void => {
    watched.unref();
    watched.once('exit', () => {
      if (stopping) return;
      starting = startPostmaster(place).then((next) => watch((server = next)));
      // Whoever waits for `ready` gets the failure; nobody may be waiting.
      starting.catch(() => undefined);
    });
  };
  watch(server);
  return {
    socket: place.socket,
    pid: () => server.pid ?? 0,
    ready: async () => await starting,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await starting.catch(() => undefined);
      await ended(server);
      rmSync(place.socket, { recursive: true, force: true });
      release();
    },
  };
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  server.ref();
  server.kill('SIGINT');
  await gone;
}

/** A socket's whole name may have 107 bytes (sun_path); beyond, it lives among temporary files. */
function socketFolder(workspace: string, user: ServerUser): string {
  const near = join(workspace, 'run');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100;
  if (!fits) {
    const far = mkdtempSync(join(tmpdir(), 'polyprism-'));
    giveTo(far, user);
    return far;
  }
  if (!existsSync(near)) mkdirSync(near, { mode: 0o700 });
  giveTo(near, user);
  return near;
}

/** Root may go anywhere, the server's user may not: said here rather than as a riddle later. */
function assertPassable(folder: string): void {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new PolyprismError('store.folder_closed', { path: at });
    }
    if (dirname(at) === at) return;
  }
}

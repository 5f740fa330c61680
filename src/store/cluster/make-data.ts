import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PolyprismError } from '../../model/issue.ts';
import type { Binaries } from './find-binaries.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** The two names by which this process signs in: one changes the schema, one does the work. */
export const adminName = 'polyprism_admin';
export const loginName = 'polyprism_login';

/**
 * The data folder, made on first use. It is made beside its place and moved there when whole:
 * a kill on the way leaves nothing half made under its name.
 */
export async function makeData(data: string, binaries: Binaries, user: ServerUser): Promise<void> {
  if (!existsSync(data)) {
    const draft = `${data}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, user);
    await initialise(draft, binaries, user);
    renameSync(draft, data);
    syncFolder(dirname(data));
  }
  allowOnlyUs(data, user);
}

async function initialise(draft: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const what = ['-D', draft, '-U', adminName, '-A', 'reject'];
  const how = ['-E', 'UTF8', '--locale=C', '--data-checksums', '--no-instructions'];
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    await run(binaries.initdb, [...what, ...how], { ...user, cwd: draft, env });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PolyprismError('store.start_failed', { path: draft, reason });
  }
}

/** Signing in is by the system's word for who is at the other end of the socket: no password. */
function allowOnlyUs(data: string, user: ServerUser): void {
  const us = userInfo().username;
  const names = [adminName, loginName];
  write(
    data,
    'pg_hba.conf',
    names.map((name) => `local all ${name} peer map=polyprism`),
    user,
  );
  write(
    data,
    'pg_ident.conf',
    names.map((name) => `polyprism "${us}" ${name}`),
    user,
  );
}

function write(data: string, name: string, lines: readonly string[], user: ServerUser): void {
  const path = join(data, name);
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  giveTo(path, user);
}

export function giveTo(path: string, user: ServerUser): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid ?? user.uid);
}

import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
const room_bytes = 2 ** 30;

/**
 * A folder for the many small files of a server that lives as long as a test file, in memory where
 * there is room: a disk that has just removed a thousand files takes seconds to make as many.
 */
export function shortLivedFolder(name: string): string {
  const prefix = `polyprism-${name}-`;
  if (!hasRoom()) return mkdtempSync(join(tmpdir(), prefix));
  removeLeft(prefix);
  return mkdtempSync(join(memory, `${prefix}${process.pid}-`));
}

function hasRoom(): boolean {
  if (!existsSync(memory) || freemem() < room_bytes) return false;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < room_bytes) return false;
  try {
    accessSync(memory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Of runs that were killed: nothing else empties memory before the machine starts anew. */
function removeLeft(prefix: string): void {
  for (const name of readdirSync(memory)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
    if (Number.isNaN(pid) || existsSync(`/proc/${pid}`)) continue;
    rmSync(join(memory, name), { recursive: true, force: true });
  }
}

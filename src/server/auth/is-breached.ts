import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';

/** Read at a place: more than two lines of a digest and a count. */
const window_bytes = 256;
const line_form = /^[0-9A-F]{40}(:\d+)?\r?$/i;

interface Line {
  readonly digest: string;
  /** Byte after it. */
  readonly end: number;
}

/**
 * Is a password one that has leaked, by a file of SHA-1 digests, a line each and in order, a count
 * after a colon or not? SHA-1 is what those lists are made with; nothing here rests on it. Throws
 * where the file is not of that form.
 */
export function isBreached(path: string, password: string): boolean {
  const wanted = createHash('sha1').update(password).digest('hex').toUpperCase();
  const file = openSync(path, 'r');
  try {
    let low = 0;
    let high = fstatSync(file).size;
    // Lines that begin before `low` are smaller, those at or after `high` are larger.
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = lineFrom(file, middle, path);
      if (line?.digest === wanted) return true;
      if (line === null || line.digest > wanted) high = middle;
      else low = line.end;
    }
    return false;
  } finally {
    closeSync(file);
  }
}

/** The path of such a file, seen to be there and to be one. */
export function breachedList(path: string): string {
  if (!existsSync(path)) throw new PolyprismError('input.not_found', { path });
  isBreached(path, '');
  return resolve(path);
}

/** The first line that begins at a place or after it; null where there is none. */
function lineFrom(file: number, place: number, path: string): Line | null {
  const from = Math.max(0, place - 1);
  const bytes = Buffer.alloc(window_bytes);
  const text = bytes.toString('latin1', 0, readSync(file, bytes, 0, window_bytes, from));
  const start = place === 0 ? 0 : text.indexOf('\n') + 1;
  const isLast = text.length < window_bytes;
  if (place > 0 && start === 0 && isLast) return null;
  const next = text.indexOf('\n', start);
  const line = text.slice(start, next < 0 ? undefined : next);
  if (line === '' && isLast) return null;
  if (!line_form.test(line) || (next < 0 && !isLast)) {
    throw new PolyprismError('auth.breached_list', { path });
  }
  return {
    digest: line.slice(0, 40).toUpperCase(),
    end: from + (next < 0 ? text.length : next + 1),
  };
}

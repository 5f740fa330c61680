import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { PolyprismError } from '../../model/issue.ts';

/** Who holds a workspace: a process id alone could be somebody else's after a restart. */
interface Owner {
  readonly pid: number;
  /** When that process began, as the system counts it; null where it does not tell. */
  readonly began: string | null;
  readonly host: string;
}

/**
 * Makes this process the one owner of a workspace: a lock file made by link, which either
 * succeeds whole or not at all. A lock whose process is gone is taken over. Gives its release.
 */
export function takeOwnership(path: string): () => void {
  const mine = JSON.stringify({
    pid: process.pid,
    began: beganAt(process.pid),
    host: hostname(),
  } satisfies Owner);
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (linked(draft, path)) return () => release(path, mine);
      const text = readOrNull(path);
      if (text !== null && isHeld(text)) {
        throw new PolyprismError('store.in_use', { path, pid: parseOwner(text)?.pid ?? 0 });
      }
      if (text !== null && isTakenOver(path, text, draft)) return () => release(path, mine);
    }
    throw new PolyprismError('store.in_use', { path, pid: 0 });
  } finally {
    rmSync(draft, { force: true });
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Writes the draft over a lock whose process is gone. Whoever does so holds a lock named after
 * what stands there: of many that found it stale, no second one can write over the first.
 */
function isTakenOver(path: string, stale: string, draft: string): boolean {
  const digest = createHash('sha256').update(stale).digest('hex').slice(0, 16);
  const giveBack = takeOwnership(`${path}.${digest}`);
  try {
    if (readOrNull(path) !== stale) return false;
    renameSync(draft, path);
    return true;
  } finally {
    giveBack();
  }
}

function release(path: string, mine: string): void {
  if (readOrNull(path) === mine) rmSync(path, { force: true });
}

function isHeld(text: string): boolean {
  const owner = parseOwner(text);
  if (owner === null) return false;
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const began = beganAt(owner.pid);
  return owner.began === null || began === null || began === owner.began;
}

function parseOwner(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text);
    const whole = typeof value === 'object' && value !== null && 'pid' in value && 'host' in value;
    return whole ? (value as Owner) : null;
  } catch {
    return null;
  }
}

/** Boot and clock ticks at which a process began (Linux); null elsewhere. */
function beganAt(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  const boot = readOrNull('/proc/sys/kernel/random/boot_id');
  // The name of the program, in brackets, may hold spaces: count from its end.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return ticks === undefined ? null : `${boot?.trim() ?? ''}/${ticks}`;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK_BYTES = 4 * 2 ** 20;

const RUNS = 3;

/**
 * Bytes a second of a file of `blocks` times 4 MiB, the best of some runs, as other programs use
 * the disk too; reading is null where no `dd` is there.
 */
export function measureDisk(
  folder: string,
  blocks: number,
): { readonly write_bytes_per_s: number; readonly read_bytes_per_s: number | null } {
  const path = join(folder, 'disk');
  // Not of one byte: what holds no information a disk may not write at all.
  const block = crypto.getRandomValues(new Uint8Array(65_536));
  const bytes = new Uint8Array(BLOCK_BYTES).map((_, i) => block[i % block.length]! ^ (i >> 16));
  const size = blocks * BLOCK_BYTES;
  let write_bytes_per_s = 0;
  let read_bytes_per_s: number | null = null;
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const write_s = secondsOf(() => {
        const file = openSync(path, 'w');
        for (let i = 0; i < blocks; i += 1) writeSync(file, bytes);
        fsyncSync(file);
        closeSync(file);
      });
      const read_s = secondsOf(() => readPastCache(path));
      write_bytes_per_s = Math.max(write_bytes_per_s, size / write_s);
      if (read_s !== null) read_bytes_per_s = Math.max(read_bytes_per_s ?? 0, size / read_s);
    }
    return { write_bytes_per_s, read_bytes_per_s };
  } finally {
    rmSync(path, { force: true });
  }
}

function secondsOf(work: () => void): number;
function secondsOf(work: () => boolean): number | null;
function secondsOf(work: () => boolean | void): number | null {
  const start_ms = performance.now();
  const done = work();
  return done === false ? null : (performance.now() - start_ms) / 1000;
}

/** What was just written lies in memory; only `dd` reads past it. False where it cannot. */
function readPastCache(path: string): boolean {
  const args = [`if=${path}`, 'of=/dev/null', 'bs=4M', 'iflag=direct'];
  try {
    execFileSync('dd', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

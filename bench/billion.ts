import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forestParents, scaledCase } from '../src/generate/cases/deep-forest.ts';
import { streamForest } from '../src/network/stream/stream-forest.ts';
import { hardware } from './hardware.ts';

const self = fileURLToPath(import.meta.url);
/** Members read at a time. */
const PIECE = 1 << 22;

/**
 * As many members as there are only with POLYPRISM_BENCH_BILLION=1, else a fiftieth: needs 13 GB
 * of memory and 4 GB of temporary disk. Generated into a file, streamed from it, beside C.
 */
export function benchBillion(print: (line: string) => void, wanted?: number): void {
  const all = process.env['POLYPRISM_BENCH_BILLION'] === '1' ? 1_000_000_000 : 20_000_000;
  const members = wanted ?? all;
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const stage = (name: string): string =>
    execFileSync(process.execPath, [self, name, folder, `${members}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  try {
    print(`billion: ${hardware()}`);
    stage('generate');
    print(stage('stream').trimEnd());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function generate(folder: string, members: number): void {
  const parent = forestParents(scaledCase(members), 20_180_925);
  const file = openSync(join(folder, 'parents'), 'w');
  for (let at = 0; at < members; at += PIECE) {
    const piece = parent.subarray(at, at + PIECE);
    writeAll(file, new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  closeSync(file);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

const cpu_s = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function stream(folder: string, members: number): void {
  const path = join(folder, 'parents');
  const c = runC(folder, path, members);
  const forest = streamForest(members);
  const piece = new Int32Array(PIECE);
  const file = openSync(path, 'r');
  let down_s = 0;
  for (let taken = 0; taken < members;) {
    const bytes = readSync(file, piece);
    const start = cpu_s();
    forest.take(piece.subarray(0, bytes / 4));
    down_s += cpu_s() - start;
    taken += bytes / 4;
  }
  closeSync(file);
  const start = cpu_s();
  const { people, level, levels } = forest.finish();
  const up_s = cpu_s() - start;
  const peak_gib = process.resourceUsage().maxRSS / 1024 ** 2;
  let checksum = 0;
  for (let i = 0; i < members; i++) checksum += level[i]! + levels[i]! + (people[i]! % 65_536);
  const ours = down_s + up_s;
  const each = ((ours / members) * 1e9).toFixed(1);
  console.log(`billion: ${members} members streamed: ${down_s.toFixed(2)} s down,
  ${up_s.toFixed(2)} s up, ${each} ns of processor each, peak ${peak_gib.toFixed(2)} GiB (bar 24)`);
  if (!c) return console.log('billion: no C compiler, no ratio to C');
  if (c.checksum !== checksum) throw new Error(`C says ${c.checksum}, the stream ${checksum}`);
  const ratio = ours / (c.down_s + c.up_s);
  console.log(`billion: C ${c.down_s.toFixed(2)} s and ${c.up_s.toFixed(2)} s, checksums equal;
  ratio ${ratio.toFixed(2)} (bar 3)`);
}

function runC(
  folder: string,
  path: string,
  members: number,
): { down_s: number; up_s: number; checksum: number } | null {
  const program = join(folder, 'billion-c');
  try {
    const source = fileURLToPath(new URL('billion.c', import.meta.url));
    execFileSync('gcc', ['-O2', '-o', program, source], { stdio: 'pipe' });
  } catch {
    return null;
  }
  const output = execFileSync(program, [String(members), path], { encoding: 'utf8' });
  const [down_s = 0, up_s = 0, checksum = 0] = output.trim().split(' ').map(Number);
  return { down_s, up_s, checksum };
}

const stages = { generate, stream };
const [, script, name = '', folder = '.', size = ''] = process.argv;
if (script === self && Object.hasOwn(stages, name)) {
  stages[name as keyof typeof stages](folder, Number(size));
}

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forestParents, publishedCase, scaledCase } from '../src/generate/cases/deep-forest.ts';
import { firstPeople } from '../src/network/first-people.ts';
import { firstThirdLevel } from '../src/network/first-third-level.ts';
import { openExplorer } from '../src/network/explorer/read-explorer.ts';
import type { ReadBytes } from '../src/network/explorer/read-columns.ts';
import { walkOrder } from '../src/network/explorer/walk-order.ts';
import { writeExplorer } from '../src/network/explorer/write-explorer.ts';
import { seeded } from '../src/model/random.ts';
import { hardware } from './hardware.ts';
import { spent } from '../src/cli/plan-run/spent.ts';
import { median } from './timing.ts';

const SIZES = [100_000, 1_000_000, 10_000_000];
const SEED = 20_261_128;
const VIEWPORTS = 200;
const self = fileURLToPath(import.meta.url);

/**
 * A network laid out, written and asked for viewports of a screen of 1920 by 1080 pixels, each
 * size in a process of its own, so that peak memory is that of the size.
 */
export function benchExplorer(print: (line: string) => void, members?: number): void {
  print(`explorer: ${hardware()}`);
  for (const size of members === undefined ? SIZES : [members]) {
    const run = execFileSync(process.execPath, ['--max-old-space-size=8192', self, `${size}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    print(run.trimEnd());
  }
}

async function* idsOf(count: number): AsyncGenerator<string> {
  for (let i = 0; i < count; i++) yield await idAt(i);
}

/** Ids of one length, so that their order is that of the numbers. */
const idAt = (i: number): string => String(100_000_000 + i);

/** Lays a network of the published shape out in a folder; the bytes written. */
export async function writeNetwork(members: number, folder: string): Promise<number> {
  const size = members === publishedCase.members ? publishedCase : scaledCase(members);
  const parent = forestParents(size, SEED);
  // 424 days, as long as the published case went on; a third pay the fee of 99 yuan.
  const days = parent.map((_, i) => 17_375 + Math.floor((i / members) * 424));
  const forest = { parent, memberOf: null };
  const order = walkOrder(
    forest,
    days,
    parent.map((_, i) => i),
  );
  const byNumber = (column: Int32Array): Int32Array => order.nodeOf.map((node) => column[node]!);
  const heads = firstPeople(forest, days, days, [15, 30, 60, 120]);
  const lines = [...heads, firstThirdLevel(forest, days, days)].map((day, i) => ({
    name: ['people_15', 'people_30', 'people_60', 'people_120', 'levels_3'][i]!,
    day: byNumber(day),
  }));
  let bytes = 0;
  await writeExplorer(
    {
      tree: 'sponsor',
      day: null,
      order,
      paidIn: Float64Array.from(order.nodeOf, (node) => (node % 3 === 0 ? 9_900 : 0)),
      earned: Float64Array.from(order.nodeOf, (node) => (node * 7_919) % 5_000),
      lines,
      change: null,
      idRank: order.nodeOf,
      ids: idsOf(members),
      persons: null,
    },
    (name, part) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), part);
      bytes += part.length;
      return Promise.resolve();
    },
  );
  return bytes;
}

export function fileReader(folder: string): ReadBytes {
  return (file, from = 0, to) => {
    const path = join(folder, file);
    if (to === undefined && from === 0) return Promise.resolve(new Uint8Array(readFileSync(path)));
    if (to === undefined) return Promise.resolve(new Uint8Array(readFileSync(path)).slice(from));
    const bytes = new Uint8Array(to - from);
    const handle = openSync(path, 'r');
    try {
      readSync(handle, bytes, 0, bytes.length, from);
    } finally {
      closeSync(handle);
    }
    return Promise.resolve(bytes);
  };
}

/** Viewports of a screen around what is drawn: each zoom goes on around a glyph of the last. */
async function ask(folder: string, print: (line: string) => void): Promise<void> {
  const random = seeded(SEED);
  const times_ms: number[] = [];
  let glyphs = 0;
  let [x, y] = [0.25, 0.25];
  for (let i = 0; i < VIEWPORTS; i++) {
    const zoom = 2 + (i % 14);
    if (zoom === 2) [x, y] = [0.25, 0.25];
    const [wide, high] = [1920 / 256 / 2 ** zoom, 1080 / 256 / 2 ** zoom];
    const across = { left: x - wide / 2, right: x + wide / 2 };
    const down = { top: y - high / 2, bottom: y + high / 2 };
    // A new reader each time: nothing is kept but what the system keeps of files.
    const explorer = await openExplorer(fileReader(folder));
    const start_ms = performance.now();
    const seen = await explorer.viewport({ zoom, ...across, ...down });
    times_ms.push(performance.now() - start_ms);
    glyphs = Math.max(glyphs, seen.length);
    if (seen.length > 0) ({ x, y } = random.pick(seen));
  }
  const { tiles } = (await openExplorer(fileReader(folder))).index;
  const sorted = times_ms.toSorted((a, b) => a - b);
  print(`explorer: viewport of 1920 × 1080, no tile kept: median ${median(times_ms).toFixed(2)} ms,
  95th ${sorted[Math.floor(VIEWPORTS * 0.95)]!.toFixed(1)} ms, at most ${glyphs} glyphs;
  ${tiles.count} tiles, of at most ${tiles.glyphs_max} glyphs and ${tiles.bytes_max} bytes`);
}

async function one(members: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  try {
    const { wall_s, cpu_s, gives: bytes } = await spent(() => writeNetwork(members, folder));
    const peak_gib = process.resourceUsage().maxRSS / 1024 ** 2;
    const disk_mib = (bytes / 1024 ** 2).toFixed(0);
    console.log(`explorer: ${members} members: ${cpu_s.toFixed(1)} s of processor, wall
  ${wall_s.toFixed(1)} s, peak ${peak_gib.toFixed(2)} GiB, ${disk_mib} MiB on disk,
  ${(bytes / members).toFixed(0)} bytes a member`);
    await ask(folder, console.log);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, script, size] = process.argv;
if (script === self) await one(Number(size));

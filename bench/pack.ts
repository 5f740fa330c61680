import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDb } from '../src/engine/duckdb.ts';
import type { Provision } from '../src/model/provision.ts';
import { loadPack } from '../src/packs/load-packs.ts';
import { missingNeeds } from '../src/provisions/needs.ts';
import { runProvisions } from '../src/provisions/run.ts';
import type { ProvisionRun } from '../src/provisions/run.ts';
import { attachPackData, writePackData } from './pack-data.ts';
import { byHand } from './pack-peer.ts';
import { spent } from '../src/cli/plan-run/spent.ts';

const as_of = '2026-01-15';

/** Room for both alike: a machine for a hundred million orders need not hold them. */
const memory_limit = '8GB';

/** What is found and what cannot be told, by provision: the same by whatever way. */
type Answers = Readonly<Record<string, { readonly subjects: string; readonly undecided: number }>>;

/**
 * Provisions of cn over orders, their lines, listings and requests after the sale, against the
 * same questions by hand; answers that differ end the bench. Data are streamed to Parquet: about
 * 75 bytes an order of disk, beside what the engine spills beyond its memory.
 */
export async function benchPack(print: (line: string) => void, orders = 10_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const engine = await DuckDb.open({ temporary_directory: folder, memory_limit });
  try {
    await writePackData(engine, folder, orders);
    const tables = await attachPackData(engine, folder, orders);
    const pack = await loadPack(new URL('../packs/cn', import.meta.url).pathname);
    const asked = pack.provisions.filter(
      (one) =>
        one.id in byHand &&
        one.in_force.from <= as_of &&
        missingNeeds(one, { tables, currency: 'CNY' }).length === 0,
    );
    const zone = { time_zone: 'Asia/Shanghai', currency: 'CNY', input_digests: [] };
    const context = { as_of, tables, ...zone };
    // By turns, the better of two each: the first of all finds the files unread.
    const hands = [];
    const runs = [];
    for (let round = 0; round < 2; round += 1) {
      hands.push(await spent(async () => await askByHand(engine, asked)));
      runs.push(await spent(async () => await runProvisions(engine, asked, context)));
    }
    const [hand, ours] = [quickest(hands), quickest(runs)];
    const [expected, seen] = [JSON.stringify(hand.gives), JSON.stringify(answersOf(ours.gives))];
    if (seen !== expected) throw new Error(`pack: ${seen} is not ${expected}`);
    const times = (a: number, b: number): string => `${(a / b).toFixed(2)}x`;
    print(
      `pack       ${asked.length} provisions of cn over ${(orders / 1e6).toFixed(0)} M orders: ` +
        `${ours.wall_s.toFixed(1)} s, ${times(ours.wall_s, hand.wall_s)} of hand-written SQL ` +
        `(${hand.wall_s.toFixed(1)} s; bar 1.5x), ${times(ours.cpu_s, hand.cpu_s)} of its CPU; ` +
        `the same ${ours.gives.findings.length} findings`,
    );
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function quickest<T extends { readonly cpu_s: number }>(runs: readonly T[]): T {
  const [best] = runs.toSorted((a, b) => a.cpu_s - b.cpu_s);
  if (!best) throw new TypeError('no run');
  return best;
}

async function askByHand(engine: DuckDb, asked: readonly Provision[]): Promise<Answers> {
  const answers: [string, Answers[string]][] = [];
  for (const { id } of asked) {
    const peer = byHand[id];
    if (!peer) continue;
    const subjects = (await engine.rows(peer.rows)).map((row) => String(Object.values(row)[0]));
    const [undecided] = await engine.rows(peer.undecided);
    answers.push([id, { subjects: inOrder(subjects), undecided: Number(undecided?.['n']) }]);
  }
  return Object.fromEntries(answers);
}

function answersOf({ findings, verdicts }: ProvisionRun): Answers {
  return Object.fromEntries(
    verdicts.map(({ provision, undecided }) => {
      const own = findings.filter((one) => one.provision === provision);
      return [provision, { subjects: inOrder(own.map(({ subject }) => subject.id)), undecided }];
    }),
  );
}

function inOrder(subjects: readonly string[]): string {
  return subjects.toSorted().join(' ');
}

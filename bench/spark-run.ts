import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrialSize } from '../src/cli/plan-run/trial-rows.ts';
import { writeTrialSnapshot } from '../src/cli/plan-run/trial-snapshot.ts';
import type { TrialSnapshot } from '../src/cli/plan-run/trial-snapshot.ts';
import { DuckDb } from '../src/engine/duckdb.ts';
import { openSpark } from '../src/engine/spark/spark.ts';
import { attachSnapshot } from '../src/inspect/attach-snapshot.ts';
import { judge } from '../src/inspect/judge.ts';
import { layBeforeSpark } from '../src/inspect/lay-before-spark.ts';
import type { SparkSite } from '../src/inspect/lay-before-spark.ts';
import { openScans } from '../src/inspect/open-scans.ts';
import type { Pack } from '../src/model/provision.ts';
import { analyseNetwork } from '../src/network/analyse-network.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { sparkHome, startSpark } from '../test/support/spark-server.ts';
import { hardware } from './hardware.ts';
import { cpuOfServer, lasting } from './spark-costs.ts';

const sizes: readonly TrialSize[] = [
  { members: 10_000, orders: 100_000 },
  { members: 60_000, orders: 600_000 },
];
const context = {
  as_of: '2026-01-15',
  time_zone: 'Asia/Shanghai',
  currency: 'CNY',
  input_digests: [],
};
/** The machine and the cluster between which a crossover is printed. */
const CORES = { machine: 16, cluster: 160 };

interface Took {
  readonly cpu_s: number;
  readonly wall_s: number;
}

/**
 * What follows the import, on DuckDB and with its scans and provisions on Spark, on the same data
 * of two sizes: what a run takes as such, what an order adds, and where a cluster is ahead.
 */
export async function benchSparkRun(print: (line: string) => void): Promise<void> {
  print(`spark-run: ${hardware()}`);
  if (sparkHome() === null) return print('spark-run: no Spark here');
  const packs = await loadPacks([join(import.meta.dirname, '..', 'packs', 'cn')]);
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const server = await startSpark({ java: lasting });
  const spark = await openSpark(server.url);
  const cpu_s = cpuOfServer(server.url);
  const took: Record<'here' | 'there', Took[]> = { here: [], there: [] };
  try {
    for (const size of sizes) {
      const directory = join(folder, String(size.orders));
      mkdirSync(directory);
      const snapshot = await writeTrialSnapshot(directory, size);
      const site = { engine: spark, folder: `file:${directory}` };
      // A fresh Spark spends most of its first run on compiling itself.
      if (took.there.length === 0) await run(snapshot, packs, site);
      took.here.push(
        await spend(
          () => 0,
          () => run(snapshot, packs),
        ),
      );
      took.there.push(await spend(cpu_s, () => run(snapshot, packs, site)));
      for (const where of ['here', 'there'] as const) {
        const { cpu_s: cpu, wall_s } = took[where].at(-1)!;
        print(`spark-run: ${size.orders} orders, ${where === 'here' ? 'DuckDB' : 'Spark'}:
  ${cpu.toFixed(1)} s of processor, ${wall_s.toFixed(1)} s by the wall`);
      }
    }
    tell(print, line(took.here), line(took.there));
  } finally {
    await spark.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  { directory, tables }: TrialSnapshot,
  packs: readonly Pack[],
  spark?: SparkSite,
): Promise<void> {
  const engine = await DuckDb.open({ temporary_directory: directory, memory_limit: '2GB' });
  try {
    await attachSnapshot(engine, { directory, tables });
    const site = await openScans(engine, { directory }, spark);
    await analyseNetwork(engine, { time_zone: context.time_zone, site });
    await judge(
      engine,
      packs,
      { ...context, tables, site },
      undefined,
      spark &&
        ((prepared) => layBeforeSpark(engine, spark, { directory }, prepared, undefined, site)),
    );
  } finally {
    engine.close();
  }
}

async function spend(serverCpu_s: () => number, work: () => Promise<void>): Promise<Took> {
  const ownCpu_s = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const [before, start_ms] = [ownCpu_s() + serverCpu_s(), performance.now()];
  await work();
  const cpu_s = ownCpu_s() + serverCpu_s() - before;
  return { cpu_s, wall_s: (performance.now() - start_ms) / 1_000 };
}

/** Seconds of processor: of a run as such, and of each order with all that comes with it. */
function line([few, many]: readonly Took[]): {
  readonly fixed_s: number;
  readonly order_s: number;
} {
  const order_s = (many!.cpu_s - few!.cpu_s) / (sizes[1]!.orders - sizes[0]!.orders);
  return { fixed_s: few!.cpu_s - order_s * sizes[0]!.orders, order_s };
}

function tell(
  print: (line: string) => void,
  here: ReturnType<typeof line>,
  there: ReturnType<typeof line>,
): void {
  for (const [name, { fixed_s, order_s }] of [
    ['DuckDB', here],
    ['Spark', there],
  ] as const) {
    print(`spark-run: ${name}: ${fixed_s.toFixed(1)} s of processor, and
  ${(order_s * 1e6).toFixed(1)} µs an order`);
  }
  const gain_s = here.order_s / CORES.machine - there.order_s / CORES.cluster;
  const wait_s = there.fixed_s / 2 - here.fixed_s / CORES.machine;
  const at = gain_s > 0 ? `from ${Math.round(wait_s / gain_s)} orders` : 'never';
  print(`spark-run: ${CORES.cluster} cores of Spark are ahead of ${CORES.machine} of DuckDB ${at},
  if work divides over all of them and what a run takes as such over two`);
}

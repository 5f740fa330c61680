import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import type { UnitCostName, UnitCostSheet } from '../../cost/unit-costs.ts';
import type { Pack } from '../../model/provision.ts';
import { today } from '../today.ts';
import { measureDisk } from './measure-disk.ts';
import { measureImport } from './measure-import.ts';
import { measureKernels } from './measure-kernels.ts';
import { measureSqlForest } from './measure-sql-forest.ts';
import { runTrial } from './run-trial.ts';
import type { TrialRun } from './run-trial.ts';
import { writeTrialSnapshot } from './trial-snapshot.ts';
import type { TrialSize } from './trial-rows.ts';
import type { TrialSnapshot } from './trial-snapshot.ts';

/** How much is generated to be measured. */
export interface MeasureSize {
  readonly members: number;
  readonly orders: number;
  readonly forest_members: number;
  /** Of 4 MiB each. */
  readonly disk_blocks: number;
}

export const quick: MeasureSize = {
  members: 20_000,
  orders: 200_000,
  forest_members: 500_000,
  disk_blocks: 32,
};

export const thorough: MeasureSize = {
  members: 100_000,
  orders: 1_000_000,
  forest_members: 4_000_000,
  disk_blocks: 128,
};

/** SQL takes so much longer than the kernels that fewer members will do. */
const FEWER_IN_SQL = 8;

/**
 * A tenth of it is run as well, and a tenth of the orders with four times all members: what two
 * runs take alike is no cost of what they differ by.
 */
const SMALLER = 10;
/** A member adds less to what is derived than two runs of the same differ by, unless many do. */
const WIDER = 4;

/**
 * Measures on this machine, in a temporary folder, what one machine takes: three trials of
 * an inspection on generated data, kernels, import and disk. `also` measures more on the larger
 * trial. Throws what the engine throws.
 */
export async function measureUnitCosts(
  size: MeasureSize,
  packs: readonly Pack[],
  also: (snapshot: TrialSnapshot, run: TrialRun) => Promise<UnitCostSheet['costs']> = async () =>
    await Promise.resolve({}),
): Promise<UnitCostSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'polyprism-measure-'));
  try {
    const { members, orders } = size;
    const kernels = await measureKernels(size.forest_members);
    const disk = measureDisk(folder, size.disk_blocks);
    const trial = async (of: TrialSize): Promise<[TrialSnapshot, TrialRun]> => {
      const directory = join(folder, `trial-${of.members}-${of.orders}`);
      await mkdir(directory);
      const snapshot = await writeTrialSnapshot(directory, of);
      return [snapshot, await runTrial(snapshot, packs, '2GB')];
    };
    // The smaller first: it warms up what the larger is measured with.
    const [, smaller] = await trial({ members: members / SMALLER, orders: orders / SMALLER });
    const [, wider] = await trial({ members: members * WIDER, orders: orders / SMALLER });
    const [snapshot, larger] = await trial({ members, orders });
    const imported = await measureImport(snapshot);
    const in_sql = size.forest_members / FEWER_IN_SQL;
    const few_s = await measureSqlForest(folder, in_sql / SMALLER);
    const many_s = await measureSqlForest(folder, in_sql);
    return {
      schema: 'polyprism.unit-costs/1',
      measured_on: today('UTC'),
      machine: machine(),
      members,
      orders,
      costs: {
        ...rates(disk),
        raw_bytes_per_row: imported.bytes / imported.rows,
        import_row_us: (imported.cpu_s / imported.rows) * 1e6,
        ...costsOfRows(
          snapshot,
          { smaller, wider, larger },
          {
            forest_member_us: (kernels.forest_s / size.forest_members) * 1e6,
            dates_member_us: (kernels.dates_s / size.forest_members) * 1e6,
          },
        ),
        sql_forest_member_us: Math.max(
          SMALLEST_US,
          ((many_s - few_s) / (in_sql * (1 - 1 / SMALLER))) * 1e6,
        ),
        ...(await also(snapshot, larger)),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rates(disk: ReturnType<typeof measureDisk>): UnitCostSheet['costs'] {
  return {
    disk_write_bytes_per_s: disk.write_bytes_per_s,
    ...(disk.read_bytes_per_s !== null && { disk_read_bytes_per_s: disk.read_bytes_per_s }),
  };
}

/** A cost nothing was seen of is as small as the clock can tell, not nothing. */
const SMALLEST_US = 0.001;

/** What one more row took, and what both runs took whatever the rows. */
function costsOfRows(
  { size: { members, orders }, member_bytes, order_bytes }: TrialSnapshot,
  { smaller, wider, larger }: Readonly<Record<'smaller' | 'wider' | 'larger', TrialRun>>,
  kernels: Readonly<Record<'forest_member_us' | 'dates_member_us', number>>,
): Readonly<Partial<Record<UnitCostName, number>>> {
  const more = (of: (run: TrialRun) => number, rows: number): number =>
    (of(larger) - of(smaller)) / (rows * (1 - 1 / SMALLER));
  const us = (of: (run: TrialRun) => number, rows: number): number =>
    Math.max(SMALLEST_US, more(of, rows) * 1e6);
  const decode_member_us = us((run) => run.decode.cpu_s, members);
  const group_order_us = us((run) => run.group.cpu_s, orders);
  const network_us = us((run) => run.network.cpu_s, members);
  const known =
    decode_member_us +
    kernels.forest_member_us +
    kernels.dates_member_us +
    (group_order_us * orders) / members;
  const fixed = (of: (run: TrialRun) => number): number =>
    Math.max(0, of(smaller) - (of(larger) - of(smaller)) / (SMALLER - 1));
  const derived_member_us = Math.max(
    SMALLEST_US,
    ((wider.derived.cpu_s - smaller.derived.cpu_s) / (members * (WIDER - 1 / SMALLER))) * 1e6,
  );
  return {
    ...kernels,
    snapshot_bytes_per_member: member_bytes / members,
    snapshot_bytes_per_order: order_bytes / orders,
    decode_member_us,
    group_order_us,
    network_member_us: Math.max(SMALLEST_US, network_us - known),
    network_memory_bytes_per_member: Math.max(
      1,
      more((run) => run.network_memory_bytes, members),
    ),
    derived_order_us: Math.max(
      SMALLEST_US,
      us((run) => run.derived.cpu_s, orders) - (derived_member_us * members) / orders,
    ),
    derived_member_us,
    derived_memory_bytes_per_order: Math.max(
      1,
      more((run) => run.derived_memory_bytes, orders),
    ),
    provisions_order_us: us((run) => run.provisions.cpu_s, orders),
    fixed_s: Math.max(
      SMALLEST_US,
      fixed((run) => run.network.cpu_s) +
        fixed((run) => run.derived.cpu_s) +
        fixed((run) => run.provisions.cpu_s),
    ),
  };
}

function machine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return `${cores.length} × ${model}, Node ${process.versions.node}, DuckDB ${version()}`;
}

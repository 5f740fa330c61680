import { cpuOf } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Load, Site } from './load.ts';
import type { Phase, PhaseName } from './phase.ts';

/** Rows of all tables that one order brings: itself, a line, a commission, a fiftieth request. */
export const ROWS_PER_ORDER = 3.02;

/** Bytes of a row of network_member as Parquet, which Spark is given. */
const NETWORK_ROW_BYTES = 60;

/** How much of a phase's work one thread does; the rest is spread over the cores. */
type Threads = 'one' | 'mixed' | 'all';

/** Phases of the program's own process, by name. */
export type PhasesHere = (name: HereName) => Phase;
export type HereName = Exclude<PhaseName, `sql_${string}`>;

/** What each phase would take in the program's own process on one machine. */
export function phasesHere(load: Load, site: Site, figures: Figures): PhasesHere {
  const { costs, assumed, measured } = figures;
  const { members, orders } = load;
  const rows = members + orders * ROWS_PER_ORDER;
  const member_bytes = members * costs.snapshot_bytes_per_member;
  const order_bytes = orders * costs.snapshot_bytes_per_order;
  const scanned_bytes = order_bytes * assumed.columns_read;
  const spilled_bytes = spilledBytes(load, site, figures);
  const ofMembers = (cost_us: number): number => cpuOf(members, cost_us, measured.members, assumed);
  const ofOrders = (cost_us: number): number => cpuOf(orders, cost_us, measured.orders, assumed);
  const measured_rows = measured.members + measured.orders * ROWS_PER_ORDER;
  const lain_bytes = members * NETWORK_ROW_BYTES;

  /** Seconds of processor, who does them, bytes read, bytes written. */
  const work: Readonly<Record<HereName, readonly [number, Threads, number, number]>> = {
    import: [
      cpuOf(rows, costs.import_row_us, measured_rows, assumed),
      'mixed',
      rows * costs.raw_bytes_per_row,
      member_bytes + order_bytes,
    ],
    start: [costs.fixed_s * assumed.cpu_spread, 'one', 0, 0],
    members: [ofMembers(costs.decode_member_us), 'all', member_bytes, 0],
    money: [ofOrders(costs.group_order_us), 'all', scanned_bytes, 0],
    forest: [ofMembers(costs.forest_member_us), 'one', 0, 0],
    dates: [ofMembers(costs.dates_member_us), 'one', 0, 0],
    tables: [ofMembers(costs.network_member_us), 'mixed', 0, 0],
    derived: [
      ofOrders(costs.derived_order_us),
      'mixed',
      scanned_bytes + spilled_bytes,
      spilled_bytes,
    ],
    derived_members: [ofMembers(costs.derived_member_us), 'mixed', 0, 0],
    lay: [ofMembers(costs.decode_member_us), 'all', 0, lain_bytes],
    provisions: [
      ofOrders(costs.provisions_order_us),
      'all',
      scanned_bytes + spilled_bytes,
      spilled_bytes,
    ],
  };
  return (name) => {
    const [cpu_s, threads, read_bytes, written_bytes] = work[name];
    const one = { one: 1, mixed: assumed.one_thread, all: 0 }[threads];
    const busy = Math.max(1, site.cores * assumed.busy_cores);
    const disk_s =
      (read_bytes / costs.disk_read_bytes_per_s + written_bytes / costs.disk_write_bytes_per_s) /
      assumed.disk_share;
    const wall_s = Math.max(cpu_s * (one + (1 - one) / busy), disk_s);
    const none = { shuffled_bytes: 0, rounds: 0 };
    return { name, where: 'here', read_bytes, written_bytes, ...none, cpu_s, wall_s };
  };
}

/** Nothing as long as the engine holds it in half of the memory. */
export function spilledBytes({ orders }: Load, site: Site, { assumed }: Figures): number {
  const bytes = orders * assumed.spilled_bytes_per_order;
  return bytes > site.memory_bytes / 2 ? bytes : 0;
}

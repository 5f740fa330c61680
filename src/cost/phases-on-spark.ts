import { cpuOf } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Load, Site } from './load.ts';
import type { Phase, PhaseName } from './phase.ts';

/** The work of a phase on the cluster, before the cluster divides it. */
type Work = Pick<Phase, 'name' | 'read_bytes' | 'shuffled_bytes' | 'rounds' | 'cpu_s'>;

/**
 * The work over all cores, or the reading where that is slower; then what goes between nodes, and
 * what each statement takes however many nodes there are.
 */
function onSpark(work: Work, site: Site, { costs, assumed }: Figures): Phase {
  const cpu_s = work.cpu_s / (site.nodes * Math.max(1, site.cores * assumed.busy_cores));
  const network = site.nodes * site.network_bytes_per_s * assumed.network_share;
  const disk = site.nodes * costs.disk_read_bytes_per_s * assumed.disk_share;
  const read_s = work.read_bytes / Math.min(network, disk);
  const shuffle_s = (work.shuffled_bytes * assumed.compressed) / network;
  const wait_s = work.rounds * (costs.spark_statement_s + assumed.cluster_statement_s);
  const wall_s = Math.max(cpu_s, read_s) + shuffle_s + wait_s;
  return { ...work, where: 'spark', written_bytes: 0, wall_s };
}

/** Spark's processor time, times DuckDB's: half filters, half groups. */
function sparkFactor({ costs }: Figures): number {
  return (costs.spark_filter_factor + costs.spark_group_factor) / 2;
}

export function provisionsOnSpark(load: Load, site: Site, figures: Figures): Phase {
  const { costs, assumed, measured } = figures;
  const { orders } = load;
  const cpu_s = cpuOf(orders, costs.provisions_order_us, measured.orders, assumed);
  const scanned_bytes = orders * costs.snapshot_bytes_per_order * assumed.columns_read;
  return onSpark(
    {
      name: 'provisions',
      read_bytes: scanned_bytes * assumed.scans,
      shuffled_bytes: orders * assumed.joined_bytes_per_order,
      rounds: assumed.statements,
      cpu_s: cpu_s * sparkFactor(figures),
    },
    site,
    figures,
  );
}

/** Of the network: what members paid, earned and share, when they left. */
const MONEY_ROUNDS = 25;
/** A key and a sum of a member, once for fees and once for commissions. */
const MONEY_BYTES_PER_MEMBER = 2 * 48;

/** Fees, commissions and links brought down to members. */
export function moneyOnSpark(load: Load, site: Site, figures: Figures): Phase {
  const { costs, assumed, measured } = figures;
  const cpu_s = cpuOf(load.orders, costs.group_order_us, measured.orders, assumed);
  return onSpark(
    {
      name: 'money',
      read_bytes: load.orders * costs.snapshot_bytes_per_order * assumed.columns_read,
      shuffled_bytes: load.members * MONEY_BYTES_PER_MEMBER,
      rounds: MONEY_ROUNDS,
      cpu_s: cpu_s * costs.spark_group_factor,
    },
    site,
    figures,
  );
}

/** Of signals and funding, counted in a mall with something of each. */
const DERIVED_ROUNDS = 76;
/** Of them, those that read all orders or what was made of each. */
const DERIVED_SCANS = 25;

/** Signals and funding, up to what is a row for each member, seller or listing. */
export function derivedOnSpark(load: Load, site: Site, figures: Figures): Phase {
  const { costs, assumed, measured } = figures;
  const { orders } = load;
  const cpu_s = cpuOf(orders, costs.derived_order_us, measured.orders, assumed);
  const scanned_bytes = orders * costs.snapshot_bytes_per_order * assumed.columns_read;
  return onSpark(
    {
      name: 'derived',
      read_bytes: scanned_bytes * DERIVED_SCANS,
      shuffled_bytes: orders * assumed.joined_bytes_per_order,
      rounds: DERIVED_ROUNDS,
      cpu_s: cpu_s * sparkFactor(figures),
    },
    site,
    figures,
  );
}

/** Statements that cut cycles, on those few rows that hang from one. */
const CYCLE_ROUNDS = 12;
/** Pairs of day and people that a member hands up for the day of 30 people. */
const PAIRS_PER_MEMBER = 5.33;

/**
 * The forest in SQL: bytes that a member's rows are when they go from node to node, statements
 * that wait for each other, and seconds of processor of 10 million members 54 levels deep on
 * DuckDB, which share out the cost of a member.
 */
function forestWork(levels: number): readonly [PhaseName, number, number, number][] {
  const doublings = Math.ceil(Math.log2(Math.max(levels, 2))) + 1;
  return [
    ['sql_normalise', 64, 1, 3.6],
    ['sql_doubling', 2 * 32 * doublings, doublings, (27.1 / 7) * doublings],
    ['sql_cycles', 0, CYCLE_ROUNDS, 0.8],
    ['sql_levels', 160, 1, 9.6],
    ['sql_sums', 2 * 48, levels, 7.8],
    ['sql_third_level', 72, 2, 6.7],
    ['sql_dates', PAIRS_PER_MEMBER * 2 * 40, levels, 75],
  ];
}

/** Seconds of processor of the row above, together. */
const FOREST_CPU_S = 3.6 + 27.1 + 0.8 + 9.6 + 7.8 + 6.7 + 75;

export function forestOnSpark(load: Load, site: Site, figures: Figures): Phase[] {
  const { costs, assumed, measured } = figures;
  const { members, levels } = load;
  const cpu_s = cpuOf(members, costs.sql_forest_member_us, measured.members, assumed);
  return forestWork(levels).map(([name, bytes, rounds, share]) =>
    onSpark(
      {
        name,
        read_bytes: 0,
        shuffled_bytes: members * bytes,
        rounds,
        cpu_s: (cpu_s * costs.spark_group_factor * share) / FOREST_CPU_S,
      },
      site,
      figures,
    ),
  );
}

import type { Figures } from '../../src/cost/figures.ts';
import type { Load, Site } from '../../src/cost/load.ts';

/** Figures that can be reckoned in the head: every cost 1, nothing grows, nothing is lost. */
export function plainFigures(
  costs: Partial<Figures['costs']> = {},
  assumed: Partial<Figures['assumed']> = {},
): Figures {
  return {
    costs: {
      disk_read_bytes_per_s: 1e9,
      disk_write_bytes_per_s: 1e9,
      raw_bytes_per_row: 100,
      snapshot_bytes_per_member: 10,
      snapshot_bytes_per_order: 50,
      import_row_us: 1,
      decode_member_us: 1,
      group_order_us: 1,
      forest_member_us: 1,
      dates_member_us: 1,
      network_member_us: 1,
      network_memory_bytes_per_member: 100,
      derived_order_us: 1,
      derived_member_us: 1,
      derived_memory_bytes_per_order: 10,
      provisions_order_us: 1,
      fixed_s: 1,
      spark_statement_s: 1,
      spark_filter_factor: 1,
      spark_group_factor: 1,
      sql_forest_member_us: 1,
      ...costs,
    },
    assumed: {
      cpu_spread: 1,
      growth_per_doubling: 0,
      busy_cores: 1,
      one_thread: 1,
      disk_share: 1,
      columns_read: 1,
      spilled_bytes_per_order: 100,
      statements: 10,
      scans: 1,
      joined_bytes_per_order: 100,
      cluster_statement_s: 0,
      compressed: 1,
      network_share: 1,
      ...assumed,
    },
    measured: { members: 1e6, orders: 1e6 },
  };
}

export const plainLoad: Load = {
  members: 1e6,
  orders: 1e7,
  levels: 16,
  imported: false,
  derived: true,
};

export const plainSite: Site = {
  nodes: 5,
  cores: 2,
  memory_bytes: 64e9,
  disk_bytes: null,
  network_bytes_per_s: 1e8,
};

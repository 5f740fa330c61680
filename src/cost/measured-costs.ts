import type { UnitCosts, UnitCostSheet } from './unit-costs.ts';

/**
 * Measured by `npm run bench -- --only unit-costs`, beside other work: seconds of processor. Memory
 * is that of the larger check (docs/scale.md). What is derived of a member was read off 4 million
 * members with 400,000 orders, and taken off what an order was measured with; of 400,000 with
 * 100,000 orders it was 11. Spark's factors are the middle ones of three runs a day later, on two
 * cores of an Intel Xeon with six to eight programs at work; what a statement takes by the wall
 * cannot be told on such a machine, and is of the day before.
 */
export const measuredCosts: UnitCostSheet & { readonly costs: UnitCosts } = {
  schema: 'polyprism.unit-costs/1',
  measured_on: '2026-11-29',
  machine: '2 shared cores of an AMD EPYC (Spark: Xeon), Node 24.21.0, DuckDB 1.5.6, Spark 4.1.4',
  members: 100_000,
  orders: 1_000_000,
  costs: {
    disk_read_bytes_per_s: 8.1e8,
    disk_write_bytes_per_s: 3.2e8,
    raw_bytes_per_row: 71.8,
    snapshot_bytes_per_member: 11.3,
    snapshot_bytes_per_order: 67.5,
    import_row_us: 21.2,
    decode_member_us: 0.025,
    group_order_us: 0.23,
    forest_member_us: 0.224,
    dates_member_us: 1.57,
    network_member_us: 17.2,
    network_memory_bytes_per_member: 194,
    derived_order_us: 22.8,
    derived_member_us: 24,
    derived_memory_bytes_per_order: 23,
    provisions_order_us: 5.87,
    fixed_s: 7.73,
    spark_statement_s: 0.131,
    spark_filter_factor: 2.86,
    spark_group_factor: 5.59,
    sql_forest_member_us: 14,
  },
};

import type { Localised } from '../model/localised.ts';

/** What one of something costs: its unit, and how it is measured. */
interface UnitCostDoc {
  readonly unit: string;
  readonly how: Localised;
}

/** Costs are seconds of processor, whatever the number of threads, unless the unit says else. */
export const unitCosts = {
  disk_read_bytes_per_s: {
    unit: 'bytes/s',
    how: { en: 'a file read past the cache', zh: '绕过缓存读取文件' },
  },
  disk_write_bytes_per_s: {
    unit: 'bytes/s',
    how: { en: 'a file written and synced', zh: '写入文件并落盘' },
  },
  raw_bytes_per_row: {
    unit: 'bytes',
    how: { en: 'a row as CSV', zh: 'CSV 每行' },
  },
  snapshot_bytes_per_member: {
    unit: 'bytes',
    how: { en: 'a member as Parquet (zstd)', zh: 'Parquet（zstd）每名会员' },
  },
  snapshot_bytes_per_order: {
    unit: 'bytes',
    how: {
      en: 'an order as Parquet (zstd), with its line, commission and share of requests',
      zh: 'Parquet（zstd）每笔订单，含明细、佣金与售后',
    },
  },
  import_row_us: {
    unit: 'µs',
    how: { en: 'a row of CSV read, mapped, written as Parquet', zh: 'CSV 一行读入、映射并写出' },
  },
  decode_member_us: {
    unit: 'µs',
    how: { en: 'three columns of a member out of Parquet', zh: '从 Parquet 解码会员三列' },
  },
  group_order_us: {
    unit: 'µs',
    how: { en: 'an order grouped by its member, sum and first day', zh: '订单按会员分组求和' },
  },
  forest_member_us: {
    unit: 'µs',
    how: {
      en: 'level, people, heights and two sums of a member by the kernels, on one thread',
      zh: '单线程内核计算一名会员的层级、人数、层数与两项金额',
    },
  },
  dates_member_us: {
    unit: 'µs',
    how: {
      en: 'days on which 15, 30, 60, 120 people and three levels were there, on one thread',
      zh: '单线程计算达 15、30、60、120 人及三级的日期',
    },
  },
  network_member_us: {
    unit: 'µs',
    how: {
      en: 'the rest of the network of a member: persons, ways of counting, tables',
      zh: '会员网络的其余部分：自然人、计数口径、结果表',
    },
  },
  network_memory_bytes_per_member: {
    unit: 'bytes',
    how: { en: 'arrays held for a member', zh: '每名会员占用的数组内存' },
  },
  derived_order_us: {
    unit: 'µs',
    how: { en: 'signals, funding and terms of an order', zh: '每笔订单的疑点、资金与词语推算' },
  },
  derived_member_us: {
    unit: 'µs',
    how: {
      en: 'what is derived of a member beside its orders: who takes part, gains',
      zh: '每名会员在订单之外的推算：是否参与、得失',
    },
  },
  derived_memory_bytes_per_order: {
    unit: 'bytes',
    how: { en: 'arrays held for an order meanwhile', zh: '推算时每笔订单占用的数组内存' },
  },
  provisions_order_us: {
    unit: 'µs',
    how: { en: 'all provisions of cn over an order', zh: 'cn 全部条款对一笔订单' },
  },
  fixed_s: {
    unit: 's',
    how: { en: 'what an inspection takes without rows', zh: '无数据时一次检查的固定开销' },
  },
  spark_statement_s: {
    unit: 's',
    how: {
      en: 'by the wall: a statement of one row on Spark',
      zh: 'Spark 上一条单行语句（实际时间）',
    },
  },
  spark_filter_factor: {
    unit: '×',
    how: { en: 'a filter on Spark, times DuckDB', zh: 'Spark 过滤相对 DuckDB 的倍数' },
  },
  spark_group_factor: {
    unit: '×',
    how: { en: 'a group-by on Spark, times DuckDB', zh: 'Spark 分组相对 DuckDB 的倍数' },
  },
  sql_forest_member_us: {
    unit: 'µs',
    how: {
      en: 'all of the forest of a member in SQL, dates included, on DuckDB',
      zh: '在 DuckDB 上用 SQL 计算一名会员的全部网络数据（含日期）',
    },
  },
} as const satisfies Readonly<Record<string, UnitCostDoc>>;

export type UnitCostName = keyof typeof unitCosts;

export const unitCostNames = Object.keys(unitCosts) as readonly UnitCostName[];

/** Unit costs as they were measured together. A cost that is absent was not measured. */
export interface UnitCostSheet {
  readonly schema: 'polyprism.unit-costs/1';
  readonly measured_on: string;
  /** What it was measured on, in one line. */
  readonly machine: string;
  /** Rows it was measured with: costs grow a little beyond. */
  readonly members: number;
  readonly orders: number;
  readonly costs: Readonly<Partial<Record<UnitCostName, number>>>;
}

export type UnitCosts = Readonly<Record<UnitCostName, number>>;

/** A sheet as JSON has it; null where it is none. */
export function parseUnitCosts(value: unknown): UnitCostSheet | null {
  if (typeof value !== 'object' || value === null) return null;
  // Looked at below, key by key.
  const sheet = value as Readonly<Record<string, unknown>>;
  const { schema, measured_on, machine, members, orders, costs } = sheet;
  if (schema !== 'polyprism.unit-costs/1' || typeof machine !== 'string') return null;
  if (typeof measured_on !== 'string' || !isPositive(members) || !isPositive(orders)) return null;
  if (typeof costs !== 'object' || costs === null) return null;
  const known: Partial<Record<UnitCostName, number>> = {};
  for (const [name, cost] of Object.entries(costs)) {
    if (!Object.hasOwn(unitCosts, name) || !isPositive(cost)) return null;
    known[name as UnitCostName] = cost;
  }
  return { schema, measured_on, machine, members, orders, costs: known };
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

import { createTable } from '../engine/create-table.ts';
import { DuckDb } from '../engine/duckdb.ts';
import { deriveFunding } from '../funding/derive-funding.ts';
import type { TableName } from '../model/tables.ts';
import type { DeriveContext, Deriver } from '../provisions/derive.ts';

const reads = [
  'commission',
  'fee',
  'order',
  'after_sale',
  'member',
  'plan',
  'plan_rule',
  'withdrawal',
  'network_member',
] as const satisfies readonly TableName[];

export const fundingTableNames = [
  'commission_funding',
  'funding_band',
  'sales_month',
  'downline_sales',
  'member_gain',
] as const satisfies readonly TableName[];

const made = new WeakSet<DeriveContext>();

/** The five tables of funding, worked out together by whichever is asked for first. */
export const fundingDerivers: readonly Deriver[] = fundingTableNames.map((table) => ({
  table,
  reads,
  derive: async (engine, context) => {
    // The kernels need the column interface of DuckDB; elsewhere the tables are supplied.
    if (!(engine instanceof DuckDb)) await createTable(engine, table);
    else if (!made.has(context)) {
      await deriveFunding(engine, context);
      made.add(context);
    }
  },
}));

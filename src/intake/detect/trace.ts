import type { Localised } from '../../model/localised.ts';
import type { TableName } from '../../model/tables.ts';

/** Why a raw column feeds a canonical column, and what else could have. */
export interface ColumnTrace {
  readonly table: TableName;
  readonly column: string;
  readonly raw_table: string;
  /** `null` where nothing was good enough. */
  readonly raw_column: string | null;
  readonly score: number;
  readonly reasons: readonly Localised[];
  readonly runners_up: readonly { readonly raw_column: string; readonly score: number }[];
}

/** Why a raw table feeds a canonical table. */
export interface TableTrace {
  readonly raw_table: string;
  readonly table: TableName;
  readonly score: number;
  readonly reasons: readonly Localised[];
}

/** What `polyprism map` prints: every choice with its score, reasons and runners-up. */
export interface DetectionTrace {
  readonly tables: readonly TableTrace[];
  readonly columns: readonly ColumnTrace[];
}

/** Collects the trace while a mapping is being chosen. */
export interface Tracer {
  readonly tables: TableTrace[];
  readonly columns: ColumnTrace[];
}

export function newTracer(): Tracer {
  return { tables: [], columns: [] };
}

/** Two decimals: enough to compare, few enough to read. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toString()} %`;
}

import type { LakePlace } from '../inspect/lake/lake-place.ts';
import type { CommonOptions } from './common-options.ts';
import type { Format } from './report-formats.ts';

/** What `inspect` was asked for. */
export interface InspectFlags extends CommonOptions {
  readonly out: string;
  /** Address in storage that `out` is sent to when it is whole. */
  readonly sent_to?: string;
  readonly asOf?: string;
  readonly packs?: readonly string[];
  readonly trust?: string;
  readonly waivers?: string;
  readonly cutLinks?: string;
  readonly map?: string;
  readonly format: readonly Format[];
  readonly charset?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly personKey?: string;
  readonly engine?: 'duckdb' | 'spark';
  readonly engineUrl?: string;
  readonly enginePath?: string;
  /** Where Spark has the canonical tables. */
  readonly engineTables?: LakePlace;
  readonly forest?: 'kernels' | 'sql' | 'both';
  readonly threads?: number;
  readonly memory?: string;
}

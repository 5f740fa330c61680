import type { RawSink, ReadProgress } from '../raw.ts';
import type { LiveTally } from './copy-rows.ts';

/** What every reader of a live database takes. */
export interface LiveOptions {
  readonly signal?: AbortSignal;
  readonly progress?: ReadProgress;
}

/** Where the tables of a live database go, and how far their reading has come. */
export interface LiveTarget {
  readonly sink: RawSink;
  readonly file: number;
  readonly tally: LiveTally;
  readonly options: LiveOptions;
}

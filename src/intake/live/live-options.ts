import type { ReadProgress } from '../raw.ts';

/** What every reader of a live database takes. */
export interface LiveOptions {
  readonly signal?: AbortSignal;
  readonly progress?: ReadProgress;
}

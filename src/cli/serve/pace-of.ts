import type { Progress } from '../../model/progress.ts';

/** How fast a step goes; null where that cannot be told yet. */
export interface Pace {
  readonly elapsed_s: number;
  readonly rows_per_s: number | null;
  /** Of this step, if it goes on as it went. */
  readonly left_s: number | null;
}

/** The pace of a step that began so long ago. */
export function paceOf({ done, total, rows }: Progress, elapsed_ms: number): Pace {
  const elapsed_s = Math.round(elapsed_ms / 100) / 10;
  const told = elapsed_ms > 0;
  return {
    elapsed_s,
    rows_per_s: told && rows > 0 ? Math.round((rows * 1_000) / elapsed_ms) : null,
    left_s:
      told && total !== null && done > 0
        ? Math.round((elapsed_ms * Math.max(0, total - done)) / done / 1_000)
        : null,
  };
}

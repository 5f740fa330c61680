/** One sign of life of a long run. Consumers compute rate and time left from a series of them. */
export interface Progress {
  readonly step:
    | 'hash'
    | 'read'
    | 'load'
    | 'detect'
    | 'map'
    | 'network'
    | 'provisions'
    | 'report'
    | 'simulate'
    | 'send'
    | 'fetch';
  /** Raw file, table or provision at work; null where the step is one piece. */
  readonly subject: string | null;
  readonly done: number;
  /** null when the end is not known. */
  readonly total: number | null;
  readonly unit: 'bytes' | 'rows' | 'items';
  /** Rows read so far in this step. */
  readonly rows: number;
}

export type OnProgress = (progress: Progress) => void;

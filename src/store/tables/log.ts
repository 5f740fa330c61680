import type { GeneratedAlways } from 'kysely';
import type { InstantNow } from './people.ts';

export interface LogPendingTable {
  readonly id: GeneratedAlways<number>;
  /** What the entry is of: `event/<position>`. */
  readonly source: string;
  readonly entry: Uint8Array;
}

export interface LogLeafTable {
  readonly index: number;
  readonly source: string;
  readonly entry: Uint8Array;
}

export interface LogStateTable {
  readonly id: number;
  readonly size: number;
  readonly frontier: readonly Uint8Array[];
}

/** Full tiles; a partial one is made of leaves and tiles when asked for. */
export interface LogTileTable {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

export interface CheckpointTimestampTable {
  /** Of the checkpoint. */
  readonly size: number;
  readonly authority: string;
  readonly token: Uint8Array;
  readonly at: InstantNow;
}

export interface CheckpointTable {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly at: InstantNow;
}

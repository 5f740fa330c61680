import type { colours } from './colours.ts';
import type { ChangeKind } from './compare-days.ts';

export const EXPLORER_SCHEMA = 'polyprism.explorer/1';

/** How a file of one column is read: values of one type, little-endian, nothing before them. */
export type ColumnType = 'u8' | 'i32' | 'u32' | 'f64';

export interface ColumnFile {
  readonly file: string;
  readonly type: ColumnType;
  readonly length: number;
}

/** `index.json` of an explorer folder: what is in it and how it is read. */
export interface ExplorerIndex {
  readonly schema: typeof EXPLORER_SCHEMA;
  readonly tree: string;
  /** ISO date at the end of which the network is shown. */
  readonly day: string | null;
  readonly members: number;
  readonly schemes: number;
  /** Members who stand alone; they have the numbers from `members - alone` on. */
  readonly alone: number;
  readonly levels: number;
  /** Members with thirty people and three levels. */
  readonly candidates: number;
  /** What the picture takes of the world, a square of side 1. */
  readonly bounds: { readonly width: number; readonly height: number };
  readonly spacing: {
    readonly tile_px: number;
    readonly spacing_px: number;
    readonly nearest_px: number;
    readonly zoom_max: number;
  };
  readonly tiles: {
    readonly count: number;
    readonly directory: string;
    readonly files: readonly string[];
    readonly glyphs_max: number;
    readonly bytes_max: number;
    /** Tiles of each zoom, from 0 on. */
    readonly per_zoom: readonly number[];
  };
  readonly columns: Readonly<Record<string, ColumnFile>>;
  /** Files of sorted keys: of member ids, and of persons where they are known. */
  readonly keys: Readonly<Record<string, { readonly blocks: string; readonly directory: string }>>;
  /** What the second number of a crossing says. */
  readonly lines: readonly string[];
  /** The two days that are compared, and what became of members; null where none are. */
  readonly change: {
    readonly since: string;
    readonly until: string;
    readonly kinds: readonly ChangeKind[];
  } | null;
  readonly colours: typeof colours;
  /** Of every other file of the folder. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

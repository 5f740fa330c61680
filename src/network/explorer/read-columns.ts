import type { ColumnFile } from './explorer-index.ts';

/** Bytes `from` to `to` of a file of the folder; the whole file where `to` is not given. */
export type ReadBytes = (file: string, from?: number, to?: number) => Promise<Uint8Array>;

/** Bytes read at once: what stands beside is often asked for next. */
const PAGE_BYTES = 32 * 1024;
const PAGES_MAX = 512;

const sizes = { u8: 1, i32: 4, u32: 4, f64: 8 } as const;

/** Reads single values and short ranges of column files through a store of pages. */
export interface ColumnReader {
  readonly value: (column: ColumnFile, at: number) => Promise<number>;
  /** Values `from` to `to`; the arrays of a file's end are shorter. */
  readonly range: (column: ColumnFile, from: number, to: number) => Promise<number[]>;
}

export function columnReader(read: ReadBytes): ColumnReader {
  // In the order of last use: the first is the one to be let go.
  const pages = new Map<string, Promise<DataView>>();
  const pageOf = (column: ColumnFile, page: number): Promise<DataView> => {
    const name = `${page} ${column.file}`;
    const bytes = column.length * sizes[column.type];
    const from = page * PAGE_BYTES;
    const known =
      pages.get(name) ??
      read(column.file, from, Math.min(from + PAGE_BYTES, bytes)).then(
        (got) => new DataView(got.buffer, got.byteOffset, got.byteLength),
      );
    pages.delete(name);
    pages.set(name, known);
    // A page that could not be read is asked for again next time.
    known.catch(() => pages.delete(name));
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGES_MAX) break;
      pages.delete(oldest);
    }
    return known;
  };
  const value = async (column: ColumnFile, at: number): Promise<number> => {
    const byte = at * sizes[column.type];
    const page = Math.floor(byte / PAGE_BYTES);
    return valueIn(await pageOf(column, page), column.type, byte - page * PAGE_BYTES);
  };
  return {
    value,
    range: async (column, from, to) => {
      const values: number[] = [];
      const end = Math.min(to, column.length);
      for (let at = Math.max(0, from); at < end; at++) values.push(await value(column, at));
      return values;
    },
  };
}

function valueIn(view: DataView, type: ColumnFile['type'], at: number): number {
  switch (type) {
    case 'u8':
      return view.getUint8(at);
    case 'i32':
      return view.getInt32(at, true);
    case 'u32':
      return view.getUint32(at, true);
    case 'f64':
      return view.getFloat64(at, true);
  }
}

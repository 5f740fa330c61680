/** What a glyph stands for. */
export const glyphKinds = {
  /** One member, drawn as itself. */
  member: 0,
  /** Whole subtrees of siblings that follow one another. */
  subtrees: 1,
  /** Whole schemes that follow one another. */
  schemes: 2,
  /** All who stand alone. */
  heap: 3,
} as const;

/**
 * Every glyph of every zoom. A glyph stands for the members `first` to `end` and is drawn from
 * `zoomFrom` to `zoomTo`.
 */
export interface GlyphList {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly zoomFrom: Uint8Array;
  readonly zoomTo: Uint8Array;
}

export interface Glyph {
  readonly kind: number;
  readonly first: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
}

type Columns = { -readonly [K in keyof Omit<GlyphList, 'count'>]: GlyphList[K] };

/** A list that grows as glyphs are put to it. */
export interface GlyphWriter {
  readonly put: (glyph: Glyph, zoomFrom: number, zoomTo: number) => void;
  readonly list: () => GlyphList;
}

export function glyphWriter(expected: number): GlyphWriter {
  let columns = columnsOf(Math.max(16, expected));
  let count = 0;
  return {
    put: ({ kind, first, end, x, y }, zoomFrom, zoomTo) => {
      if (count === columns.kind.length) columns = grown(columns);
      columns.kind[count] = kind;
      columns.first[count] = first;
      columns.end[count] = end;
      columns.x[count] = x;
      columns.y[count] = y;
      columns.zoomFrom[count] = zoomFrom;
      columns.zoomTo[count] = zoomTo;
      count++;
    },
    list: () => ({ count, ...columns }),
  };
}

function columnsOf(size: number): Columns {
  return {
    kind: new Uint8Array(size),
    first: new Int32Array(size),
    end: new Int32Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    zoomFrom: new Uint8Array(size),
    zoomTo: new Uint8Array(size),
  };
}

function grown(old: Columns): Columns {
  const columns = columnsOf(Math.ceil(old.kind.length * 1.5));
  columns.kind.set(old.kind);
  columns.first.set(old.first);
  columns.end.set(old.end);
  columns.x.set(old.x);
  columns.y.set(old.y);
  columns.zoomFrom.set(old.zoomFrom);
  columns.zoomTo.set(old.zoomTo);
  return columns;
}

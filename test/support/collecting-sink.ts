import type { Issue, IssueCode, IssueParams, Place } from '../../src/model/issue.ts';
import type { RawInput, RawRowWriter, RawSink, RawTableShape } from '../../src/intake/raw.ts';

export interface CollectedTable {
  /** Every column seen, declared ones first. */
  readonly columns: string[];
  readonly shape: RawTableShape | null;
  /** Values by column; a column absent from a row's own list is absent here too. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** Line of each row. */
  readonly lines: readonly number[];
  readonly refused: readonly Refusal[];
}

export interface Refusal extends Place {
  readonly code: IssueCode;
  readonly params: IssueParams;
}

interface Collecting {
  columns: string[];
  shape: RawTableShape | null;
  rows: Record<string, string | null>[];
  lines: number[];
  refused: Refusal[];
}

/** A sink that keeps everything as JavaScript values: for tests, and for small inputs only. */
export class CollectingSink implements RawSink {
  readonly issues: Issue[] = [];
  flushes = 0;
  readonly #tables = new Map<string, Collecting>();

  get tables(): ReadonlyMap<string, CollectedTable> {
    return this.#tables;
  }

  table(name: string): CollectedTable {
    const table = this.#tables.get(name);
    if (!table)
      throw new Error(`no table ${name}; there are: ${[...this.#tables.keys()].join(', ')}`);
    return table;
  }

  /** Rows as arrays in the order of the table's columns. */
  values(name: string): (string | null | undefined)[][] {
    const { columns, rows } = this.table(name);
    return rows.map((row) => columns.map((column) => row[column]));
  }

  codes(): IssueCode[] {
    return this.issues.map((issue) => issue.code);
  }

  async open(table: string, columns: readonly string[], _file: number): Promise<RawRowWriter> {
    const collecting = this.#of(table, columns);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let row: (string | null)[] = [];
    return {
      bytes: (source, start, end) => {
        row.push(decoder.decode(source.subarray(start, end)));
      },
      text: (value) => {
        row.push(value);
      },
      none: () => {
        row.push(null);
      },
      end: (line) => {
        if (row.length !== columns.length) {
          throw new Error(`${table}: ${row.length} values for ${columns.length} columns`);
        }
        collecting.rows.push(Object.fromEntries(columns.map((name, i) => [name, row[i]!])));
        collecting.lines.push(line);
        row = [];
      },
      refuse: (code, params, place) => {
        collecting.refused.push({ code, params, ...place });
        row = [];
      },
    };
  }

  declare(shape: RawTableShape): void {
    this.#of(
      shape.name,
      shape.columns.map((column) => column.name),
    ).shape = shape;
  }

  issue(code: IssueCode, params: IssueParams, place: Place, count = 1): void {
    this.issues.push({ code, params, count, ...place });
  }

  async flushed(): Promise<void> {
    this.flushes += 1;
  }

  #of(table: string, columns: readonly string[]): Collecting {
    let collecting = this.#tables.get(table);
    if (!collecting) {
      collecting = { columns: [], shape: null, rows: [], lines: [], refused: [] };
      this.#tables.set(table, collecting);
    }
    for (const name of columns) {
      if (!collecting.columns.includes(name)) collecting.columns.push(name);
    }
    return collecting;
  }
}

/** Bytes or text as a `RawInput`, in pieces of `chunk_bytes`, to try every chunk boundary. */
export function inputOf(
  content: string | Uint8Array,
  name = 'input',
  chunk_bytes = 65_536,
): RawInput {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    file: 0,
    name,
    bytes: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunk_bytes) {
        yield bytes.subarray(at, at + chunk_bytes);
      }
    },
  };
}

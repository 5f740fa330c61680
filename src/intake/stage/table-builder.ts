import { join } from 'node:path';
import { nowhere, PolyprismError } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { RawTableShape } from '../raw.ts';
import { ColumnUnion } from './column-union.ts';
import { CsvPart } from './csv-part.ts';
import type { PartPool } from './part-pool.ts';
import { StageRowWriter } from './row-writer.ts';

/** What the tables of one stage share. */
export interface StageContext {
  readonly folder: string;
  readonly pool: PartPool;
  readonly issues: IssueLog;
  readonly limits: Limits;
}

/** The raw file a sink speaks for. */
export interface StageFile {
  readonly index: number;
  readonly name: string;
  /** Whether a digest over the rows is wanted. */
  readonly hashed: boolean;
}

export interface FilePart {
  readonly part: CsvPart;
  readonly file: StageFile;
}

/** One raw table while rows arrive: its shape so far and its rows in parts. */
export class TableBuilder {
  readonly name: string;
  readonly columns = new ColumnUnion();
  readonly parts: FilePart[] = [];
  readonly files = new Set<number>();
  rows_refused = 0;
  comment: string | null = null;
  primary_key: readonly string[] = [];
  readonly #context: StageContext;
  readonly #number: number;
  readonly #uniqueKeys = new Map<string, readonly string[]>();
  /** Column names as each file declared them, without case. */
  readonly #declaredBy = new Map<number, string>();

  constructor(name: string, number: number, context: StageContext) {
    this.name = name;
    this.#number = number;
    this.#context = context;
  }

  get declared(): boolean {
    return this.#declaredBy.size > 0;
  }

  get unique_keys(): readonly (readonly string[])[] {
    return [...this.#uniqueKeys.values()];
  }

  get rows_read(): number {
    return this.parts.reduce((sum, { part }) => sum + part.rows, 0);
  }

  /** Bytes of its rows on disk. */
  get bytes(): number {
    return this.parts.reduce((sum, { part }) => sum + part.file_bytes, 0);
  }

  /** Its name in the work database: raw names may clash there, or hold anything. */
  get relation(): string {
    return `raw_${this.#number}`;
  }

  declare(shape: RawTableShape, file: StageFile): void {
    this.files.add(file.index);
    this.comment ??= shape.comment;
    if (this.primary_key.length === 0) this.primary_key = shape.primary_key;
    for (const key of shape.unique_keys) {
      const text = JSON.stringify(key);
      if (!this.#uniqueKeys.has(text)) this.#uniqueKeys.set(text, key);
    }
    const names = shape.columns.map(({ name }) => name.toLowerCase()).toSorted();
    this.#declaredBy.set(file.index, JSON.stringify(names));
    if (new Set(this.#declaredBy.values()).size > 1) this.#tellUnion(file);
    this.columns.declare(shape.columns);
    this.#checkWidth(file);
  }

  open(columns: readonly string[], file: StageFile): StageRowWriter {
    this.files.add(file.index);
    const positions = this.columns.indexesOf(columns);
    this.#checkWidth(file);
    const { limits, issues } = this.#context;
    return new StageRowWriter(
      {
        limits,
        part: () => this.#partFor(file),
        refused: (code, params, place) => {
          this.rows_refused += 1;
          issues.add(code, { table: this.name, ...params }, place);
        },
        tooLong: (what, line) => {
          this.rows_refused += 1;
          const code = what === 'value' ? 'stage.value_too_long' : 'stage.row_too_long';
          const limit = what === 'value' ? limits.value_bytes_max : limits.row_bytes_max;
          const place = { file: file.name, line, column: null };
          issues.add(code, { table: this.name, limit }, place);
        },
      },
      positions,
    );
  }

  /** The newest part, unless it is of another file or older than the newest column. */
  #partFor(file: StageFile): CsvPart {
    const newest = this.parts.at(-1);
    if (newest?.file.index === file.index && newest.part.width === this.columns.width) {
      return newest.part;
    }
    const { folder, pool, issues } = this.#context;
    const part = new CsvPart({
      path: join(folder, `${this.#number}-${this.parts.length}.csv`),
      width: this.columns.width,
      hashed: file.hashed,
      onHot: (hot) => pool.enter(hot),
      onRepaired: (line) =>
        issues.add('stage.not_utf8', { table: this.name }, { file: file.name, line, column: null }),
    });
    this.parts.push({ part, file });
    return part;
  }

  #tellUnion(file: StageFile): void {
    const place = { ...nowhere, file: file.name };
    this.#context.issues.add('stage.tables_joined', { table: this.name }, place);
  }

  #checkWidth(file: StageFile): void {
    const limit = this.#context.limits.columns_max;
    if (this.columns.width <= limit) return;
    const params = { table: this.name, columns: this.columns.width, limit };
    throw new PolyprismError('stage.too_many_columns', params, { ...nowhere, file: file.name });
  }
}

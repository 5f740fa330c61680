import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDb } from '../../engine/duckdb.ts';
import type { DuckDbOptions } from '../../engine/duckdb.ts';
import { compareText, IssueLog, PolyprismError } from '../../model/issue.ts';
import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { RawSink } from '../raw.ts';
import { createTables, loadTable } from './load-table.ts';
import { PartPool } from './part-pool.ts';
import { rowsDigest } from './rows-digest.ts';
import type { Stage, StagedTable } from './staged-table.ts';
import { makeWorkFolder } from './work-folder.ts';
import { TableBuilder } from './table-builder.ts';
import type { StageContext, StageFile } from './table-builder.ts';

export interface StageOptions extends Pick<DuckDbOptions, 'threads' | 'memory_limit'> {
  /** Folder for the work files; a folder of the stage's own is made in it. */
  readonly directory: string;
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
  readonly progress?: OnProgress;
}

/**
 * Below it one thread serves where nobody asked for more: each further one makes ready every
 * expression of a statement, which costs more than reading the few rows.
 */
const one_thread_below_bytes = 8 * 1024 ** 2;

/**
 * Takes rows from readers and lays them down in files of its own; `load` then makes the work
 * database of them. The files hold raw identities: whoever opens a stage removes it.
 */
export class StageBuilder {
  readonly issues = new IssueLog();
  readonly #options: StageOptions;
  readonly #context: StageContext;
  readonly #tables = new Map<string, TableBuilder>();

  private constructor(options: StageOptions, folder: string) {
    this.#options = options;
    this.#context = {
      folder,
      pool: new PartPool(),
      issues: this.issues,
      limits: options.limits ?? defaultLimits,
    };
  }

  static async open(options: StageOptions): Promise<StageBuilder> {
    await mkdir(options.directory, { recursive: true });
    return new StageBuilder(options, await makeWorkFolder(options.directory));
  }

  /** Where its work files are; others may be put beside them, to be deleted with them. */
  get folder(): string {
    return this.#context.folder;
  }

  /** Where the reader of one raw file puts what it finds. */
  sink(file: StageFile): RawSink {
    return {
      open: async (table, columns) => this.#table(table, file).open(columns, file),
      declare: (shape) => this.#table(shape.name, file).declare(shape, file),
      issue: (code, params, place, count) => this.issues.add(code, params, place, count),
      flushed: async () => this.#options.signal?.throwIfAborted(),
    };
  }

  /** SHA-256 over the rows of a file whose sink was asked to hash them. */
  digest(file: number): string {
    this.#context.pool.releaseAll();
    return rowsDigest([...this.#tables.values()], file);
  }

  /** Loads all rows into the work database. */
  async load(): Promise<Stage> {
    const { signal, progress, memory_limit } = this.#options;
    const { folder, pool } = this.#context;
    pool.releaseAll();
    const tables = [...this.#tables.values()].toSorted((a, b) => compareText(a.name, b.name));
    const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
    const threads = this.#options.threads ?? (bytes < one_thread_below_bytes ? 1 : undefined);
    const engine = await DuckDb.open({
      path: join(folder, 'work.duckdb'),
      temporary_directory: folder,
      ...(threads !== undefined && { threads }),
      ...(memory_limit !== undefined && { memory_limit }),
    });
    // Nobody opens it again: what is in memory alone when it is closed need not be written.
    await engine.run('PRAGMA disable_checkpoint_on_shutdown');
    const interrupt = (): void => engine.connection.interrupt();
    signal?.addEventListener('abort', interrupt);
    const remove = async (): Promise<void> => {
      signal?.removeEventListener('abort', interrupt);
      engine.close();
      await this.remove();
    };
    try {
      const total = tables.reduce((sum, { rows_read }) => sum + rows_read, 0);
      await createTables(engine, tables);
      let done = 0;
      for (const table of tables) {
        signal?.throwIfAborted();
        progress?.({ step: 'load', subject: table.name, done, total, unit: 'rows', rows: done });
        await loadTable(engine, table);
        done += table.rows_read;
      }
      return stageOf(engine, tables, this.issues, folder, remove);
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** Deletes all work files. */
  async remove(): Promise<void> {
    await rm(this.#context.folder, { recursive: true, force: true });
  }

  #table(name: string, file: StageFile): TableBuilder {
    const known = this.#tables.get(name);
    if (known) return known;
    const limit = this.#context.limits.tables_max;
    if (this.#tables.size >= limit) {
      const place = { file: file.name, line: null, column: null };
      throw new PolyprismError('stage.too_many_tables', { limit }, place);
    }
    const table = new TableBuilder(name, this.#tables.size + 1, this.#context);
    this.#tables.set(name, table);
    return table;
  }
}

function stageOf(
  engine: DuckDb,
  builders: readonly TableBuilder[],
  issues: IssueLog,
  folder: string,
  remove: () => Promise<void>,
): Stage {
  const tables = builders.map(stagedTable);
  const relations = new Map(tables.map(({ name, relation }) => [name, relation]));
  return { engine, tables, issues, folder, relation: (name) => relations.get(name), remove };
}

function stagedTable(builder: TableBuilder): StagedTable {
  const { name, comment, columns, relation, declared, rows_read, rows_refused } = builder;
  return {
    name,
    comment,
    columns: columns.list(),
    primary_key: columns.namesOf(builder.primary_key),
    unique_keys: builder.unique_keys.map((key) => columns.namesOf(key)),
    relation,
    declared,
    rows_read,
    rows_refused,
    files: [...builder.files].toSorted((a, b) => a - b),
  };
}

import { PolyprismError } from '../../model/issue.ts';
import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import { findHeader } from '../find-header.ts';
import type { RawInput, RawRowWriter, RawSink, ReadProgress } from '../raw.ts';
import { tableNameOf } from '../table-name.ts';
import { openParts } from './parts.ts';
import type { Parts } from './parts.ts';
import { readSheetRows } from './sheet-rows.ts';
import type { SheetContext, SheetRow } from './sheet-rows.ts';
import { readDateStyles, readSharedTexts, readWorkbook } from './workbook.ts';
import type { Sheet } from './workbook.ts';

export interface ReadExcelOptions {
  readonly progress?: ReadProgress;
  readonly limits?: Limits;
}

/** Reads an .xlsx workbook: each sheet with cells becomes a raw table; a row's line is its row. */
export async function readExcel(
  input: RawInput,
  sink: RawSink,
  options: ReadExcelOptions = {},
): Promise<{ charset: string }> {
  const limits = options.limits ?? defaultLimits;
  const parts = await openParts(input, limits);
  try {
    const workbook = await readWorkbook((path) => parts.open(path));
    if (workbook === null) throw new PolyprismError('excel.no_workbook', {}, placeOf(input, null));
    const context: SheetContext = {
      texts: await readSharedTexts(parts.open('xl/sharedStrings.xml')),
      dateStyles: await readDateStyles(parts.open('xl/styles.xml')),
      date_system: workbook.date_system,
      columns_max: limits.columns_max,
    };
    for (const sheet of workbook.sheets) {
      const name = workbook.sheets.length === 1 ? tableNameOf(input.name) : sheet.name;
      await readSheet(parts, sheet, new SheetTable(name, input, sink, options.progress), context);
    }
    await sink.flushed();
    return { charset: 'utf-8' };
  } finally {
    parts.close();
  }
}

async function readSheet(
  parts: Parts,
  sheet: Sheet,
  table: SheetTable,
  context: SheetContext,
): Promise<void> {
  const part = parts.open(sheet.part);
  if (part === null) return table.missing();
  const sound = await readSheetRows(
    part,
    context,
    (row) => table.take(row),
    () => table.drain(),
  );
  await table.finish(sound);
}

const sample_rows = 40;

/** Collects the first rows to find the header among them, then writes row after row. */
class SheetTable {
  readonly #name: string;
  readonly #input: RawInput;
  readonly #sink: RawSink;
  readonly #progress: ReadProgress | undefined;
  #waiting: SheetRow[] = [];
  #columns: readonly string[] | null = null;
  #writer: RawRowWriter | null = null;
  #rows = 0;

  constructor(name: string, input: RawInput, sink: RawSink, progress: ReadProgress | undefined) {
    this.#name = name;
    this.#input = input;
    this.#sink = sink;
    this.#progress = progress;
  }

  take(row: SheetRow): void {
    if (this.#writer) this.#write(row, this.#writer);
    else this.#waiting.push(row);
  }

  async drain(): Promise<void> {
    if (this.#writer === null && this.#waiting.length >= sample_rows) await this.#begin();
    this.#progress?.(0, this.#rows);
    await this.#sink.flushed();
  }

  async finish(sound: boolean): Promise<void> {
    if (this.#writer === null && this.#waiting.length > 0) await this.#begin();
    if (!sound) {
      const line = this.#waiting.at(-1)?.line ?? null;
      this.#sink.issue('excel.broken_sheet', { table: this.#name }, placeOf(this.#input, line));
    }
  }

  missing(): void {
    this.#sink.issue('excel.broken_sheet', { table: this.#name }, placeOf(this.#input, null));
  }

  async #begin(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    const texts = rows.slice(0, sample_rows).map(({ cells }) => cells.map((cell) => cell ?? ''));
    const width = Math.max(...texts.map((cells) => cells.length));
    const header = findHeader(texts, commonWidth(texts, width));
    this.#columns = header.names;
    this.#sink.declare({
      name: this.#name,
      comment: null,
      columns: header.names.map((name) => ({ name, type: null, comment: null })),
      primary_key: [],
      unique_keys: [],
    });
    const writer = await this.#sink.open(this.#name, header.names, this.#input.file);
    this.#writer = writer;
    const place = placeOf(this.#input, rows[0]?.line ?? null);
    if (header.invented) {
      this.#sink.issue('csv.no_header', { columns: header.names.length }, place);
    }
    if (header.described) this.#sink.issue('csv.description_row', {}, place);
    for (const row of rows.slice(header.records_before_data)) this.#write(row, writer);
  }

  #write(row: SheetRow, writer: RawRowWriter): void {
    const columns = this.#columns ?? [];
    const surplus = row.cells.findIndex((cell, i) => i >= columns.length && cell !== null);
    const place = { ...placeOf(this.#input, row.line), column: row.broken_at };
    if (row.broken_at !== null || surplus >= 0) {
      const column = row.broken_at ?? surplus + 1;
      writer.refuse('excel.broken_row', { table: this.#name }, { ...place, column });
      return;
    }
    if (row.digits_lost) this.#sink.issue('excel.digits_lost', { table: this.#name }, place);
    for (let i = 0; i < columns.length; i += 1) {
      const cell = row.cells[i] ?? null;
      if (cell === null) writer.none();
      else writer.text(cell);
    }
    writer.end(row.line);
    this.#rows += 1;
  }
}

/** The number of columns most rows reach; titles are narrower, stray remarks wider. */
function commonWidth(rows: readonly (readonly string[])[], widest: number): number {
  const votes = new Array<number>(widest + 1).fill(0);
  for (const cells of rows) {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    votes[width]! += 1;
  }
  return votes.reduce((best, count, width) => (count >= (votes[best] ?? 0) ? width : best), 0);
}

function placeOf(
  input: RawInput,
  line: number | null,
): { file: string; line: number | null; column: null } {
  return { file: input.name, line, column: null };
}

import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import { PolyprismError } from '../../model/issue.ts';
import { utf8Chunks } from '../charset.ts';
import type { RawInput, RawSink, ReadProgress } from '../raw.ts';
import { tableNameOf } from '../table-name.ts';
import { detectDialect } from './dialect.ts';
import { findHeader } from '../find-header.ts';
import type { Header } from '../find-header.ts';
import { readRecords } from './read-records.ts';
import { fieldForm, RecordScanner } from './record-scanner.ts';
import { ByteWindow, lineAfter } from '../byte-window.ts';

export interface ReadDelimitedOptions {
  /** Character set, where the user knows it. */
  readonly charset?: string;
  readonly progress?: ReadProgress;
  readonly limits?: Limits;
}

const sample_bytes = 256 * 1024;
const sample_records = 40;

/** Reads CSV, TSV and their kin into one raw table named after the file. */
export async function readDelimited(
  input: RawInput,
  sink: RawSink,
  options: ReadDelimitedOptions = {},
): Promise<{ charset: string }> {
  const limits = options.limits ?? defaultLimits;
  const { charset, chunks } = await utf8Chunks(input, options.charset);
  const window = new ByteWindow(chunks);
  while (window.end < sample_bytes && !window.final) await window.more();
  const sample = window.bytes.subarray(0, window.end);
  const { delimiter, fields } = detectDialect(sample, window.final, limits.columns_max);
  const scanner = new RecordScanner(delimiter, limits.columns_max);
  const first = firstRecords(scanner, window);
  const header = findHeader(
    first.map(({ cells }) => cells),
    fields,
  );
  if (header.names.length === 0) {
    throw new PolyprismError('csv.not_tabular', {}, place(input, 1));
  }
  if (header.names.length > limits.columns_max) {
    const params = { columns: header.names.length, limit: limits.columns_max };
    throw new PolyprismError('csv.too_many_columns', params, place(input, 1));
  }
  const table = tableNameOf(input.name);
  sink.declare({
    name: table,
    comment: null,
    columns: header.names.map((name) => ({ name, type: null, comment: null })),
    primary_key: [],
    unique_keys: [],
  });
  const data = first[header.records_before_data];
  tellHeader(header, input, sink);
  const before = first.slice(0, header.records_before_data);
  window.position = data?.offset ?? before.at(-1)?.next ?? window.end;
  await readRecords(
    {
      window,
      name: input.name,
      delimiter,
      columns: header.names,
      writer: await sink.open(table, header.names, input.file),
      line: data?.line ?? 1 + before.reduce((lines, record) => lines + record.lines, 0),
      progress: options.progress,
      limits,
    },
    sink,
  );
  await sink.flushed();
  return { charset };
}

interface FirstRecord {
  readonly offset: number;
  readonly next: number;
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
}

/** The first records as text, to find the header among; a broken line counts as an empty one. */
function firstRecords(scanner: RecordScanner, window: ByteWindow): FirstRecord[] {
  const records: FirstRecord[] = [];
  let offset = 0;
  let line = 1;
  while (records.length < sample_records && offset < window.end) {
    const scan = scanner.scan(window.bytes, offset, window.end, window.final);
    if (scan === 'incomplete') break;
    const broken = scan === 'broken';
    const next = broken ? lineAfter(window.bytes.subarray(0, window.end), offset) : scanner.next;
    const lines = broken ? 1 : scanner.lines;
    if (scan !== 'blank') {
      const cells = broken ? [] : cellsOf(scanner, window.bytes);
      records.push({ offset, next, line, lines, cells });
    }
    line += lines;
    offset = next;
  }
  return records;
}

function cellsOf(scanner: RecordScanner, bytes: Uint8Array): string[] {
  const seen = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: scanner.count }, (_, i) => {
    const text = seen.toString('utf8', scanner.starts[i], scanner.ends[i]);
    return scanner.forms[i] === fieldForm.doubled ? text.replaceAll('""', '"') : text;
  });
}

function tellHeader(header: Header, input: RawInput, sink: RawSink): void {
  if (header.invented) {
    sink.issue('csv.no_header', { columns: header.names.length }, place(input, 1));
  }
  const titles =
    header.records_before_data - (header.invented ? 0 : 1) - (header.described ? 1 : 0);
  if (titles > 0) sink.issue('csv.title_rows', { rows: titles }, place(input, 1), titles);
  if (header.described) sink.issue('csv.description_row', {}, place(input, 2));
}

function place(input: RawInput, line: number): { file: string; line: number; column: null } {
  return { file: input.name, line, column: null };
}

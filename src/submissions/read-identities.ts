import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { OwedReport } from './owed-report.ts';

/** Identities by part and subject, then by field. Held only while a report is made. */
export type Identities = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Columns the file of identities must begin with. */
const subject = 'subject';

/**
 * Reads the file of identities: CSV (RFC 4180) in UTF-8 with a heading of field names of the
 * report, the first of them `subject`; one line for each. A subject of two parts needs one line
 * alone. Throws `submission.identities_bad` with the line of a mistake: a report half filled
 * from a file half understood is worse than none.
 */
export function readIdentities(
  text: string,
  report: OwedReport,
  lines_max: number = limits.submission_lines_max,
): Identities {
  const fields = report.parts.flatMap((part) => part.fields).map(({ name }) => name);
  const found = new Map<string, ReadonlyMap<string, string>>();
  let heading: readonly string[] | null = null;
  for (const { line, cells } of records(text.replace(/^\ufeff/, ''))) {
    if (heading === null) {
      const [first, ...others] = cells;
      const known = others.every((name, i) => fields.includes(name) && others.indexOf(name) === i);
      if (first !== subject || !known) throw bad(line, 'heading', [subject, ...fields].join(', '));
      heading = others;
      continue;
    }
    const [id = '', ...values] = cells;
    if (cells.length === 1 && id === '') continue;
    if (values.length !== heading.length) throw bad(line, 'cells', String(heading.length + 1));
    if (id === '' || found.has(id)) throw bad(line, subject, 'one line for each subject');
    if (found.size >= lines_max) throw bad(line, 'lines', `<= ${lines_max}`);
    const given = heading.map((name, i) => [name, (values[i] ?? '').trim()] as const);
    found.set(id, new Map(given.filter(([, value]) => value !== '')));
  }
  if (heading === null) throw bad(1, 'heading', [subject, ...fields].join(', '));
  return found;
}

function bad(line: number, where: string, expected: string): PolyprismError {
  const place = { file: null, line, column: null };
  return new PolyprismError('submission.identities_bad', { line, where, expected }, place);
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One cell with what ends it: a quoted one may hold anything, two quotes standing for one. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

function* records(text: string): Generator<CsvRecord> {
  let line = 1;
  let cells: string[] = [];
  let begun = 1;
  for (let at = 0; at < text.length;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) throw bad(line, 'quotes', '"…""…"');
    const [whole, quoted, plain = '', end] = found;
    at += whole.length;
    line += quoted === undefined ? 0 : quoted.split(/\r\n|\n|\r/).length - 1;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    const ends = end !== ',' || at === text.length;
    if (end === ',' && at === text.length) cells.push('');
    if (!ends) continue;
    yield { line: begun, cells };
    line += 1;
    begun = line;
    cells = [];
  }
}

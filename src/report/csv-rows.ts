import type { EvidenceValue } from '../model/provision.ts';
import { columnsOf } from '../model/tables.ts';
import { byteOrderMark, csvLine } from '../model/csv-cell.ts';

type Rows = AsyncIterable<Readonly<Record<string, EvidenceValue>>>;

/** counts.csv: people and levels of every member with recruits, under each way of counting. */
export function countsCsv(rows: Rows): AsyncGenerator<string> {
  return rowsCsv([...columnsOf('network_count').keys()], rows);
}

/** persons.csv: every tie between accounts, one line for each account of it. */
export function personsCsv(rows: Rows): AsyncGenerator<string> {
  return rowsCsv([...columnsOf('person_link').keys(), 'member_id', 'person_id'], rows);
}

/** Rows as CSV: these columns, in the order the rows come. */
export async function* rowsCsv(columns: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  let page: string[] = [];
  for await (const row of rows) {
    page.push(csvLine(columns.map((name) => row[name] ?? null)));
    // A file stream is woken for every chunk; a thousand lines make one.
    if (page.length < 1000) continue;
    yield page.join('');
    page = [];
  }
  yield page.join('');
}

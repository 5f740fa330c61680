/** What the first records of a delimited file or sheet turn out to be. */
export interface Header {
  /** Column names, unique, none empty. */
  readonly names: readonly string[];
  /** Records before the data: titles, the header itself, a row of descriptions. */
  readonly records_before_data: number;
  /** No record names the columns; they are called column_1, column_2 … */
  readonly invented: boolean;
  /** A row of explanations stood under the header and was passed over. */
  readonly described: boolean;
}

/** How far down a header is looked for: exports put a title and a date range above it. */
const title_rows_max = 10;

/**
 * Finds the header among the first records: the first one that is as wide as the data and
 * names things rather than giving values (no bare numbers, dates or phone numbers).
 */
export function findHeader(records: readonly (readonly string[])[], width: number): Header {
  const at = records
    .slice(0, title_rows_max)
    .findIndex((record) => filled(record) >= Math.max(1, width * 0.5) && record.length >= width);
  const first = at < 0 ? 0 : at;
  const header = records[first] ?? [];
  if (looksLikeValues(header)) {
    const names = Array.from({ length: width }, (_, i) => `column_${i + 1}`);
    return { names, records_before_data: first, invented: true, described: false };
  }
  const described = isDescription(header, records.slice(first + 1));
  const names = uniqueNames(header.slice(0, Math.max(width, lastFilled(header) + 1)));
  return { names, records_before_data: first + (described ? 2 : 1), invented: false, described };
}

function filled(record: readonly string[]): number {
  return record.filter((cell) => cell.trim() !== '').length;
}

function lastFilled(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell.trim() !== '');
}

/** One column of words over values may be a broken row; several are an explanation. */
const described_columns_min = 2;

/** A number, an amount, a date or time, an identifier of digits: something no column is called. */
const valuePattern = /^[-+¥$]?\d[\d.,:/\-T ]*(元|%)?$/;

function isValue(cell: string): boolean {
  return valuePattern.test(cell.trim());
}

function looksLikeValues(record: readonly string[]): boolean {
  const cells = record.filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(isValue).length * 4 > cells.length;
}

/**
 * Whether the first record under the header explains the columns instead of filling them, as
 * TikTok Shop's export does: columns that hold values from then on hold words there.
 */
function isDescription(header: readonly string[], below: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = below;
  if (!first || rest.length === 0) return false;
  const valueColumns = first
    .map((_, i) => i)
    .filter((i) => rest.every((record) => (record[i] ?? '') === '' || isValue(record[i] ?? '')))
    .filter((i) => rest.some((record) => (record[i] ?? '') !== ''));
  const worded = valueColumns.every((i) => {
    const cell = (first[i] ?? '').trim();
    return cell !== '' && !isValue(cell);
  });
  const longer = first.filter((cell, i) => cell.trim().length > (header[i] ?? '').trim().length);
  const explains = longer.length * 5 >= filled(first) * 4 && !first.some(isValue);
  return worded && valueColumns.length >= described_columns_min && explains;
}

function uniqueNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.trim() || `column_${i + 1}`;
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

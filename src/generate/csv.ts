import type { PlatformWriter } from './platform-writer.ts';

const FLUSH_CHARS = 64 * 1024;

/** Writes a CSV file (RFC 4180, UTF-8 with a byte order mark, as spreadsheets export it). */
export async function writeCsv(
  writer: PlatformWriter,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Promise<number> {
  const first = `\uFEFF${header.join(',')}`;
  return await writeCsvLines(writer, name, first, rows, (row) =>
    row.map((one) => csvField(String(one))).join(','),
  );
}

/** Writes a first line and one for each row, each ended as RFC 4180 says; counts the rows. */
export async function writeCsvLines<T>(
  writer: PlatformWriter,
  name: string,
  first: string,
  rows: Iterable<T>,
  lineOf: (row: T) => string,
): Promise<number> {
  const file = writer.file(name);
  let text = `${first}\r\n`;
  let count = 0;
  for (const row of rows) {
    text += `${lineOf(row)}\r\n`;
    count++;
    if (text.length > FLUSH_CHARS) {
      await file.write(text);
      text = '';
    }
  }
  await file.write(text);
  await file.end();
  return count;
}

export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

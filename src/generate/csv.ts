import type { PlatformWriter } from './platform-writer.ts';

const FLUSH_CHARS = 64 * 1024;

/** Writes a CSV file (RFC 4180, UTF-8 with a byte order mark, as spreadsheets export it). */
export async function writeCsv(
  writer: PlatformWriter,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Promise<number> {
  const file = writer.file(name);
  let text = `\uFEFF${header.join(',')}\r\n`;
  let count = 0;
  for (const row of rows) {
    text += `${row.map(field).join(',')}\r\n`;
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

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { isUtf8 } from 'node:buffer';

const quote = 0x22;
const newline = 0x0a;
const comma = 0x2c;

/**
 * Staged rows with every byte that is no UTF-8 replaced by U+FFFD, and the lines of the rows it
 * happened in. A quote ends any sequence, so values cannot run into each other.
 */
export function repairUtf8(rows: Uint8Array): {
  bytes: Uint8Array;
  lines: number[];
  longest: number;
} {
  const pieces: Uint8Array[] = [];
  const lines: number[] = [];
  let longest = 0;
  let start = 0;
  let inside = false;
  for (let i = 0; i < rows.length; i += 1) {
    if (rows[i] === quote) inside = !inside;
    if (inside || rows[i] !== newline) continue;
    const row = rows.subarray(start, i + 1);
    start = i + 1;
    if (isUtf8(row)) {
      pieces.push(row);
      continue;
    }
    const repaired = Buffer.from(Buffer.from(row).toString('utf8'), 'utf8');
    pieces.push(repaired);
    longest = Math.max(longest, repaired.length);
    lines.push(lineOf(row));
  }
  return { bytes: Buffer.concat(pieces), lines, longest };
}

/** The last but one field of a staged row. */
function lineOf(row: Uint8Array): number {
  const end = row.lastIndexOf(comma);
  const start = row.lastIndexOf(comma, end - 1) + 1;
  return Number(Buffer.from(row.subarray(start, end)).toString('latin1'));
}

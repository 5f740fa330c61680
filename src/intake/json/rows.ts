import { lineAfter } from '../byte-window.ts';
import type { JsonCursor } from './cursor.ts';
import { JsonRowWriter } from './row-writer.ts';
import { blank } from './value-scanner.ts';

const openBrace = 0x7b;
const closeBracket = 0x5d;
const comma = 0x2c;
const rows_per_drain = 4_096;

/** Reads the elements of an array, from behind its bracket to behind its closing one. */
export async function readElements(cursor: JsonCursor, table: string): Promise<void> {
  const rows = new JsonRowWriter(cursor.sink, table, cursor.input.file);
  const firstKey = await usualFirstKey(cursor);
  let separated = true;
  for (;;) {
    const byte = await cursor.peek();
    if (byte === null) return cursor.truncated();
    if (byte === closeBracket) return cursor.step();
    if (byte === comma) {
      separated = true;
      cursor.step();
      continue;
    }
    const scan = await cursor.scan();
    if (scan === 'value' && byte === openBrace && separated) {
      await writeRow(cursor, rows);
      cursor.moveTo(cursor.scanner.next);
      await drain(cursor, rows);
      separated = false;
    } else {
      // What stands between rows is the rest of a broken one: it may hold the next row's start.
      await refuse(cursor, rows, flawOf(scan));
      await skipToNextElement(cursor, firstKey);
      separated = true;
    }
  }
}

function flawOf(scan: 'value' | 'broken' | 'too_long'): RowFlaw {
  if (scan === 'value') return 'json.row_not_object';
  return scan === 'too_long' ? 'json.row_too_long' : 'json.broken_row';
}

/** Reads one object a line: a broken line costs that line. */
export async function readLines(cursor: JsonCursor, table: string): Promise<void> {
  const rows = new JsonRowWriter(cursor.sink, table, cursor.input.file);
  for (;;) {
    const byte = await cursor.peek();
    if (byte === null) return;
    const scan = await cursor.scan();
    const whole = scan === 'value' && (await endsLine(cursor));
    if (whole && byte === openBrace) {
      await writeRow(cursor, rows);
      await drain(cursor, rows);
    } else if (scan === 'too_long') {
      await refuse(cursor, rows, 'json.row_too_long');
    } else {
      await refuse(cursor, rows, whole ? 'json.row_not_object' : 'json.broken_row');
    }
    await skipLine(cursor);
  }
}

async function writeRow(cursor: JsonCursor, rows: JsonRowWriter): Promise<void> {
  const written = await rows.write(cursor.scanner, cursor.bytes, cursor.line);
  if (!written) await refuse(cursor, rows, 'json.duplicate_member');
}

async function drain(cursor: JsonCursor, rows: JsonRowWriter): Promise<void> {
  if (rows.count % rows_per_drain !== 0) return;
  cursor.progress(rows.count);
  await cursor.sink.flushed();
}

type RowFlaw =
  | 'json.broken_row'
  | 'json.row_not_object'
  | 'json.row_too_long'
  | 'json.duplicate_member';

async function refuse(cursor: JsonCursor, rows: JsonRowWriter, flaw: RowFlaw): Promise<void> {
  const ahead = flaw === 'json.broken_row' ? cursor.scanner.at - cursor.position : 0;
  (await rows.any()).refuse(flaw, {}, cursor.place(Math.max(0, ahead)));
}

/**
 * The key rows begin with: that of the first row, unless it is the broken one and the others
 * agree on another.
 */
async function usualFirstKey(cursor: JsonCursor): Promise<string | null> {
  const head = await cursor.head();
  const first = /^\s*\{\s*"([^"\\]*)"/.exec(head)?.[1] ?? null;
  const counts = new Map<string, number>();
  for (const [, key = ''] of head.matchAll(/\}\s*,\s*\{\s*"([^"\\]*)"/g)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (first !== null && (counts.has(first) || counts.size === 0)) return first;
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? first;
}

function firstKeyOf(cursor: JsonCursor): string | null {
  const { scanner, bytes } = cursor;
  if (scanner.count === 0) return null;
  return bytes.toString('utf8', scanner.keyStarts[0], scanner.keyEnds[0]);
}

/** Whether nothing but white space follows the scanned value on its line. */
async function endsLine(cursor: JsonCursor): Promise<boolean> {
  for (;;) {
    const { bytes, scanner, end } = cursor;
    const behind = blank(bytes, scanner.next, end);
    if (bytes.subarray(scanner.next, behind).includes(0x0a)) return true;
    if (behind < end) return false;
    if (cursor.final) return true;
    // Fetching moves the window's bytes: scan again from where the value now lies.
    await cursor.more();
    await cursor.scan();
  }
}

async function skipLine(cursor: JsonCursor): Promise<void> {
  for (;;) {
    const next = lineAfter(cursor.bytes.subarray(0, cursor.end), cursor.position);
    const done = next < cursor.end || cursor.final || cursor.bytes[cursor.end - 1] === 0x0a;
    cursor.moveTo(next);
    if (done) return;
    await cursor.more();
  }
}

/**
 * Moves to the next element that is whole and begins like the rows before it, so that objects
 * nested in a broken row do not pass for rows.
 */
async function skipToNextElement(cursor: JsonCursor, firstKey: string | null): Promise<void> {
  cursor.step();
  for (;;) {
    const at = findElement(cursor, firstKey);
    if (at !== null) return cursor.moveTo(at);
    if (cursor.final) return cursor.moveTo(cursor.end);
    const span = cursor.end - cursor.position;
    if (span >= cursor.limits.row_bytes_max) cursor.moveTo(cursor.end - 1);
    await cursor.more();
  }
}

function findElement(cursor: JsonCursor, firstKey: string | null): number | null {
  const { bytes, end, scanner } = cursor;
  let at = bytes.indexOf(openBrace, cursor.position);
  while (at >= 0 && at < end) {
    if (followsElement(bytes, at, cursor.position)) {
      const scan = scanner.scan(bytes, at, end, cursor.final);
      if (scan === 'incomplete') return null;
      const behind = blank(bytes, scanner.next, end);
      const closes = bytes[behind] === comma || bytes[behind] === closeBracket || behind === end;
      const alike = firstKey === null || firstKeyOf(cursor) === firstKey;
      if (scan === 'value' && closes && alike) return at;
    }
    at = bytes.indexOf(openBrace, at + 1);
  }
  return null;
}

/** Whether a comma stands before `at`, white space aside. */
function followsElement(bytes: Buffer, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && bytes[before]! <= 0x20) before -= 1;
  return before >= from && bytes[before] === comma;
}

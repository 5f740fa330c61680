import { PolyprismError } from '../../model/issue.ts';
import { limits as defaultLimits } from '../../model/limits.ts';
import type { Limits } from '../../model/limits.ts';
import { ByteWindow } from '../byte-window.ts';
import { utf8Chunks } from '../charset.ts';
import type { RawInput, RawSink, ReadProgress } from '../raw.ts';
import { tableNameOf } from '../table-name.ts';
import { JsonCursor } from './cursor.ts';
import { readElements, readLines } from './rows.ts';
import { unescape } from './row-writer.ts';

export interface ReadJsonOptions {
  readonly charset?: string;
  readonly progress?: ReadProgress;
  readonly limits?: Limits;
}

/**
 * Reads JSON and NDJSON: arrays of objects, wherever they lie in wrapping objects, become raw
 * tables named by their key (by the file where the key says nothing), phpMyAdmin's export
 * included.
 */
export async function readJson(
  input: RawInput,
  sink: RawSink,
  options: ReadJsonOptions = {},
): Promise<{ charset: string }> {
  const { charset, chunks } = await utf8Chunks(input, options.charset);
  const limits = options.limits ?? defaultLimits;
  const cursor = new JsonCursor(new ByteWindow(chunks), input, sink, limits, options.progress);
  const table = tableNameOf(input.name);
  const first = await cursor.peek();
  if (await isLines(cursor)) await readLines(cursor, table);
  else if (first === open.bracket) await readArray(cursor, table);
  else if (first === open.brace) await readWrapper(cursor, table, 0);
  else throw new PolyprismError('json.not_json', {}, cursor.place(0));
  // What stands behind the end of the outermost value is rows that a stray bracket cut off.
  while ((await cursor.peek()) !== null) {
    cursor.broken();
    await readElements(cursor, table);
  }
  await sink.flushed();
  return { charset };
}

const open = { brace: 0x7b, bracket: 0x5b } as const;
const close = { brace: 0x7d, bracket: 0x5d } as const;

/** One object a line: most lines are objects by themselves, and there are several. */
async function isLines(cursor: JsonCursor): Promise<boolean> {
  const lines = (await cursor.linesAhead()).filter((line) => line.trim() !== '');
  const objects = lines.filter((line) => line.trimStart().startsWith('{') && isJson(line));
  return lines.length > 1 && objects.length * 2 >= lines.length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An array where rows may stand; anything else in it is passed over. */
async function readArray(cursor: JsonCursor, table: string): Promise<void> {
  cursor.step();
  const first = await cursor.peek();
  if (first === open.brace && (await cursor.startsWith(phpMyAdminPart))) {
    await readParts(cursor, table);
  } else {
    await readElements(cursor, table);
  }
}

/** phpMyAdmin exports an array of a header, a database and one object for each table. */
const phpMyAdminPart = /^\{\s*"type"\s*:\s*"(?:header|database|table)"/;

async function readParts(cursor: JsonCursor, table: string): Promise<void> {
  for (;;) {
    const byte = await cursor.peek();
    if (byte === open.brace) await readWrapper(cursor, table, 0);
    else if (byte === null) return;
    else cursor.step();
    if (byte === close.bracket) return;
  }
}

/** Keys that say "here are the rows" rather than what they are. */
const plainKeys = new Set(['data', 'list', 'items', 'rows', 'records', 'result', 'results']);

/** An object around rows: looks for arrays of objects among its members. */
async function readWrapper(cursor: JsonCursor, table: string, depth: number): Promise<void> {
  cursor.step();
  let name = table;
  for (;;) {
    const byte = await cursor.peek();
    if (byte === null || byte === close.brace) {
      if (byte === null) cursor.truncated();
      else cursor.step();
      return;
    }
    if (byte === 0x2c) {
      cursor.step();
      continue;
    }
    const key = await readKey(cursor);
    if (key === null) return;
    const named = plainKeys.has(key.toLowerCase()) ? name : key;
    const value = await cursor.peek();
    if (value === open.bracket && (await cursor.startsWith(/^\[\s*\{/))) {
      await readArray(cursor, named);
    } else if (value === open.brace && depth < cursor.limits.json_depth_max) {
      await readWrapper(cursor, named, depth + 1);
    } else {
      const text = await skipValue(cursor);
      if (text === null) return;
      if (key === 'name' && text.startsWith('"'))
        name = unescape(Buffer.from(text), 1, text.length - 1);
    }
  }
}

/** Reads `"key":`; null, with an issue, where none stands: then the rest cannot be told. */
async function readKey(cursor: JsonCursor): Promise<string | null> {
  const text = await skipValue(cursor);
  if (text === null) return null;
  if (!text.startsWith('"') || (await cursor.peek()) !== 0x3a) {
    cursor.broken();
    return null;
  }
  cursor.step();
  const bytes = Buffer.from(text);
  return unescape(bytes, 1, bytes.length - 1);
}

/** Passes over one value and returns its text; null, with an issue, where it is broken. */
async function skipValue(cursor: JsonCursor): Promise<string | null> {
  const scan = await cursor.scan();
  if (scan !== 'value') {
    cursor.broken();
    return null;
  }
  return cursor.take();
}

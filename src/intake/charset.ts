import { isAscii, isUtf8 } from 'node:buffer';
import { guessCharset } from './charset-guess.ts';
import type { CharsetEvidence } from './charset-guess.ts';
import { encodingOf, sequenceLength } from './charset-names.ts';
import type { RawInput } from './raw.ts';

/** A file as UTF-8. */
export interface DecodedInput {
  /** The encoding it was read in, by its WHATWG name: 'utf-8', 'gb18030', 'big5' … */
  readonly charset: string;
  /** Always valid UTF-8, without a byte order mark; no chunk ends inside a character. */
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly damage: Damage;
}

/** What could not be decoded so far and became U+FFFD. */
export interface Damage {
  /** Chunks in which something was replaced. */
  chunks: number;
}

/**
 * Decodes a file to UTF-8 before anything is made of its bytes: 116 characters of GBK end in the
 * byte of a backslash. UTF-8 passes through without being copied. `asked` is the user's word and
 * wins; a name that is no character set counts as not given.
 */
export async function utf8Chunks(input: RawInput, asked?: string): Promise<DecodedInput> {
  const known = asked === undefined ? null : encodingOf(asked);
  const charset = known ?? guessCharset(await evidenceOf(input));
  const damage: Damage = { chunks: 0 };
  const chunks =
    charset === 'utf-8'
      ? passUtf8(input.stream(), damage)
      : transcode(input.stream(), charset, damage);
  return { charset, chunks, damage };
}

const head_bytes_max = 64 * 1024;
const foreign_bytes_max = 1024 * 1024;

/**
 * Reads until enough was seen that is not ASCII, to the end if need be: a dump may hold ten
 * thousand lines of schema before its first Chinese name.
 */
async function evidenceOf(input: RawInput): Promise<CharsetEvidence> {
  const head: Uint8Array[] = [];
  const foreign: Uint8Array[] = [];
  let head_bytes = 0;
  let foreign_bytes = 0;
  for await (const chunk of input.stream()) {
    if (head_bytes < head_bytes_max) {
      head.push(chunk.slice(0, head_bytes_max - head_bytes));
      head_bytes += chunk.length;
    }
    if (isAscii(chunk)) continue;
    // A character cut by a chunk's end goes on in the next chunk, which is then kept as well.
    foreign.push(chunk.slice());
    foreign_bytes += chunk.length;
    if (foreign_bytes >= foreign_bytes_max) break;
  }
  return { head: Buffer.concat(head), foreign: Buffer.concat(foreign) };
}

/** Passes chunks on as they are; only characters across a boundary and bad bytes cost a copy. */
async function* passUtf8(
  source: AsyncIterable<Uint8Array>,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  let carry: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const raw of source) {
    let chunk = raw;
    if (carry.length > 0) {
      const missing = sequenceLength(carry[0]!) - carry.length;
      const seam = Buffer.concat([carry, chunk.subarray(0, missing)]);
      chunk = chunk.subarray(missing);
      if (seam.length < carry.length + missing) {
        carry = seam;
        continue;
      }
      carry = new Uint8Array(0);
      if (!(first && isMark(seam))) yield repaired(seam, damage);
      first = false;
    }
    const cut = chunk.length - unfinished(chunk);
    carry = chunk.slice(cut);
    let whole = chunk.subarray(0, cut);
    if (first && isMark(whole)) whole = whole.subarray(3);
    if (cut > 0) first = false;
    if (whole.length > 0) yield repaired(whole, damage);
  }
  if (carry.length > 0) yield repaired(carry, damage);
}

function isMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Bytes of a character that begins at the end of `chunk` and does not end there; 0 to 3. */
function unfinished(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back]!;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The chunk with U+FFFD for what is no UTF-8. ASCII bytes survive: no quote is ever lost. */
function repaired(chunk: Uint8Array, damage: Damage): Uint8Array {
  if (isUtf8(chunk)) return chunk;
  damage.chunks += 1;
  return Buffer.from(lenient.decode(chunk));
}

async function* transcode(
  source: AsyncIterable<Uint8Array>,
  charset: string,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset);
  for await (const chunk of source) yield* encoded(decoder.decode(chunk, { stream: true }), damage);
  yield* encoded(decoder.decode(), damage);
}

function* encoded(text: string, damage: Damage): Generator<Uint8Array> {
  if (text === '') return;
  if (text.includes('\ufffd')) damage.chunks += 1;
  yield Buffer.from(text);
}

import { encodingOf, sequenceLength } from './charset-names.ts';

/** What a guess is made from. */
export interface CharsetEvidence {
  /** The first bytes of the file, where a dump declares its charset. */
  readonly head: Uint8Array;
  /** Chunks of the file that are not all ASCII, up to a limit: the last character may be cut. */
  readonly foreign: Uint8Array;
}

/**
 * Guesses the encoding of a file nobody named: byte order mark, then the pattern of UTF-16, then
 * whether it is UTF-8, then what it declares, then how its characters are spread. What it declares
 * comes late because it errs: a file saved again by an editor keeps its SET NAMES.
 */
export function guessCharset({ head, foreign }: CharsetEvidence): string {
  const wide = utf16Of(head);
  if (wide) return wide;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (foreign.length === 0) return 'utf-8';
  const utf8 = countUtf8(foreign);
  const declared = declaredCharset(head);
  const chinese = declared === 'gb18030' || declared === 'big5';
  // Two GBK characters in a small file can look like two-byte UTF-8; Chinese in UTF-8 takes three.
  if (chinese && utf8.longer === 0) return declared;
  if (utf8.invalid === 0) return 'utf-8';
  // A dump with photographs in it is still UTF-8 by most of its text.
  if ((utf8.longer + (chinese ? 0 : utf8.two)) * 2 >= utf8.invalid) return 'utf-8';
  if (declared !== null && declared !== 'utf-8') return declared;
  return guessBySpread(foreign) ?? declared ?? 'windows-1252';
}

function utf16Of(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) zeros[i % 2]! += 1;
  // ASCII text in UTF-16 has a zero in every second byte and none in the others.
  const half = sample.length / 2;
  if (half < 4) return null;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

const setNames = /\bSET\s+NAMES\s+['"]?([A-Za-z0-9_]+)/i;
const tableCharset = /\b(?:DEFAULT\s+)?(?:CHARSET|CHARACTER\s+SET)\s*=\s*['"]?([A-Za-z0-9_]+)/i;

/** What the first bytes say of the file's own encoding; the tables' only where no SET NAMES is. */
function declaredCharset(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('latin1');
  const name = (setNames.exec(text) ?? tableCharset.exec(text))?.[1];
  return name === undefined ? null : encodingOf(name);
}

interface Utf8Count {
  two: number;
  /** Characters of three or four bytes. */
  longer: number;
  /** Bytes that belong to no character. */
  invalid: number;
}

function countUtf8(bytes: Uint8Array): Utf8Count {
  const count: Utf8Count = { two: 0, longer: 0, invalid: 0 };
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]!;
    const length = lead < 0x80 ? 1 : sequenceLength(lead);
    let have = 1;
    while (have < length && (bytes[i + have]! & 0xc0) === 0x80) have += 1;
    const cut = i + length > bytes.length;
    if (length === 2 && have === 2) count.two += 1;
    else if (length > 2 && have === length) count.longer += 1;
    else if (lead >= 0x80 && !cut) count.invalid += have;
    i += have;
  }
  return count;
}

/**
 * Tells GB 18030, Big5 and Latin 1 apart by how often their own frequent characters occur: GB 2312
 * level 1 (lead B0 to D7, trail from A1), Big5 level 1 (lead A4 to C6), punctuation included.
 * null when neither fits.
 */
function guessBySpread(bytes: Uint8Array): string | null {
  let alone = 0;
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail < 0x40) {
      alone += 1;
      continue;
    }
    pairs += 1;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3))
      gb += 1;
    if (lead >= 0xa1 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1)) big5 += 1;
    i += 1;
  }
  const best = Math.max(gb, big5);
  if (best < (alone + pairs) * 0.6) return null;
  return gb >= big5 ? 'gb18030' : 'big5';
}

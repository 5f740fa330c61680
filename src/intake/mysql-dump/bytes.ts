/** ASCII bytes the dump reader looks for, by name. */
export const lf = 0x0a;
export const quote = 0x27;
export const doubleQuote = 0x22;
export const backtick = 0x60;
export const backslash = 0x5c;
export const comma = 0x2c;
export const open = 0x28;
export const close = 0x29;
export const semicolon = 0x3b;
export const slash = 0x2f;
export const star = 0x2a;
export const dash = 0x2d;
export const hash = 0x23;

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === lf || byte === 0x0d || byte === 0x09;
}

/** Letters, digits, `_`, `$`, `@` and whatever is not ASCII: what a bare word is made of. */
export function isWord(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x24 ||
    byte === 0x40 ||
    byte >= 0x80
  );
}

export function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at]!)) at += 1;
  return at;
}

/** Whether the bytes at `at` spell `word` (ASCII letters and `_`) in any case, as a word. */
export function spells(bytes: Uint8Array, at: number, to: number, word: string): boolean {
  const end = at + word.length;
  if (end > to) return false;
  for (let i = 0; i < word.length; i += 1) {
    if ((bytes[at + i]! | 0x20) !== (word.charCodeAt(i) | 0x20)) return false;
  }
  return end === to || !isWord(bytes[end]!);
}

/** The bytes as a string. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

const equals = 0x3d;
const apostrophe = 0x27;
const quote = 0x22;
const tab = 0x09;
const zero = 0x30;
const nine = 0x39;

/** A stretch of bytes: `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Takes off what exports put around a value to keep a spreadsheet from changing it:
 * `="1930…"`, a leading apostrophe before digits, a trailing tab. Works in place.
 */
export function undisguise(bytes: Uint8Array, span: Span): void {
  while (span.end > span.start && bytes[span.end - 1] === tab) span.end -= 1;
  while (span.end > span.start && bytes[span.start] === tab) span.start += 1;
  const length = span.end - span.start;
  if (length < 2) return;
  const first = bytes[span.start];
  if (first === equals) {
    if (length >= 3 && bytes[span.start + 1] === quote && bytes[span.end - 1] === quote) {
      span.start += 2;
      span.end -= 1;
    }
  } else if (first === apostrophe) {
    const second = bytes[span.start + 1]!;
    if (second >= zero && second <= nine) span.start += 1;
  }
}

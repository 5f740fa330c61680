import { backslash, close, comma, doubleQuote, isBlank, isWord, open, quote } from './bytes.ts';
import { skipBlanks, spells } from './bytes.ts';

/** How a value was written, and so how it is to be decoded. */
export const form = {
  /** Between quotes, as it stands. */
  text: 0,
  /** Between quotes, with escapes or doubled quotes. */
  escaped: 1,
  number: 2,
  none: 3,
  yes: 4,
  no: 5,
  /** Hexadecimal digits: 0x…, x'…'. */
  hex: 6,
  /** Binary digits: 0b…, b'…'. */
  bits: 7,
  /** Adjacent string literals, which MySQL joins; with their quotes. */
  joined: 8,
  /** A call or a keyword that the server would have computed. */
  expression: 9,
} as const;

/** `incomplete`: more bytes are needed to say; `broken`: no row stands here. */
export type Scan = 'row' | 'incomplete' | 'broken';

/** Values there is room for at first; grows as rows need it. */
const capacity_first = 64;

const needMore = -1;
const cannotBe = -2;

/**
 * Finds one parenthesised row of an INSERT. Looks at each byte once, keeps no values but their
 * offsets, and stops at the first thing that cannot be.
 */
export class RowScanner {
  starts = new Int32Array(capacity_first);
  ends = new Int32Array(capacity_first);
  forms = new Uint8Array(capacity_first);
  /** Values found; those beyond `#values_max` are counted and not kept. */
  count = 0;
  /** Offset behind the closing parenthesis. */
  next = 0;
  /** Where a broken row breaks. */
  at = 0;
  /** Length of the longest value in bytes. */
  longest = 0;
  /** Whether a backslash escapes; off under sql_mode NO_BACKSLASH_ESCAPES. */
  escapes = true;

  readonly #values_max: number;

  constructor(values_max: number) {
    this.#values_max = values_max;
  }

  /** Scans the row whose opening parenthesis is at `from`, in `bytes` up to `to`. */
  scan(bytes: Uint8Array, from: number, to: number): Scan {
    this.count = 0;
    this.longest = 0;
    let at = skipBlanks(bytes, from + 1, to);
    if (at < to && bytes[at] === close) {
      this.next = at + 1;
      return 'row';
    }
    for (;;) {
      at = this.#value(bytes, at, to);
      if (at < 0) return at === needMore ? 'incomplete' : 'broken';
      if (at >= to) return this.#incomplete(to);
      let byte = bytes[at]!;
      if (byte <= 0x20 && isBlank(byte)) {
        at = skipBlanks(bytes, at, to);
        if (at >= to) return this.#incomplete(to);
        byte = bytes[at]!;
      }
      if (byte === comma) {
        at += 1;
      } else if (byte === close) {
        this.next = at + 1;
        return 'row';
      } else {
        this.at = at;
        return 'broken';
      }
    }
  }

  #incomplete(to: number): Scan {
    this.at = to;
    return 'incomplete';
  }

  /** Offset behind the value at `from`, `needMore` or `cannotBe`. */
  #value(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to && bytes[at]! <= 0x20 && isBlank(bytes[at]!)) at += 1;
    if (at >= to) return this.#stop(to, needMore);
    const byte = bytes[at]!;
    if (byte === quote || byte === doubleQuote) return this.#strings(bytes, at, to);
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) {
      return this.#number(bytes, at, to);
    }
    if (isWord(byte)) return this.#word(bytes, at, to);
    return this.#stop(at, cannotBe);
  }

  #stop(at: number, why: number): number {
    this.at = at;
    return why;
  }

  /** A string literal, or several side by side. */
  #strings(bytes: Uint8Array, start: number, to: number): number {
    let behind = this.#string(bytes, start, to);
    if (behind < 0) return behind;
    const last = this.count - 1;
    for (;;) {
      const byte = behind < to ? bytes[behind]! : comma;
      if (byte === comma || byte === close) return behind;
      const at = skipBlanks(bytes, behind, to);
      if (at >= to) return this.#stop(to, needMore);
      if (bytes[at] !== quote && bytes[at] !== doubleQuote) return at;
      this.count = last;
      behind = this.#string(bytes, at, to);
      if (behind < 0) return behind;
      if (last < this.starts.length) {
        this.starts[last] = start;
        this.ends[last] = behind;
        this.forms[last] = form.joined;
      }
    }
  }

  #string(bytes: Uint8Array, start: number, to: number): number {
    const mark = bytes[start]!;
    let how: number = form.text;
    let at = start + 1;
    for (;;) {
      let byte = 0;
      while (at < to) {
        byte = bytes[at]!;
        if (byte === mark || byte === backslash) break;
        at += 1;
      }
      // At the end of the window a quote may be the first half of a doubled one.
      if (at + 1 >= to) return this.#stop(start, needMore);
      if (byte === backslash) {
        if (this.escapes) {
          how = form.escaped;
          at += 1;
        }
        at += 1;
      } else if (bytes[at + 1] === mark) {
        how = form.escaped;
        at += 2;
      } else {
        return this.#keep(start + 1, at, how, at + 1);
      }
    }
  }

  #number(bytes: Uint8Array, start: number, to: number): number {
    let at = start;
    if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
    const digits = at;
    while (at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at += 1;
    let byte = bytes[at] ?? 0;
    // Most numbers end here.
    if (at < to && (byte === comma || byte === close) && at > digits) {
      return this.#keep(start, at, form.number, at);
    }
    const radix = byte | 0x20;
    if (at === start + 1 && bytes[start] === 0x30 && (radix === 0x78 || radix === 0x62)) {
      return this.#digits(bytes, at + 1, to, radix === 0x78 ? form.hex : form.bits);
    }
    let seen = at - digits;
    if (byte === 0x2e) {
      const fraction = (at += 1);
      while (at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at += 1;
      seen += at - fraction;
      byte = bytes[at] ?? 0;
    }
    if (at < to && (byte | 0x20) === 0x65 && seen > 0) {
      at += 1;
      if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
      const exponent = at;
      while (at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at += 1;
      if (at === exponent && at < to) return this.#stop(at, cannotBe);
    }
    if (at >= to) return this.#stop(to, needMore);
    if (seen === 0 || isWord(bytes[at]!)) return this.#stop(at, cannotBe);
    return this.#keep(start, at, form.number, at);
  }

  /** The digits of 0x… or 0b…; or between the quotes of x'…' or b'…', which `at` is behind. */
  #digits(bytes: Uint8Array, start: number, to: number, how: number): number {
    let at = start;
    while (at < to && isDigit(bytes[at]!, how)) at += 1;
    if (at >= to) return this.#stop(to, needMore);
    if (bytes[start - 1] === quote) {
      if (bytes[at] !== quote) return this.#stop(at, cannotBe);
      return this.#keep(start, at, how, at + 1);
    }
    if (isWord(bytes[at]!) || at === start) return this.#stop(at, cannotBe);
    return this.#keep(start, at, how, at);
  }

  /** NULL, TRUE, an introducer and its literal, or a call. */
  #word(bytes: Uint8Array, start: number, to: number): number {
    let at = start;
    while (at < to && isWord(bytes[at]!)) at += 1;
    if (at >= to) return this.#stop(to, needMore);
    if (spells(bytes, start, at, 'null')) return this.#keep(start, at, form.none, at);
    if (bytes[at] === quote && at === start + 1) {
      const letter = bytes[start]! | 0x20;
      if (letter === 0x78) return this.#digits(bytes, at + 1, to, form.hex);
      if (letter === 0x62) return this.#digits(bytes, at + 1, to, form.bits);
      if (letter === 0x6e) return this.#strings(bytes, at, to);
    }
    if (bytes[start] === 0x5f) return this.#introduced(bytes, at, to);
    if (spells(bytes, start, at, 'true')) return this.#keep(start, at, form.yes, at);
    if (spells(bytes, start, at, 'false')) return this.#keep(start, at, form.no, at);
    if (bytes[at] === open) return this.#call(bytes, start, at, to);
    if (computed.some((word) => spells(bytes, start, at, word))) {
      return this.#keep(start, at, form.expression, at);
    }
    return this.#stop(start, cannotBe);
  }

  /** What stands behind `_utf8mb4` …; the file is decoded already, so that says nothing. */
  #introduced(bytes: Uint8Array, from: number, to: number): number {
    const at = skipBlanks(bytes, from, to);
    if (at + 1 >= to) return this.#stop(to, needMore);
    const byte = bytes[at]!;
    if (byte === quote || byte === doubleQuote) return this.#strings(bytes, at, to);
    if (byte === 0x30) return this.#number(bytes, at, to);
    const literal = (byte | 0x20) === 0x78 || (byte | 0x20) === 0x62;
    if (literal && bytes[at + 1] === quote) return this.#word(bytes, at, to);
    return this.#stop(at, cannotBe);
  }

  /** A call with its balanced parentheses, `open` at the first of them. */
  #call(bytes: Uint8Array, start: number, opening: number, to: number): number {
    let depth = 0;
    let at = opening;
    while (at < to) {
      const byte = bytes[at]!;
      if (byte === quote || byte === doubleQuote) {
        const { count } = this;
        at = this.#string(bytes, at, to);
        this.count = count;
        if (at < 0) return at;
        continue;
      }
      at += 1;
      if (byte === open) depth += 1;
      else if (byte === close) depth -= 1;
      else if (byte === 0x3b) return this.#stop(at - 1, cannotBe);
      if (depth === 0) return this.#keep(start, at, form.expression, at);
    }
    return this.#stop(start, needMore);
  }

  #keep(start: number, end: number, how: number, behind: number): number {
    const { count } = this;
    if (count === this.starts.length && count < this.#values_max) this.#grow();
    if (count < this.starts.length) {
      this.starts[count] = start;
      this.ends[count] = end;
      this.forms[count] = how;
    }
    this.count = count + 1;
    if (end - start > this.longest) this.longest = end - start;
    return behind;
  }

  #grow(): void {
    const { starts, ends, forms } = this;
    const capacity = Math.min(starts.length * 2, this.#values_max);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.forms = new Uint8Array(capacity);
    this.starts.set(starts);
    this.ends.set(ends);
    this.forms.set(forms);
  }
}

const computed = [
  'current_timestamp',
  'current_date',
  'current_time',
  'localtime',
  'localtimestamp',
  'utc_timestamp',
  'utc_date',
  'utc_time',
  'default',
];

function isDigit(byte: number, how: number): boolean {
  if (how === form.bits) return byte === 0x30 || byte === 0x31;
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

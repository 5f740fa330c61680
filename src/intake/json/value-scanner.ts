const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

export const valueKind = { text: 0, escaped: 1, literal: 2, nothing: 3, nested: 4 } as const;

/**
 * - `value`: a whole value; `next` is the offset behind it
 * - `incomplete`: more bytes are needed to say
 * - `broken`: not JSON at `at`
 */
export type JsonScan = 'value' | 'incomplete' | 'broken';

const needMore = -1;
const cannotBe = -2;

/**
 * Checks one JSON value (RFC 8259) in place and, for an object, notes where its members are.
 * Nothing is parsed into numbers: 19-digit ids and amounts keep their digits.
 */
export class ValueScanner {
  next = 0;
  at = 0;
  /** Members of the outermost object: offsets of key text and of value text, without quotes. */
  count = 0;
  readonly keyStarts: Int32Array;
  readonly keyEnds: Int32Array;
  readonly valueStarts: Int32Array;
  readonly valueEnds: Int32Array;
  readonly kinds: Uint8Array;
  /** The text scanned last has escapes. */
  #escaped = false;
  readonly #depth_max: number;
  readonly #stack: Uint8Array;

  constructor(members_max: number, depth_max: number) {
    this.#depth_max = depth_max;
    this.#stack = new Uint8Array(depth_max + 1);
    this.keyStarts = new Int32Array(members_max);
    this.keyEnds = new Int32Array(members_max);
    this.valueStarts = new Int32Array(members_max);
    this.valueEnds = new Int32Array(members_max);
    this.kinds = new Uint8Array(members_max);
  }

  scan(bytes: Uint8Array, from: number, to: number, final: boolean): JsonScan {
    this.count = 0;
    const end =
      bytes[from] === openBrace && from < to
        ? this.#object(bytes, from, to)
        : this.#any(bytes, from, to);
    if (end >= 0) {
      // A number may go on behind the window.
      if (end === to && !final && !endsItself(bytes[to - 1]!)) return 'incomplete';
      this.next = end;
      return 'value';
    }
    if (end === needMore && !final) return 'incomplete';
    if (end === needMore) this.at = to;
    return 'broken';
  }

  /** The outermost object, member by member. */
  #object(bytes: Uint8Array, from: number, to: number): number {
    let position = blank(bytes, from + 1, to);
    if (position < to && bytes[position] === closeBrace) return position + 1;
    for (;;) {
      const member = this.count;
      if (member === this.kinds.length) return this.#break(position);
      const keyEnd = this.#text(bytes, position, to);
      if (keyEnd < 0) return keyEnd;
      this.keyStarts[member] = position + 1;
      this.keyEnds[member] = keyEnd - 1;
      position = blank(bytes, keyEnd, to);
      if (position >= to) return needMore;
      if (bytes[position] !== colon) return this.#break(position);
      position = blank(bytes, position + 1, to);
      const valueEnd = this.#any(bytes, position, to);
      if (valueEnd < 0) return valueEnd;
      this.#note(bytes, member, position, valueEnd);
      this.count += 1;
      position = blank(bytes, valueEnd, to);
      if (position >= to) return needMore;
      if (bytes[position] === closeBrace) return position + 1;
      if (bytes[position] !== comma) return this.#break(position);
      position = blank(bytes, position + 1, to);
    }
  }

  #note(bytes: Uint8Array, member: number, start: number, end: number): void {
    const first = bytes[start];
    const isText = first === quote;
    this.valueStarts[member] = isText ? start + 1 : start;
    this.valueEnds[member] = isText ? end - 1 : end;
    if (isText) this.kinds[member] = this.#escaped ? valueKind.escaped : valueKind.text;
    else if (first === openBrace || first === openBracket) this.kinds[member] = valueKind.nested;
    else this.kinds[member] = first === 0x6e ? valueKind.nothing : valueKind.literal;
  }

  /** Any value; nested ones are checked with a stack of brackets, never by recursion. */
  #any(bytes: Uint8Array, from: number, to: number): number {
    let depth = 0;
    let position = from;
    for (;;) {
      position = blank(bytes, position, to);
      if (position >= to) return needMore;
      const byte = bytes[position]!;
      if (byte === openBrace || byte === openBracket) {
        if (depth === this.#depth_max) return this.#break(position);
        const inner = blank(bytes, position + 1, to);
        if (inner >= to) return needMore;
        if (bytes[inner] === (byte === openBrace ? closeBrace : closeBracket)) {
          position = inner + 1;
        } else {
          this.#stack[depth] = byte;
          depth += 1;
          position = byte === openBrace ? this.#key(bytes, inner, to) : inner;
          if (position < 0) return position;
          continue;
        }
      } else {
        position =
          byte === quote ? this.#text(bytes, position, to) : this.#bare(bytes, position, to);
        if (position < 0) return position;
      }
      // Behind a value: close what closes, then go on with the next member or element.
      for (;;) {
        if (depth === 0) return position;
        position = blank(bytes, position, to);
        if (position >= to) return needMore;
        const open = this.#stack[depth - 1]!;
        const behind = bytes[position]!;
        if (behind === (open === openBrace ? closeBrace : closeBracket)) {
          depth -= 1;
          position += 1;
          continue;
        }
        if (behind !== comma) return this.#break(position);
        position = blank(bytes, position + 1, to);
        if (open === openBrace) position = this.#key(bytes, position, to);
        if (position < 0) return position;
        break;
      }
    }
  }

  /** A key and its colon; returns the offset behind the colon. */
  #key(bytes: Uint8Array, from: number, to: number): number {
    const end = this.#text(bytes, from, to);
    if (end < 0) return end;
    const position = blank(bytes, end, to);
    if (position >= to) return needMore;
    return bytes[position] === colon ? position + 1 : this.#break(position);
  }

  #text(bytes: Uint8Array, from: number, to: number): number {
    if (from >= to) return needMore;
    if (bytes[from] !== quote) return this.#break(from);
    this.#escaped = false;
    for (let position = from + 1; position < to; position += 1) {
      const byte = bytes[position]!;
      if (byte === quote) return position + 1;
      if (byte === backslash) {
        this.#escaped = true;
        position += 1;
      } else if (byte < 0x20) {
        return this.#break(position);
      }
    }
    return needMore;
  }

  /** A number, true, false or null. */
  #bare(bytes: Uint8Array, from: number, to: number): number {
    let end = from;
    while (end < to && isBare(bytes[end]!)) end += 1;
    const word = Buffer.from(bytes.subarray(from, Math.min(end, from + 400))).toString('latin1');
    if (end === to && word.length < 400)
      return bareSoFar.test(word) ? needOrEnd(word, end) : this.#break(from);
    return bareWord.test(word) ? end : this.#break(from);
  }

  #break(at: number): number {
    this.at = at;
    return cannotBe;
  }
}

const bareWord = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/;
const bareSoFar = /^[-+.\deEtrufalsn]*$/;

/** At the window's end a whole word counts as one; the caller asks for more where it may go on. */
function needOrEnd(word: string, end: number): number {
  return bareWord.test(word) ? end : needMore;
}

function isBare(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

function endsItself(byte: number): boolean {
  return byte === closeBrace || byte === closeBracket || byte === quote;
}

/** Offset of the first byte at or behind `from` that is not white space. */
export function blank(bytes: Uint8Array, from: number, to: number): number {
  let position = from;
  while (position < to && isBlank(bytes[position]!)) position += 1;
  return position;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

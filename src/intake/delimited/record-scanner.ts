const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;

/** Room for so many fields is made beforehand: most files are small and have fewer. */
const fields_usual = 64;

/** How a field was written: as it stands, between quotes, or between quotes with doubled ones. */
export const fieldForm = { plain: 0, quoted: 1, doubled: 2 } as const;

/**
 * - `record`: one whole record; its fields are in `starts`, `ends`, `forms`
 * - `blank`: an empty line
 * - `incomplete`: more bytes are needed to say
 * - `broken`: no record begins here; `what` says why, `at` where
 */
export type Scan = 'record' | 'blank' | 'incomplete' | 'broken';

export type Broken = 'unclosed_quote' | 'text_after_quote' | 'too_many_fields';

/**
 * Finds one record of delimited text (RFC 4180, with the liberties real files take) in a
 * window of bytes. Never looks behind `from`, never goes on past the first thing that cannot
 * be, so that a broken record costs no more than its own bytes.
 */
export class RecordScanner {
  starts: Int32Array;
  ends: Int32Array;
  forms: Uint8Array;
  /** Fields found. */
  count = 0;
  /** Offset behind the record and its line end. */
  next = 0;
  /** Line ends passed, inside quotes and the closing one. */
  lines = 0;
  /** An unquoted field ends in a quote: the inside of a text may look like this. */
  stray = false;
  what: Broken = 'unclosed_quote';
  at = 0;

  readonly #delimiter: number;
  readonly #fields_max: number;

  /** `fields_max`: fields a record may have; more are let pass only while they are empty. */
  constructor(delimiter: number, fields_max: number) {
    this.#delimiter = delimiter;
    this.#fields_max = fields_max;
    const room = Math.min(fields_max, fields_usual);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.forms = new Uint8Array(room);
  }

  /** Scans `bytes[from, to)`; `final` when nothing follows `to`. */
  scan(bytes: Uint8Array, from: number, to: number, final: boolean): Scan {
    this.count = 0;
    this.lines = 0;
    this.stray = false;
    let position = from;
    for (;;) {
      const field =
        bytes[position] === quote && position < to
          ? this.#quoted(bytes, position, to, final)
          : this.#plain(bytes, position, to, final);
      if (field < 0) return field === needMore ? 'incomplete' : 'broken';
      if (field < to && bytes[field] === this.#delimiter) {
        position = field + 1;
        continue;
      }
      return this.#end(bytes, from, field, to, final);
    }
  }

  /** `at` stands on a line end or on the end of the input. */
  #end(bytes: Uint8Array, from: number, at: number, to: number, final: boolean): Scan {
    let next = at;
    if (next < to && bytes[next] === cr) {
      if (next + 1 === to && !final) return 'incomplete';
      next += next + 1 < to && bytes[next + 1] === lf ? 2 : 1;
    } else if (next < to) {
      next += 1;
    }
    if (next > at) this.lines += 1;
    this.next = next;
    if (this.count === 1 && this.starts[0] === this.ends[0] && this.starts[0] === from) {
      return 'blank';
    }
    return 'record';
  }

  /** Returns the offset behind the field, `needMore` or `cannotBe`. */
  #plain(bytes: Uint8Array, start: number, to: number, final: boolean): number {
    const delimiter = this.#delimiter;
    let position = start;
    for (; position < to; position += 1) {
      const byte = bytes[position]!;
      if (byte === delimiter || byte === lf) break;
      if (byte <= quote) {
        if (byte === quote) this.stray ||= closesField(bytes, position + 1, to, delimiter);
        else if (byte === cr && endsLine(bytes, position, to, final)) break;
      }
    }
    if (position === to && !final) return needMore;
    return this.#keep(start, position, fieldForm.plain, position);
  }

  #quoted(bytes: Uint8Array, start: number, to: number, final: boolean): number {
    let position = start + 1;
    let form: number = fieldForm.quoted;
    for (; position < to; position += 1) {
      const byte = bytes[position]!;
      if (byte === lf) this.lines += 1;
      if (byte !== quote) continue;
      if (position + 1 === to && !final) return needMore;
      if (position + 1 < to && bytes[position + 1] === quote) {
        form = fieldForm.doubled;
        position += 1;
        continue;
      }
      return this.#closed(bytes, start, position, to, form);
    }
    if (!final) return needMore;
    return this.#break('unclosed_quote', start);
  }

  /** The quote at `close` closes the field: only blanks may stand before the delimiter. */
  #closed(bytes: Uint8Array, start: number, close: number, to: number, form: number): number {
    let behind = close + 1;
    while (behind < to && bytes[behind] === space && this.#delimiter !== space) behind += 1;
    const byte = behind < to ? bytes[behind]! : lf;
    if (byte !== this.#delimiter && byte !== lf && byte !== cr) {
      return this.#break('text_after_quote', behind);
    }
    return this.#keep(start + 1, close, form, behind);
  }

  #keep(start: number, end: number, form: number, behind: number): number {
    if (this.count >= this.#fields_max) {
      // Surplus fields are let pass while they say nothing.
      if (end > start) return this.#break('too_many_fields', start);
      return behind;
    }
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.forms[this.count] = form;
    this.count += 1;
    return behind;
  }

  #grow(): void {
    const room = Math.min(this.#fields_max, 2 * this.count);
    const [starts, ends, forms] = [
      new Int32Array(room),
      new Int32Array(room),
      new Uint8Array(room),
    ];
    starts.set(this.starts);
    ends.set(this.ends);
    forms.set(this.forms);
    [this.starts, this.ends, this.forms] = [starts, ends, forms];
  }

  #break(what: Broken, at: number): number {
    this.what = what;
    this.at = at;
    return cannotBe;
  }
}

const needMore = -1;
const cannotBe = -2;

function closesField(bytes: Uint8Array, at: number, to: number, delimiter: number): boolean {
  if (at === to) return true;
  const byte = bytes[at];
  return byte === delimiter || byte === lf || byte === cr;
}

/** A carriage return ends a line when a line feed follows; alone it is part of the text. */
function endsLine(bytes: Uint8Array, position: number, to: number, final: boolean): boolean {
  if (position + 1 < to) return bytes[position + 1] === lf;
  return final;
}

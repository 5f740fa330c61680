import type { RawRowWriter, RawSink } from '../raw.ts';
import { valueKind } from './value-scanner.ts';
import type { ValueScanner } from './value-scanner.ts';

/** Hands the members of scanned objects to the sink: one writer for each set of keys met. */
export class JsonRowWriter {
  count = 0;
  readonly #sink: RawSink;
  readonly #table: string;
  readonly #file: number;
  readonly #writers = new Map<string, RawRowWriter | null>();

  constructor(sink: RawSink, table: string, file: number) {
    this.#sink = sink;
    this.#table = table;
    this.#file = file;
  }

  /** Writes the scanned object as a row; false when it names a member twice. */
  async write(scanner: ValueScanner, bytes: Buffer, line: number): Promise<boolean> {
    const signature = signatureOf(scanner, bytes);
    let writer = this.#writers.get(signature);
    if (writer === undefined) {
      writer = await this.#open(keysOf(scanner, bytes));
      this.#writers.set(signature, writer);
    }
    if (writer === null) return false;
    for (let i = 0; i < scanner.count; i += 1) {
      const start = scanner.valueStarts[i]!;
      const end = scanner.valueEnds[i]!;
      const kind = scanner.kinds[i];
      if (kind === valueKind.nothing) writer.none();
      else if (kind === valueKind.escaped) writer.text(unescape(bytes, start, end));
      else writer.bytes(bytes, start, end);
    }
    writer.end(line);
    this.count += 1;
    return true;
  }

  /** A writer to record refusals with, whatever the keys. */
  async any(): Promise<RawRowWriter> {
    for (const writer of this.#writers.values()) if (writer) return writer;
    return await this.#sink.open(this.#table, [], this.#file);
  }

  async #open(keys: readonly string[]): Promise<RawRowWriter | null> {
    if (new Set(keys).size < keys.length) return null;
    return await this.#sink.open(this.#table, keys, this.#file);
  }
}

function signatureOf(scanner: ValueScanner, bytes: Buffer): string {
  let signature = '';
  for (let i = 0; i < scanner.count; i += 1) {
    signature += `${bytes.toString('latin1', scanner.keyStarts[i], scanner.keyEnds[i])}"`;
  }
  return signature;
}

function keysOf(scanner: ValueScanner, bytes: Buffer): string[] {
  return Array.from({ length: scanner.count }, (_, i) =>
    unescape(bytes, scanner.keyStarts[i]!, scanner.keyEnds[i]!),
  );
}

/** JSON text between its quotes → what it says; a broken escape stays as written. */
export function unescape(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end);
  if (!text.includes('\\')) return text;
  try {
    // A lone surrogate is no UTF-8: it would be lost on the way to the file.
    return (JSON.parse(`"${text}"`) as string).toWellFormed();
  } catch {
    return text;
  }
}

import type { IssueCode, IssueParams, Place } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { RawRowWriter } from '../raw.ts';
import type { CsvPart } from './csv-part.ts';

/** What a row writer needs of its table. */
export interface RowTarget {
  readonly limits: Limits;
  /** The part that takes a row now: wide enough for all columns known. */
  part(): CsvPart;
  refused(code: IssueCode, params: IssueParams, place: Place): void;
  /** Refuses a row that went beyond a limit. */
  tooLong(what: 'value' | 'row', line: number): void;
}

/** Writes rows whose values come in one order of columns into a table that may have another. */
export class StageRowWriter implements RawRowWriter {
  readonly #target: RowTarget;
  /** Index in the table of each value. */
  readonly #positions: readonly number[];
  readonly #inOrder: boolean;
  readonly #value_bytes_max: number;
  readonly #row_bytes_max: number;
  #part: CsvPart | null = null;
  #starts: number[] = [];
  #values = 0;
  #rowBytes = 0;
  #longestValue = 0;

  constructor(target: RowTarget, positions: readonly number[]) {
    this.#target = target;
    this.#positions = positions;
    this.#inOrder = positions.every((position, i) => position === i);
    this.#value_bytes_max = target.limits.value_bytes_max;
    this.#row_bytes_max = target.limits.row_bytes_max;
  }

  bytes(source: Uint8Array, start: number, end: number): void {
    const part = this.#begin(end - start);
    if (this.#fits()) part.bytes(source, start, end);
  }

  text(value: string): void {
    const part = this.#begin(Buffer.byteLength(value));
    if (this.#fits()) part.text(value);
  }

  none(): void {
    this.#begin(0).none();
  }

  end(line: number): void {
    const part = (this.#part ??= this.#target.part());
    if (this.#values !== this.#positions.length) {
      throw new Error(`a row of ${this.#values} values for ${this.#positions.length} columns`);
    }
    if (!this.#fits()) {
      part.drop();
      this.#target.tooLong(this.#longestValue > this.#value_bytes_max ? 'value' : 'row', line);
    } else {
      if (!this.#inOrder) part.arrange(this.#starts, this.#positions);
      else for (let i = this.#values; i < part.width; i += 1) part.none();
      part.end(line);
    }
    this.#reset();
  }

  refuse(code: IssueCode, params: IssueParams, place: Place): void {
    this.#part?.drop();
    this.#reset();
    this.#target.refused(code, params, place);
  }

  #begin(length: number): CsvPart {
    const part = (this.#part ??= this.#target.part());
    if (!this.#inOrder) this.#starts.push(part.rowLength);
    this.#values += 1;
    this.#rowBytes += length;
    if (length > this.#longestValue) this.#longestValue = length;
    return part;
  }

  #fits(): boolean {
    return this.#longestValue <= this.#value_bytes_max && this.#rowBytes <= this.#row_bytes_max;
  }

  #reset(): void {
    this.#part = null;
    this.#starts = [];
    this.#values = 0;
    this.#rowBytes = 0;
    this.#longestValue = 0;
  }
}

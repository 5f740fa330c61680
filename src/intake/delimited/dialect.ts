import { lineAfter } from '../byte-window.ts';
import { RecordScanner } from './record-scanner.ts';

/** How one delimited file is written. */
export interface Dialect {
  /** Byte value of the delimiter. */
  readonly delimiter: number;
  /** Fields of the most frequent record length in the sample. */
  readonly fields: number;
}

const candidates = [0x2c, 0x09, 0x3b, 0x7c] as const;
const sample_records_max = 200;

/**
 * Chooses the delimiter whose records agree best on their number of fields in the sample: the
 * share of records with the commonest length, one-field records counting for nothing.
 */
export function detectDialect(sample: Uint8Array, final: boolean, fields_max: number): Dialect {
  let best: Dialect & { score: number } = { delimiter: 0x2c, fields: 1, score: -1 };
  for (const delimiter of candidates) {
    const lengths = recordLengths(sample, final, delimiter, fields_max);
    const [fields, frequency] = commonest(lengths);
    if (fields < 2) continue;
    // More fields break a tie: text with commas in quotes also splits evenly at ';' into one.
    const score = (frequency / lengths.length) * 1000 + Math.min(fields, 100);
    if (score > best.score) best = { delimiter, fields, score };
  }
  return { delimiter: best.delimiter, fields: best.fields };
}

function recordLengths(
  sample: Uint8Array,
  final: boolean,
  delimiter: number,
  fields_max: number,
): number[] {
  const scanner = new RecordScanner(delimiter, fields_max);
  const lengths: number[] = [];
  let position = 0;
  while (position < sample.length && lengths.length < sample_records_max) {
    const scan = scanner.scan(sample, position, sample.length, final);
    if (scan === 'incomplete') break;
    if (scan === 'record') lengths.push(scanner.count);
    position = scan === 'broken' ? lineAfter(sample, position) : scanner.next;
  }
  return lengths;
}

function commonest(values: readonly number[]): readonly [value: number, frequency: number] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [number, number]>(
    (best, entry) =>
      entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best,
    [0, 0],
  );
}

import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { severityOf } from '../../../src/model/issue.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';
import { accountedRows, generateDump, randomFrom } from './generated-dump.ts';
import type { Layout } from './generated-dump.ts';

const runs = Number(process.env['POLYPRISM_FUZZ_RUNS'] ?? 30_000);
const layouts: readonly Layout[] = ['one_line', 'line_each', 'statement_each'];
const pieces = [
  ...["'", '"', '`', '\\', '(', ')', ',', ';', '\n', '#', '-- ', '/*', '*/', '/*!40101 ', '\0'],
  ...['NULL', "_binary '", "x'", "b'", '0x', 'VALUES ', 'INSERT INTO ', 'DELIMITER ;;\n', 'now('],
  ...[
    "SET sql_mode='NO_BACKSLASH_ESCAPES';\n",
    'CREATE TRIGGER a BEFORE INSERT ON b BEGIN ',
    '\xe4',
  ],
];

describe('mutated dumps', () => {
  it(`crash nothing, hang nothing and lose nothing unsaid, in ${runs} runs`, async () => {
    const failures: string[] = [];
    let slowest_ms = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed * 40_503);
      const dump = generateDump(seed, layouts[seed % 3]!, 2);
      const { bytes, first, last } = mutate(Buffer.from(dump.text), random);
      const sink = new CollectingSink();
      const began = performance.now();
      try {
        await readMysqlDump(inputOf(bytes, 'dump.sql', 1 + random(4096)), sink);
      } catch (error) {
        failures.push(`seed ${seed}: ${String(error)}`);
      }
      slowest_ms = Math.max(slowest_ms, performance.now() - began);
      const untouched = dump.rows.filter((row) => {
        const start = Buffer.byteLength(dump.text.slice(0, row.start));
        return start > last || Buffer.byteLength(dump.text.slice(0, row.end)) < first;
      });
      const missing = untouched.filter(
        ({ table, values }) =>
          !sink.tables
            .get(table)
            ?.rows.some((row) => JSON.stringify(Object.values(row)) === JSON.stringify(values)),
      );
      const said =
        accountedRows(sink).refused > 0 ||
        sink.issues.some(
          ({ code }) => severityOf(code) !== 'info' || code === 'dump.statement_skipped',
        );
      if (missing.length > 0 && !said) failures.push(`seed ${seed}: ${missing.length} rows lost`);
    }
    console.log(`${runs} mutated dumps, the slowest ${slowest_ms.toFixed(0)} ms`);
    expect(failures).toEqual([]);
    expect(slowest_ms).toBeLessThan(2_000);
  });
});

/** Up to four changes of bytes; `first` and `last` bound what of the original they touched. */
function mutate(
  original: Buffer,
  random: (below: number) => number,
): { bytes: Buffer; first: number; last: number } {
  const edits = Array.from({ length: 1 + random(4) }, () => random(original.length)).toSorted(
    (a, b) => b - a,
  );
  let bytes = original;
  let last = 0;
  for (const at of edits) {
    const removed = random(3) === 0 ? random(40) : random(2);
    const piece = Buffer.from(random(3) === 0 ? '' : pieces[random(pieces.length)]!, 'latin1');
    bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + removed)]);
    last = Math.max(last, at + removed);
  }
  return { bytes, first: edits.at(-1)!, last };
}

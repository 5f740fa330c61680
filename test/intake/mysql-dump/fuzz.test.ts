import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { severityOf } from '../../../src/model/issue.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';
import { accountedRows, generateDump, randomFrom } from './generated-dump.ts';
import type { Layout } from './generated-dump.ts';

const runs = Number(process.env['POLYPRISM_FUZZ_RUNS'] ?? 30_000);
const layouts: readonly Layout[] = ['one_line', 'line_each', 'statement_each'];
const harmful =
  "' \" ` \\ ( ) , ; \n \0 \u00e4 NULL _binary' x' b' 0x VALUES INSERT|INTO now( ON|DUPLICATE|KEY";
/** What follows these may rightly be read as something else than it was. */
const turningWords =
  '# --| /* */ /*!40101| DELIMITER|;;\n CREATE|TRIGGER|a|BEGIN| SELECT| USE|mysql;\n' +
  " SET|sql_mode='NO_BACKSLASH_ESCAPES';\n";
const split = (words: string): string[] =>
  words.split(' ').map((word) => word.replaceAll('|', ' '));
const pieces = [...split(harmful), ...split(turningWords)];
const turning = split(harmful).length;

describe('mutated dumps', () => {
  it(`crash nothing, hang nothing and lose nothing unsaid, in ${runs} runs`, async () => {
    const failures: string[] = [];
    let slowest_ms = 0;
    let quiet = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed * 40_503);
      const dump = generateDump(seed, layouts[seed % 3]!, 2);
      const { bytes, first, last, turned } = mutate(Buffer.from(dump.text), random);
      const sink = new CollectingSink();
      const began = performance.now();
      try {
        await readMysqlDump(inputOf(bytes, 'dump.sql', 1 + random(4096)), sink);
      } catch (error) {
        failures.push(`seed ${seed}: ${String(error)}`);
      }
      slowest_ms = Math.max(slowest_ms, performance.now() - began);
      const loud =
        accountedRows(sink).refused > 0 ||
        sink.issues.some(({ code, params }) =>
          code === 'dump.statement_skipped'
            ? params['kinds'] !== 'SET × 1'
            : severityOf(code) !== 'info',
        );
      if (turned || loud) continue;
      quiet += 1;
      const read = new Set<string>();
      for (const { rows } of sink.tables.values()) {
        for (const row of rows) read.add(JSON.stringify(Object.values(row)));
      }
      const missing = dump.rows.filter(({ start, end, values }) => {
        const touched =
          Buffer.byteLength(dump.text.slice(0, start)) <= last &&
          Buffer.byteLength(dump.text.slice(0, end)) >= first;
        return !touched && !read.has(JSON.stringify(values));
      });
      if (missing.length > 0) failures.push(`seed ${seed}: ${missing.length} rows lost`);
    }
    console.log(
      `${runs} mutated dumps, ${quiet} without a word, slowest ${slowest_ms.toFixed(0)} ms`,
    );
    expect(failures).toEqual([]);
    expect(slowest_ms).toBeLessThan(2_000);
  });
});

/** Up to four changes of bytes; `first` and `last` bound what of the original they touched. */
function mutate(
  original: Buffer,
  random: (below: number) => number,
): { bytes: Buffer; first: number; last: number; turned: boolean } {
  const edits = Array.from({ length: 1 + random(4) }, () => random(original.length)).toSorted(
    (a, b) => b - a,
  );
  let bytes = original;
  let last = 0;
  let turned = false;
  for (const at of edits) {
    const removed = random(3) === 0 ? random(40) : random(2);
    const chosen = random(3) === 0 ? -1 : random(pieces.length);
    turned ||= chosen >= turning;
    const piece = Buffer.from(pieces[chosen] ?? '', 'latin1');
    bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + removed)]);
    last = Math.max(last, at + removed);
  }
  return { bytes, first: edits.at(-1)!, last, turned };
}

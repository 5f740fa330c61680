import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';
import { accountedRows, generateDump, randomFrom } from './generated-dump.ts';
import type { GeneratedDump, GeneratedRow, Layout } from './generated-dump.ts';

const runs = Number(process.env['POLYPRISM_BLAST_RUNS'] ?? 2_500);
const layouts: readonly Layout[] = ['one_line', 'line_each', 'statement_each'];

const pieces = ["'", '"', '\\', '(', ')', ',', ';', '`', 'x', '\n', '--', '/*', "','", '),(', '0x'];

/** Damages one row: a character lost, doubled or changed, something put in, a piece torn out. */
function corrupt(
  dump: GeneratedDump,
  row: GeneratedRow,
  random: (below: number) => number,
): string {
  const { text } = dump;
  const at = row.start + random(row.end - row.start);
  const piece = pieces[random(pieces.length)]!;
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + piece + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + text[at]! + text.slice(at);
    default:
      return text.slice(0, at) + text.slice(at + 1 + random(row.end - at));
  }
}

describe('a damaged row', () => {
  it(`costs no other row, in ${runs} single-row corruptions`, async () => {
    const failures: string[] = [];
    let refused = 0;
    let split = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed * 2_654_435_761);
      const dump = generateDump(seed, layouts[seed % 3]!, 6);
      const victim = dump.rows[random(dump.rows.length)]!;
      const damaged = corrupt(dump, victim, random);
      const sink = new CollectingSink();
      await readMysqlDump(inputOf(damaged, 'dump.sql', 997), sink);
      const lost = dump.rows.filter((row) => row !== victim && !holds(sink, row));
      const rows = accountedRows(sink);
      refused += rows.refused;
      // What is left of a row with a parenthesis in the wrong place may look like two.
      const surplus = rows.read + rows.refused - dump.rows.length;
      if (surplus > 0) split += 1;
      if (lost.length > 0 || surplus < 0 || surplus > 1) {
        const around = damaged.slice(Math.max(0, victim.start - 60), victim.end + 60);
        failures.push(`seed ${seed}: ${lost.length} lost, ${surplus} too many: ${around}`);
      }
    }
    console.log(`${runs} corruptions: ${refused} rows refused, ${split} rows counted as two`);
    expect(failures).toEqual([]);
    expect(split).toBeLessThan(runs * 0.06);
  });
});

function holds(sink: CollectingSink, row: GeneratedRow): boolean {
  const found = sink.tables.get(row.table)?.rows.filter(({ id }) => id === row.id) ?? [];
  return (
    found.length === 1 && JSON.stringify(Object.values(found[0]!)) === JSON.stringify(row.values)
  );
}

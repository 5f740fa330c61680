import { expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

/** Rows that say on which line of the dump they stand; lines far longer than any window. */
function dump(): string {
  const lines = ['CREATE TABLE t (id int, line int, note text);'];
  for (let statement = 0; statement < 12; statement += 1) {
    const line = lines.length + 1;
    const rows = Array.from(
      { length: statement % 3 === 0 ? 4_000 : 3 },
      (_, i) => `(${i},${line},'${'x'.repeat(i % 50)}')`,
    );
    lines.push(`INSERT INTO t VALUES ${rows.join(',')};`);
  }
  const first = lines.length + 1;
  lines.push(`INSERT INTO t VALUES (1,${first},'a\nb\nc'),`, `(2,${first + 3},'d'),`);
  lines.push(`(3,${first + 4},'${'long '.repeat(60_000)}'),`, `(4,${first + 5},'e');`);
  return `${lines.join('\n')}\n`;
}

it.each([1_000, 7_919, 65_536])('gives each row its line, in pieces of %i bytes', async (bytes) => {
  const sink = new CollectingSink();
  await readMysqlDump(inputOf(dump(), 'dump.sql', bytes), sink);
  const { rows, lines } = sink.table('t');
  expect(rows.length).toBe(4 * 4_000 + 8 * 3 + 4);
  const wrong = rows.filter((row, i) => row['line'] !== String(lines[i]));
  expect(wrong).toEqual([]);
});

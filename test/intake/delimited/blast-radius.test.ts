import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited } from '../../../src/intake/delimited/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

const runs = Number(process.env['POLYPRISM_FUZZ_RUNS'] ?? 5_000);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);

/** Values that tempt a tokenizer: delimiters, quotes, line ends, spaces, nothing at all. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9]{1,8}$/) },
  { weight: 2, arbitrary: fc.stringMatching(/^[张三李四王五]{1,3}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a,b', 'say "hi"', 'two\nlines', '5" pipe', ',', '"', ' x '),
  },
);
const row = fc.tuple(fc.integer({ min: 100, max: 999_999 }).map(String), value, value, value);

/** RFC 4180 with quotes only where needed; inches stay unquoted, as real exports write them. */
function write(cell: string): string {
  if (cell === '5" pipe') return cell;
  return /[",\n]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const header = 'order_no,name,note,remark\n';

async function read(text: string | Buffer): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readDelimited(inputOf(text, 't.csv'), sink);
  return sink;
}

describe('one broken row costs one row', () => {
  it('reads every other row as it was', async () => {
    console.log(`seed ${seed}, ${runs} corruptions`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('"', ',', '\n', '""', '",', 'x', ''),
        fc.integer({ min: 0, max: 3 }),
        async (rows, pick, at, insert, drop) => {
          const lines = rows.map((cells) => `${cells.map(write).join(',')}\n`);
          const hit = pick % lines.length;
          const line = lines[hit]!;
          const position = at % line.length;
          const body = line.slice(0, -1);
          const broken = `${body.slice(0, position)}${insert}${body.slice(position + drop)}\n`;
          const sink = await read(header + lines.with(hit, broken).join(''));
          const found = sink.values('t').map((cells) => JSON.stringify(cells));
          const others = rows.filter((_, i) => i !== hit).map((cells) => JSON.stringify(cells));
          expect(inOrder(others, found)).toBe(true);
          expect(found.length).toBeLessThanOrEqual(rows.length + 1);
          if (found.length < rows.length) expect(sink.table('t').refused.length).toBeGreaterThan(0);
        },
      ),
      { seed, numRuns: runs },
    );
  });

  it('reads clean text exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const text = header + rows.map((cells) => `${cells.map(write).join(',')}\n`).join('');
        const sink = await read(text);
        expect(sink.values('t')).toEqual(rows);
        expect(sink.table('t').refused.length).toBe(0);
      }),
      { seed, numRuns: 500 },
    );
  });
});

/** Whether all of `wanted` stand in `found`, in this order. */
function inOrder(wanted: readonly string[], found: readonly string[]): boolean {
  let i = 0;
  for (const one of found) if (one === wanted[i]) i += 1;
  return i === wanted.length;
}

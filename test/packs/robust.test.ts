import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { severityOf } from '../../src/model/issue.ts';
import { checkSql } from '../../src/packs/check-sql.ts';
import { formatDiagnostic } from '../../src/packs/diagnostic.ts';
import { basePack, filesOf } from './golden-pack.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const runs = Number(process.env['POLYPRISM_RUNS'] ?? 400);

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => engine.close());

const names = [...basePack().keys()];
const splinters = [
  '',
  '"',
  "'",
  '`',
  '{',
  '}',
  '[',
  ']',
  '---',
  '## Test',
  '```',
  '$',
  '$x',
  '/*',
  '--',
  ';',
  ':',
  '\t',
  '\0',
  '中',
  '😀',
  'null',
  '2026-13-01',
  '&a *a',
  '<<',
  '(',
  ')',
  'SELECT',
  'FROM orders',
  '*',
  '?',
  'pp_days(',
  'WITH RECURSIVE',
  '::',
  'ORDER BY 1',
  'UNION',
  'NOT',
  '1e999',
  '-- ',
  '\r\n',
];

/** One to three places of a file, each with a stretch cut out and a splinter put in. */
const damage = fc.record({
  file: fc.constantFrom(...names),
  cuts: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 40 }),
      splinter: fc.constantFrom(...splinters),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

function damaged({ file, cuts }: { file: string; cuts: readonly Cut[] }): Map<string, string> {
  const pack = basePack();
  let text = pack.get(file) ?? '';
  for (const { at, length, splinter } of cuts) {
    const start = Math.floor(at * text.length);
    text = text.slice(0, start) + splinter + text.slice(start + length);
  }
  return pack.set(file, text);
}

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly splinter: string;
}

describe('a damaged pack', () => {
  it(`is a pack or has placed diagnostics, never an accident (seed ${seed})`, async () => {
    let refused = 0;
    const property = fc.asyncProperty(damage, async (one) => {
      const files = filesOf(damaged(one));
      const { pack, diagnostics } = await checkPack(files, (parsed) => checkSql(engine, parsed));
      const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error');
      expect(pack === null).toBe(errors.length > 0);
      refused += errors.length > 0 ? 1 : 0;
      for (const diagnostic of diagnostics) {
        const file = files.find(({ name }) => name === diagnostic.place.file);
        expect.assert(file);
        const { line, column } = diagnostic.place;
        const source = file.text.split('\n')[(line ?? 0) - 1];
        expect.assert(source !== undefined && column !== null);
        expect(column).toBeLessThanOrEqual(source.length + 1);
        expect(formatDiagnostic(diagnostic, file.text)).toContain(diagnostic.code);
      }
    });
    await fc.assert(property, { seed, numRuns: runs });
    expect(refused).toBeGreaterThan(runs / 2);
  });
});

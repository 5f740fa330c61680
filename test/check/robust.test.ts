import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/check/checker.ts';
import type { Checker } from '../../src/check/checker.ts';
import { columnsOf, importedTables } from '../../src/model/tables.ts';
import { shippedPacks } from '../support/shipped-packs.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
const runs = Number(process.env['POLYPRISM_RUNS'] ?? 20_000);

let checker: Checker;
beforeAll(async () => {
  const packs = await shippedPacks('cn');
  checker = makeChecker(packs, { as_of: '2026-11-28', currency: 'CNY' });
});

const value = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300, '', ' ', '9223372036854775808', {}, []),
  fc.constantFrom('2026-01-31', '2026-02-30', '2026-01-31T08:00:00Z', '9999-12-31T23:59:59Z'),
  fc.constantFrom('0001-01-01T00:00:00+14:00', '2026-01-31T24:00:00Z', 'on', 'ended', '食品'),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.jsonValue(),
);

const given = fc.constantFrom(...importedTables()).chain((table) => {
  const known = fc.constantFrom(...columnsOf(table).keys());
  const column = fc.oneof({ weight: 9, arbitrary: known }, fc.string(), fc.constant('__proto__'));
  return fc.tuple(fc.constant(table), fc.array(fc.tuple(column, value), { maxLength: 30 }));
});

describe('a checker', () => {
  it(`answers every record, whatever is in it (seed ${seed}, ${runs} records)`, () => {
    let decided = 0;
    const property = fc.property(given, ([table, pairs]) => {
      const record: unknown = JSON.parse(JSON.stringify(Object.fromEntries(pairs)));
      const seen = checker.check(table, record as Readonly<Record<string, unknown>>);
      for (const { verdict, needs, finding } of seen.verdicts) {
        expect(finding === null).toBe(verdict === 'cannot_tell' || verdict === 'no_breach');
        if (verdict === 'cannot_tell') expect(needs.length).toBeGreaterThan(0);
        decided += verdict === 'cannot_tell' ? 0 : 1;
      }
    });
    fc.assert(property, { seed, numRuns: runs });
    expect(decided).toBeGreaterThan(runs / 100);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { derivers } from '../../src/inspect/derivers.ts';
import { formatDiagnostic } from '../../src/packs/diagnostic.ts';
import { groundsOf } from '../../src/packs/test-pack.ts';
import { knowsItsFirstDay, survivingMutants } from '../../src/provisions/mutants.ts';
import { missingCases } from '../../src/provisions/test-coverage.ts';
import { testProvision } from '../../src/provisions/test-provision.ts';
import { checkedPack, shippedPacks } from '../support/shipped-packs.ts';
import { root } from '../tidy/repository.ts';

const names = readdirSync(join(root, 'packs'));
const packs = await Promise.all(names.map(checkedPack));

/** POLYPRISM_MUTANTS=1 runs every mutant of every provision; else only the start of force. */
const thorough = process.env['POLYPRISM_MUTANTS'] === '1';

describe.each(packs.map((read, i) => ({ name: names[i], read })))('pack $name', ({ read }) => {
  const grounds = groundsOf(read, derivers);
  let engine: DuckDb;
  beforeAll(async () => {
    engine = await DuckDb.open({ threads: 1 });
  });
  afterAll(() => engine.close());

  it('is sound', () => {
    const shown = read.diagnostics.map((one) =>
      formatDiagnostic(one, read.files.find(({ name }) => name === one.place.file)?.text ?? null),
    );
    expect(shown.join('\n\n')).toBe('');
  });

  it.each(read.pack?.provisions ?? [])('$id holds its cases', async (provision) => {
    const tests = read.tests.get(provision.file);
    expect.assert(tests);
    expect(await testProvision(engine, provision, tests, grounds)).toEqual([]);
    expect(missingCases(tests)).toEqual([]);
  });

  it.each(read.pack?.provisions ?? [])('$id has tests that bite', async (provision) => {
    const tests = read.tests.get(provision.file);
    expect.assert(tests);
    if (thorough) {
      const survivors = await survivingMutants(engine, provision, tests, grounds);
      expect(survivors).toEqual([]);
      return;
    }
    expect(await knowsItsFirstDay(engine, provision, tests, grounds)).toBe(true);
  });
});

describe('shipped packs together', () => {
  it('share no provision id', async () => {
    expect((await shippedPacks(...names)).length).toBe(names.length);
  });
});

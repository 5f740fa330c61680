import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { mutantsOf, survivingMutants } from '../../src/provisions/mutants.ts';
import { missingCases } from '../../src/provisions/test-coverage.ts';
import type { ProvisionTestCase, ProvisionTestFile } from '../../src/provisions/test-file.ts';
import { testProvision } from '../../src/provisions/test-provision.ts';
import { sample } from './sample-provision.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => engine.close());

const row = (id: string, back: string, refunded: string | null) => ({
  after_sale_id: id,
  received_back_at: `${back}T04:00:00Z`,
  refunded_at: refunded === null ? null : `${refunded}T04:00:00Z`,
});

const sound: ProvisionTestCase = {
  name: 'eight days are late, seven are not',
  as_of: '2024-12-31',
  tables: {
    after_sale: [
      row('a1', '2024-05-01', '2024-05-09'),
      row('a2', '2024-05-01', '2024-05-08'),
      row('a3', '2024-05-01', null),
      row('a4', '2019-12-31', '2020-05-01'),
    ],
  },
  present: [],
  absent: [],
  expect: {
    breach: [{ subject: 'a1', act_on: '2024-05-01', evidence: { days: 8 } }],
    cannot_tell: [{ subject: 'a3', needs: 'after_sale.refunded_at' }],
    ok: ['a2', 'a4'],
  },
};

function file(...cases: ProvisionTestCase[]): ProvisionTestFile {
  return { file: 'x.test.yaml', cases };
}

async function messages(one: ProvisionTestCase): Promise<string[]> {
  return (await testProvision(engine, sample, file(one))).map(({ message }) => message);
}

function expecting(changed: Partial<ProvisionTestCase['expect']>): ProvisionTestCase {
  return { ...sound, expect: { ...sound.expect, ...changed } };
}

describe('testProvision', () => {
  it('is silent when all holds', async () => {
    expect(await messages(sound)).toEqual([]);
  });

  it.each([
    ['a breach too few', { breach: [] }, 'breach: expected [], got ["a1"]'],
    [
      'a breach too many',
      { breach: [...sound.expect.breach, { subject: 'a2', evidence: {} }] },
      'breach: expected ["a1","a2"], got ["a1"]',
    ],
    [
      'other evidence',
      { breach: [{ subject: 'a1', evidence: { days: 9 } }] },
      'sample.refund breach a1: expected {"days":9}, ' +
        'got [{"act_on":"2024-05-01","days":8,"refunded_minor":null}]',
    ],
    [
      'another date',
      { breach: [{ subject: 'a1', act_on: '2024-05-02', evidence: {} }] },
      'sample.refund breach a1: expected {"act_on":"2024-05-02"}, ' +
        'got [{"act_on":"2024-05-01","days":8,"refunded_minor":null}]',
    ],
    ['an undecided one', { cannot_tell: [] }, 'cannot_tell: expected [], got ["a3"]'],
    [
      'another need',
      { cannot_tell: [{ subject: 'a3', needs: 'after_sale.reason' }] },
      'cannot_tell a3 needs: expected ["after_sale.reason"], got ["after_sale.refunded_at"]',
    ],
    ['an ok that is not', { ok: ['a1'] }, "ok: 'a1' is a breach or undecided"],
  ])('names %s', async (_, changed, message) => {
    expect(await messages(expecting(changed))).toEqual([message]);
  });

  it('counts a column no row names as not supplied, unless the case says it is', async () => {
    const rows = [{ after_sale_id: 'a1', received_back_at: '2024-05-01T04:00:00Z' }];
    const bare = { ...sound, tables: { after_sale: rows } };
    const needs = {
      breach: [],
      cannot_tell: [{ subject: 'after_sale.refunded_at', needs: null }],
      ok: [],
    };
    expect(await messages({ ...bare, expect: needs })).toEqual([]);
    const present = ['after_sale.refunded_at'];
    const undecided = { breach: [], cannot_tell: [{ subject: 'a1', needs: null }], ok: [] };
    expect(await messages({ ...bare, present, expect: undecided })).toEqual([]);
    const absent = ['after_sale.refunded_at'];
    expect(await messages({ ...sound, absent, expect: needs })).toEqual([]);
    const gone = { breach: [], cannot_tell: [{ subject: 'after_sale', needs: null }], ok: [] };
    expect(await messages({ ...sound, absent: ['after_sale'], expect: gone })).toEqual([]);
  });
});

describe('mutants', () => {
  it('are the small mistakes one can make in the sample', () => {
    expect(mutantsOf(sample).map(({ change }) => change)).toEqual([
      'test: line 5: > → >=',
      'cannot_tell: line 3: a.refunded_at IS NULL → TRUE',
      'parameter days_max: 7 → 6',
      'parameter days_max: 7 → 8',
      'in_force.from: 2020-01-01 → 1900-01-01',
    ]);
  });

  it('are all noticed by tests at the boundary', async () => {
    expect(await survivingMutants(engine, sample, file(sound))).toEqual([]);
  });

  it('survive tests away from it', async () => {
    const dull = {
      ...sound,
      tables: {
        after_sale: [row('a1', '2024-05-01', '2024-08-01'), row('a3', '2024-05-01', null)],
      },
      expect: {
        breach: [{ subject: 'a1', evidence: {} }],
        cannot_tell: [{ subject: 'a3', needs: null }],
        ok: [],
      },
    };
    expect(await survivingMutants(engine, sample, file(dull))).toEqual([
      'in_force.from: 2020-01-01 → 1900-01-01',
      'parameter days_max: 7 → 6',
      'parameter days_max: 7 → 8',
      'test: line 5: > → >=',
    ]);
  });

  it('reach comparisons, numbers, guards and conjuncts, and no string or comment', () => {
    const test = `SELECT f(x) AS subject -- a > 1
FROM t
WHERE a = 'b > 2' AND (c IS NOT NULL OR d BETWEEN 1 AND 3)
  AND EXISTS (SELECT 1 FROM u WHERE u.x <= t.x AND f(u.y) IS NULL)`;
    const changes = mutantsOf({ ...sample, test, cannot_tell: null, parameters: [] });
    expect(changes.map(({ change }) => change)).toEqual([
      'test: line 3: = → <>',
      'test: line 3: AND (c IS NOT NULL OR d BETWEEN 1 AND 3) → ',
      'test: line 3: c IS NOT NULL → TRUE',
      'test: line 3: 1 → 0',
      'test: line 3: 1 → 2',
      'test: line 3: 3 → 2',
      'test: line 3: 3 → 4',
      'test: line 4: AND EXISTS (SELECT 1 FROM u WHERE u.x <= t.x AND f(u.y) IS NULL) → ',
      'test: line 4: <= → <',
      'test: line 4: AND f(u.y) IS NULL → ',
      'test: line 4: f(u.y) IS NULL → TRUE',
      'in_force.from: 2020-01-01 → 1900-01-01',
    ]);
  });
});

describe('missingCases', () => {
  it('asks for a breach, a clean case and one that cannot be told', () => {
    expect(missingCases(file(sound))).toEqual([]);
    expect(missingCases(file(expecting({ breach: [], cannot_tell: [], ok: [] })))).toEqual([
      'breach',
      'clean',
      'undecided',
    ]);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { Provision } from '../../src/model/provision.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import type { ProvisionRun } from '../../src/provisions/run.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import type { TestRow } from '../../src/provisions/test-file.ts';
import { context, sample } from './sample-provision.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

function back(id: string, day: string | null, refunded: string | null): TestRow {
  return {
    after_sale_id: id,
    received_back_at: day === null ? null : `${day}T04:00:00Z`,
    refunded_at: refunded === null ? null : `${refunded}T04:00:00Z`,
    refunded_minor: 39_900,
  };
}

async function run(
  rows: readonly TestRow[],
  provisions: readonly Provision[] = [sample],
  given: Partial<typeof context> = {},
): Promise<ProvisionRun> {
  await fillTables(engine, { after_sale: rows }, ['after_sale']);
  return await runProvisions(engine, provisions, { ...context, ...given });
}

describe('a finding', () => {
  it('states subject, date, evidence and law in force, and explains itself', async () => {
    const { findings, verdicts } = await run([
      back('a1', '2024-05-01', '2024-05-09'),
      back('a2', '2024-05-01', '2024-05-08'),
    ]);
    expect(findings).toEqual([
      {
        id: findings[0]?.id,
        provision: 'sample.refund',
        provision_sha256: 'f'.repeat(64),
        version_in_force: '2020-01-01',
        stage: 'after',
        severity: 'medium',
        subject: { table: 'after_sale', id: 'a1' },
        act_on: '2024-05-01',
        verdict: 'breach',
        explanation: {
          en: 'a1: 8 days, 7 allowed, CNY 399.00 on 2024-05-01.',
          zh: 'a1:8 日,应在 7 日内,2024-05-01 退 399.00 元。',
        },
        parameters: { days_max: 7 },
        evidence: [{ act_on: '2024-05-01', days: 8, refunded_minor: 39_900 }],
      },
    ]);
    expect(verdicts).toEqual([
      { provision: 'sample.refund', verdict: 'breach', findings: 1, undecided: 0, needs: [] },
    ]);
  });

  it('is named by the SHA-256 of its statement, written out here by hand', async () => {
    const { findings } = await run([back('a1', '2024-05-01', '2024-05-09')]);
    const statement =
      '{"act_on":"2024-05-01",' +
      '"evidence":[{"act_on":"2024-05-01","days":8,"refunded_minor":39900}],' +
      `"inputs":["${'a'.repeat(64)}"],"parameters":{"days_max":7},"provision":"sample.refund",` +
      `"provision_sha256":"${'f'.repeat(64)}","schema":"polyprism.finding/1",` +
      '"subject":{"id":"a1","table":"after_sale"},"version_in_force":"2020-01-01"}';
    expect(findings[0]?.id).toBe(createHash('sha256').update(statement).digest('hex'));
  });

  it('is bound to the data, not to their order nor to the day of the run', async () => {
    const rows = [back('a1', '2024-05-01', '2024-05-09'), back('b', '2024-05-02', '2024-05-20')];
    const first = await run(rows);
    const inputs = { input_digests: ['b'.repeat(64), 'a'.repeat(64)] };
    const turned = { input_digests: inputs.input_digests.toReversed() };
    expect(await run(rows.toReversed())).toEqual(first);
    expect((await run(rows, [sample], { as_of: '2025-06-01' })).findings).toEqual(first.findings);
    const two = await run(rows, [sample], inputs);
    expect(two.findings[0]?.id).not.toBe(first.findings[0]?.id);
    expect(await run(rows, [sample], turned)).toEqual(two);
  });

  it('gathers all rows of one subject, earliest act first', async () => {
    const { findings } = await run([
      back('a1', '2024-05-03', '2024-05-12'),
      back('a1', '2024-05-01', '2024-05-11'),
      back('a1', '2024-05-03', '2024-05-12'),
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.act_on).toBe('2024-05-01');
    expect(findings[0]?.evidence.map(({ days }) => days)).toEqual([10, 9, 9]);
    expect(findings[0]?.explanation.en).toBe(
      'a1: 10 days, 7 allowed, CNY 399.00 on 2024-05-01. (3 rows of evidence; this is the first.)',
    );
    expect(findings[0]?.explanation.zh).toBe(
      'a1:10 日,应在 7 日内,2024-05-01 退 399.00 元。（共 3 行证据，以上为第一行。）',
    );
  });
});

describe('an indication', () => {
  const indicating: Provision = { ...sample, finds: 'indication' };
  const late = back('a1', '2024-05-01', '2024-05-09');

  it('is found like a breach, and leaves the verdict to a person', async () => {
    const { findings, verdicts } = await run([late], [indicating]);
    expect(findings.map(({ subject, verdict }) => [subject.id, verdict])).toEqual([
      ['a1', 'indication'],
    ]);
    expect(verdicts).toEqual([
      {
        provision: 'sample.refund',
        verdict: 'cannot_tell',
        findings: 1,
        undecided: 0,
        needs: ['review'],
      },
    ]);
  });

  it('asks for nobody where none is found', async () => {
    const { verdicts } = await run([back('a1', '2024-05-01', '2024-05-08')], [indicating]);
    expect(verdicts[0]).toMatchObject({ verdict: 'no_breach', findings: 0, needs: [] });
  });

  it('does not soften the breach another version finds', async () => {
    const before: Provision = {
      ...indicating,
      sha256: '0'.repeat(64),
      in_force: { from: '2015-01-01', to: '2019-12-31' },
      parameters: sample.parameters.map((one) => ({
        ...one,
        values: one.values.map((value) => ({ ...value, from: '2015-01-01' })),
      })),
    };
    const early = back('a0', '2019-05-01', '2019-06-09');
    const { verdicts } = await run([late, early], [sample, before]);
    expect(verdicts[0]).toMatchObject({ verdict: 'breach', findings: 2, needs: ['review'] });
  });
});

describe('the date of the act', () => {
  const early = back('early', '2019-12-31', '2020-06-01');
  const first = back('first', '2020-01-01', '2020-06-01');

  it('decides whether the provision applies, in the calendar of its place', async () => {
    // 16:00 UTC on 31 December is the first minute of 2020 in Shanghai.
    const midnight = { ...first, after_sale_id: 'm', received_back_at: '2019-12-31T16:00:00Z' };
    const before = { ...first, after_sale_id: 'n', received_back_at: '2019-12-31T15:59:59Z' };
    const { findings } = await run([early, first, midnight, before]);
    expect(findings.map(({ subject }) => subject.id)).toEqual(['first', 'm']);
  });

  it('decides which version applies; both give one verdict', async () => {
    // The old law allowed 100 days, the new one 7; 2019-12-31 to 2020-06-01 is 153 days.
    const old = {
      ...sample,
      sha256: '0'.repeat(64),
      in_force: { from: '2015-01-01', to: '2019-12-31' },
      parameters: [
        {
          name: 'days_max',
          unit: 'day',
          values: [{ from: '2015-01-01', to: null, value: 100, cite: 'art. 1' }],
        },
      ],
    };
    const fifty = back('fifty', '2019-12-31', '2020-02-19');
    const { findings, verdicts } = await run([early, first, fifty], [sample, old]);
    expect(findings.map((one) => [one.subject.id, one.version_in_force, one.parameters])).toEqual([
      ['early', '2015-01-01', { days_max: 100 }],
      ['first', '2020-01-01', { days_max: 7 }],
    ]);
    expect(verdicts).toEqual([
      { provision: 'sample.refund', verdict: 'breach', findings: 2, undecided: 0, needs: [] },
    ]);
  });

  it('decides which value of a parameter applies, on its last and its first day', async () => {
    const parameters = [
      {
        name: 'days_max',
        unit: 'day',
        values: [
          { from: '2020-01-01', to: '2024-04-30', value: 15, cite: 'art. 1' },
          { from: '2024-05-01', to: null, value: 7, cite: 'art. 1' },
        ],
      },
    ];
    const { findings } = await run(
      [back('old', '2024-04-30', '2024-05-10'), back('new', '2024-05-01', '2024-05-11')],
      [{ ...sample, parameters }],
    );
    expect(findings.map((one) => [one.subject.id, one.parameters])).toEqual([
      ['new', { days_max: 7 }],
    ]);
  });

  it('when missing is that of the day judged as of, and the finding has none', async () => {
    const undated = {
      ...sample,
      test: `SELECT a.after_sale_id AS subject, CAST(NULL AS DATE) AS act_on, 1 AS n
        FROM after_sale a WHERE $days_max > 0`,
      cannot_tell: null,
    };
    const row = back('a1', '2024-05-01', null);
    const { findings } = await run([row], [undated]);
    expect(findings.map(({ act_on }) => act_on)).toEqual([null]);
    const ended = { ...undated, in_force: { from: '2020-01-01', to: '2023-12-31' } };
    expect((await run([row], [ended])).findings).toEqual([]);
  });

  it('of a duty that begins after the day judged as of is not looked for', async () => {
    const rows = [back('a1', '2024-05-01', '2024-06-01')];
    const at = async (as_of: string): Promise<string[]> => {
      const { verdicts } = await run(rows, [sample], { as_of });
      return verdicts.map(({ verdict }) => verdict);
    };
    expect(await at('2019-12-31')).toEqual(['no_breach']);
    expect(await at('2020-01-01')).toEqual(['breach']);
  });
});

describe('what cannot be told', () => {
  const clean = back('a2', '2024-05-01', '2024-05-08');
  const open = back('a3', '2024-05-01', null);
  const late = back('a1', '2024-05-01', '2024-05-09');
  const needs = ['after_sale.refunded_at'];

  it('is counted by subject and outranks "no breach"', async () => {
    const { verdicts } = await run([clean, open, open, back('a4', '2024-05-02', null)]);
    expect(verdicts[0]).toMatchObject({ verdict: 'cannot_tell', undecided: 2, needs });
  });

  it('is named beside a breach', async () => {
    const { verdicts } = await run([late, open]);
    expect(verdicts[0]).toMatchObject({ verdict: 'breach', findings: 1, undecided: 1, needs });
  });

  it('is not asked of acts outside the time in force', async () => {
    const { verdicts } = await run([clean, back('old', '2019-05-01', null)]);
    expect(verdicts[0]).toMatchObject({ verdict: 'no_breach', undecided: 0, needs: [] });
  });
});

describe('an engine that fails', () => {
  it('stops the run and names the provision', async () => {
    const broken = { ...sample, test: "SELECT CAST('x' AS BIGINT) AS subject" };
    await expect(run([back('a', '2024-05-01', null)], [broken])).rejects.toMatchObject({
      name: 'PolyprismError',
      issue: {
        code: 'provision.failed',
        params: { provision: 'sample.refund' },
        file: 'provisions/sample.refund.md',
      },
    });
  });
});

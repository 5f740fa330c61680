import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { Pack, Provision } from '../../src/model/provision.ts';
import { classify, countClassified } from '../../src/provisions/classify.ts';
import { IssueLog } from '../../src/model/issue.ts';
import type { DeriveContext } from '../../src/provisions/derive.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { context, sample } from './sample-provision.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

/** Persons are exempt up to 100; those of unknown kind cannot be told. */
const exempt: Provision = {
  ...sample,
  id: 'sample.exempt',
  finds: 'fact',
  subject: 'operator',
  reads: [{ table: 'operator', required: ['operator_id', 'kind'], optional: [] }],
  parameters: [
    {
      name: 'most_minor',
      unit: 'fen',
      values: [
        { from: '2020-01-01', to: '2023-12-31', value: 50, cite: 'art. 1' },
        { from: '2024-01-01', to: null, value: 100, cite: 'art. 1' },
      ],
    },
  ],
  test: `SELECT o.operator_id AS subject, pp_date(o.entered_at) AS act_on, o.kind AS kind
    FROM operator o WHERE o.kind = 'person' AND o.turnover_year_minor <= $most_minor`,
  cannot_tell: `SELECT o.operator_id AS subject, $as_of AS act_on, 'operator.kind' AS needs
    FROM operator o WHERE o.kind IS NULL`,
};

const operator = [
  { operator_id: 'small', kind: 'person', turnover_year_minor: 100 },
  { operator_id: 'large', kind: 'person', turnover_year_minor: 101 },
  { operator_id: 'company', kind: 'company', turnover_year_minor: 1 },
  { operator_id: 'unknown', kind: null, turnover_year_minor: 1 },
];

async function classified(provisions: readonly Provision[], columns: readonly string[]) {
  const pack = { id: 'sample', jurisdiction: 'CN', calendar: [], provisions } as unknown as Pack;
  const tables = { operator: { read: 4, refused: 0, columns_present: columns } };
  const given: DeriveContext = { ...context, tables, packs: [pack], issues: new IssueLog() };
  await fillTables(engine, { operator }, ['operator']);
  await classify.derive(engine, given);
  const rows = await engine.rows(
    'SELECT subject_id, holds FROM classification ORDER BY provision, subject_id',
  );
  return { rows, counts: await countClassified(engine, given) };
}

describe('classification', () => {
  it('says of every row whether it is so, by the law of the day judged as of', async () => {
    const { rows, counts } = await classified([exempt], ['operator_id', 'kind']);
    expect(rows).toEqual([
      { subject_id: 'company', holds: false },
      { subject_id: 'large', holds: false },
      { subject_id: 'small', holds: true },
      { subject_id: 'unknown', holds: null },
    ]);
    expect(counts).toEqual([
      { provision: 'sample.exempt', holds: 1, does_not_hold: 2, undecided: 1, needs: [] },
    ]);
  });

  it('says nothing of anyone where the data lack what it needs', async () => {
    const { rows, counts } = await classified([exempt], ['operator_id']);
    expect(rows).toEqual([]);
    expect(counts).toEqual([
      {
        provision: 'sample.exempt',
        holds: 0,
        does_not_hold: 0,
        undecided: 0,
        needs: ['operator.kind'],
      },
    ]);
  });

  it('is made by provisions in force on the day judged as of, and by no duties', async () => {
    const repealed = { ...exempt, in_force: { from: '2020-01-01', to: '2023-12-31' } };
    const { counts } = await classified([repealed, sample], ['operator_id', 'kind']);
    expect(counts).toEqual([]);
  });
});

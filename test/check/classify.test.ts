import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/check/checker.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { IssueLog, compareText } from '../../src/model/issue.ts';
import type { EvidenceValue, Pack } from '../../src/model/provision.ts';
import { columnsOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { classify } from '../../src/provisions/classify.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
const runs = Number(process.env['POLYPRISM_RUNS'] ?? 12);
const context = { as_of: '2026-11-28', currency: 'CNY' };
const zone = 'Asia/Shanghai';

let packs: readonly Pack[];
let engine: DuckDb;
beforeAll(async () => {
  packs = await shippedPacks('cn');
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => engine.close());

type Row = Readonly<Record<string, EvidenceValue>>;

const some = <T extends EvidenceValue>(...values: T[]) => fc.constantFrom(null, ...values);
const truth = some(true, false);

/** Rows with the columns that decide what they are; the values stand around every threshold. */
const rowsOf = {
  operator: fc.record({
    kind: some('person', 'company', 'individual_business', 'other'),
    exempt_kind: some('farm_produce', 'handicraft', 'small_amount', ''),
    turnover_year_minor: some(0, 9_999_999, 10_000_000, 10_000_001),
    credit_code: some('', '91330100MA2'),
    status: some('active', 'closed'),
    deleted: truth,
  }),
  platform: fc.record({
    offers_venue: truth,
    offers_browsing: truth,
    offers_ordering: truth,
    offers_payment: truth,
  }),
  content: fc.record({
    kind: some('live_segment', 'video', 'post'),
    listing_id: some('L1'),
    operator_id: some('o1', ''),
    endorser_id: some('o1', 'e1', ''),
    live_session_id: some('s1'),
    published_at: some('2026-01-31T15:59:59.000Z', '2026-01-31T16:00:00.000Z'),
  }),
} as const satisfies Partial<Record<TableName, fc.Arbitrary<Row>>>;

const keys = { operator: 'operator_id', platform: 'platform_id', content: 'content_id' } as const;

describe('a record is classified', () => {
  it.each(['operator', 'platform', 'content'] as const)(
    `as its table is by SQL, and read so by others: %s (seed ${seed})`,
    async (table) => {
      const checker = makeChecker(packs, context);
      const seen = new Set<string>();
      const property = fc.asyncProperty(
        fc.array(rowsOf[table] as fc.Arbitrary<Row>, { minLength: 60, maxLength: 60 }),
        async (list) => {
          const named = list.map((row, i): Row => ({ [keys[table]]: `r${i}`, ...row }));
          const bySql = await judgedBySql(table, named);
          const facts: string[] = [];
          const found: string[] = [];
          for (const row of named) {
            const { classifications, verdicts } = checker.check(table, row);
            for (const { provision, holds, since } of classifications) {
              const subject_id = row[keys[table]];
              facts.push(canonicalJson({ provision, subject_id, holds, since }));
              seen.add(`${provision} ${holds}`);
            }
            for (const { provision, finding } of verdicts) {
              if (finding) found.push(`${provision} ${finding.subject.id}`);
            }
          }
          expect(facts.toSorted(compareText)).toEqual(bySql.facts);
          expect(found.filter((one) => one.startsWith(reader)).toSorted(compareText)).toEqual(
            bySql.found,
          );
          for (const one of bySql.found) seen.add(one.split(' ')[0] ?? '');
        },
      );
      await fc.assert(property, { seed, numRuns: runs });
      const classifier = expected[table];
      for (const holds of ['true', 'false', 'null'])
        expect(seen).toContain(`${classifier} ${holds}`);
      if (table === 'operator') expect(seen).toContain(reader);
    },
  );

  it('and what reads a classification that cannot be made cannot be told', () => {
    const exempt = packs
      .flatMap(({ provisions }) => provisions)
      .find(({ id }) => id === 'cn.class.registration-exempt')!;
    const hungry = {
      ...exempt,
      reads: [{ table: 'operator', required: ['operator_id', 'address'], optional: ['kind'] }],
    } as const;
    const checker = makeChecker([changed(exempt, hungry)], context);
    const record = { operator_id: 'o1', kind: 'person', turnover_year_minor: 10_000_001 };
    const { classifications, verdicts } = checker.check('operator', record);
    expect(classifications).toEqual([
      { provision: exempt.id, holds: null, since: null, needs: ['operator.address'] },
    ]);
    expect(verdicts.find(({ provision }) => provision === reader)).toEqual({
      provision: reader,
      verdict: 'cannot_tell',
      needs: ['operator.address'],
      finding: null,
    });
  });

  it('and what reads a classification of the whole data set is left to it', () => {
    const exempt = packs
      .flatMap(({ provisions }) => provisions)
      .find(({ id }) => id === 'cn.class.registration-exempt')!;
    const checker = makeChecker([changed(exempt, { ...exempt, row: null })], context);
    const { verdicts } = checker.check('operator', { operator_id: 'o1', kind: 'person' });
    expect(verdicts.some(({ provision }) => provision === reader)).toBe(false);
    expect(checker.beyond('operator')).toContain(reader);
  });
});

/** The provision of the bundled packs that reads a classification of its own row. */
const reader = 'cn.ecl.art10';

const expected = {
  operator: 'cn.class.registration-exempt',
  platform: 'cn.class.platform',
  content: 'cn.class.live-advertising',
};

function changed(before: Pack['provisions'][number], after: typeof before): Pack {
  const [pack] = packs;
  const provisions = pack!.provisions.map((one) => (one === before ? after : one));
  return { ...pack!, provisions };
}

/** What the table is classified as, and who breaks the provision that reads it, by SQL alone. */
async function judgedBySql(
  table: TableName,
  rows: readonly Row[],
): Promise<{ readonly facts: readonly string[]; readonly found: readonly string[] }> {
  const spelt = rows.map((row) => {
    const published_at = row['published_at'];
    if (typeof published_at !== 'string') return row;
    return { ...row, published_at: published_at.replace('T', ' ').replace('.000Z', '') };
  });
  await fillTables(engine, { [table]: spelt }, ['operator', 'platform', 'content']);
  const columns_present = Object.keys(rows[0] ?? {}).filter((one) => columnsOf(table).has(one));
  const tables = { [table]: { read: rows.length, refused: 0, columns_present } };
  const run = { ...context, time_zone: zone, tables, input_digests: [] };
  await classify.derive(engine, { ...run, packs, issues: new IssueLog() });
  const facts = await engine.rows(
    'SELECT provision, subject_id, holds, CAST(since AS VARCHAR) AS since FROM classification',
  );
  const provisions = packs
    .flatMap((pack) => pack.provisions)
    .filter(({ id, subject }) => id === reader && subject === table);
  const { findings } = await runProvisions(engine, provisions, run);
  return {
    facts: facts.map((fact) => canonicalJson(fact)).toSorted(compareText),
    found: findings
      .map(({ provision, subject }) => `${provision} ${subject.id}`)
      .toSorted(compareText),
  };
}

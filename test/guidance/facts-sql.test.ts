import { describe, expect, it } from 'vitest';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { insertRows } from '../../src/engine/insert-rows.ts';
import { factsFromRows } from '../../src/guidance/facts-from-rows.ts';
import {
  effectFigures,
  effectSql,
  effectWindows,
  figureEffect,
} from '../../src/guidance/effects-sql.ts';
import { eventsSql, factNeeds, operatorsSql, sharesSql } from '../../src/guidance/facts-sql.ts';
import { indicatorOf, marketFigures } from '../../src/guidance/market-months.ts';
import type { EvidenceValue } from '../../src/model/provision.ts';
import { importedTables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';

type Rows = readonly Readonly<Record<string, EvidenceValue>>[];

/** Shanghai has no summer time in these years: eight hours on. */
const day = (instant: string): string => `CAST(${instant} + INTERVAL 8 HOUR AS DATE)`;
const context = { as_of: '2026-06-30', day };

async function withTables<T>(
  tables: Readonly<Partial<Record<TableName, Rows>>>,
  use: (engine: DuckDb) => Promise<T>,
): Promise<T> {
  const engine = await DuckDb.open({ threads: 1 });
  try {
    for (const name of importedTables()) await createTable(engine, name);
    for (const [name, rows] of Object.entries(tables)) {
      await insertRows(engine, name as TableName, rows);
    }
    return await use(engine);
  } finally {
    engine.close();
  }
}

const order = (order_id: string, operator_id: string, ordered_at: string | null) => ({
  order_id,
  operator_id,
  ordered_at,
});

const tables = {
  operator: [
    { operator_id: 'a' },
    { operator_id: 'b', status: 'active' },
    { operator_id: 'c', status: 'closed' },
    { operator_id: 'd', deleted: true },
  ],
  penalty_case: [
    { case_id: 'k1', operator_id: 'a', decided_at: '2026-06-30T15:59:59Z' },
    // 1 July in Shanghai; and one not decided.
    { case_id: 'k2', operator_id: 'a', decided_at: '2026-06-30T16:00:00Z' },
    { case_id: 'k3', operator_id: 'a' },
  ],
  measure: [
    { measure_id: 'm2', operator_id: 'b', kind: 'removal', decided_at: '2026-01-01T00:00:00Z' },
    { measure_id: 'm1', operator_id: 'b', kind: 'ban', decided_at: '2026-01-01T00:00:00Z' },
    { measure_id: 'm3', operator_id: 'b', kind: 'warning', decided_at: '2026-01-01T00:00:00Z' },
    { measure_id: 'm4', operator_id: 'b', kind: 'none', decided_at: '2026-01-01T00:00:00Z' },
  ],
  order: [
    order('o1', 'a', '2026-06-30T15:59:59Z'),
    order('o2', 'a', '2025-06-30T16:00:00Z'),
    // A second too early, a day too late, and of no day.
    order('o3', 'a', '2025-06-30T15:59:59Z'),
    order('o4', 'a', '2026-06-30T16:00:00Z'),
    order('o5', 'a', null),
    order('o6', 'b', '2026-05-01T00:00:00Z'),
    order('o7', 'c', '2026-05-01T00:00:00Z'),
  ],
  complaint: [
    { complaint_id: 'c1', order_id: 'o1' },
    { complaint_id: 'c2', order_id: 'o1' },
    { complaint_id: 'c3', order_id: 'o7' },
    { complaint_id: 'c4', operator_id: 'a' },
  ],
  after_sale: [
    { after_sale_id: 's1', order_id: 'o1', kind: 'exchange' },
    { after_sale_id: 's2', order_id: 'o2', kind: 'return', status: 'withdrawn' },
    { after_sale_id: 's3', order_id: 'o2', kind: 'refund_only', status: 'done' },
    { after_sale_id: 's4', order_id: 'o6' },
  ],
} as const;

describe('facts of operators out of the tables', () => {
  const facts = async (present: ReadonlySet<string>) =>
    await withTables(tables, async (engine) =>
      factsFromRows({
        operators: await engine.rows(operatorsSql()),
        events: await engine.rows(eventsSql(context)),
        shares: await engine.rows(sharesSql(context)),
        breaches: new Map([['a', ['cn.x']]]),
        present,
        as_of: context.as_of,
      }),
    );

  it('count the window by the day of the zone, the closed among the others', async () => {
    const found = await facts(new Set(Object.values(factNeeds).flat()));
    expect(found).toEqual([
      {
        operator_id: 'a',
        as_of: '2026-06-30',
        events: { penalty: [{ on: '2026-06-30', ref: 'k1' }], measure: [] },
        open: { breach: ['cn.x'] },
        shares: {
          complaint: { cases: 1, out_of: 2, others_cases: 1, others_out_of: 2 },
          return: { cases: 1, out_of: 2, others_cases: 1, others_out_of: 2 },
        },
      },
      {
        operator_id: 'b',
        as_of: '2026-06-30',
        events: {
          penalty: [],
          measure: [
            { on: '2026-01-01', ref: 'm1' },
            { on: '2026-01-01', ref: 'm2' },
          ],
        },
        open: { breach: [] },
        shares: {
          complaint: { cases: 0, out_of: 1, others_cases: 2, others_out_of: 3 },
          return: { cases: 1, out_of: 1, others_cases: 1, others_out_of: 3 },
        },
      },
    ]);
  });

  it('are unknown where a column is not in the data, each part apart', async () => {
    for (const [part, needs] of Object.entries(factNeeds)) {
      const all = new Set(Object.values(factNeeds).flat());
      const last = needs.at(-1)!;
      all.delete(last);
      const [found] = await facts(all);
      const value = found!.events[part] ?? found!.shares[part] ?? null;
      expect([part, value]).toEqual([part, null]);
    }
  });
});

describe('months of the market out of the tables', () => {
  const months = async (name: string, as_of: string) =>
    await withTables(
      {
        ...tables,
        member: [
          { member_id: '1', joined_at: '2026-03-31T15:59:59Z' },
          { member_id: '2', joined_at: '2026-04-10T00:00:00Z', recruiter_id: '1' },
          { member_id: '3', joined_at: '2026-04-11T00:00:00Z', recruiter_id: '1' },
          { member_id: '4', joined_at: '2026-06-11T00:00:00Z', recruiter_id: '2' },
        ],
      },
      async (engine) => {
        const figure = marketFigures.find((one) => one.name === name)!;
        const found = indicatorOf(figure, await engine.rows(figure.sql(context)), as_of);
        return found.months
          .map(({ month, cases, out_of }) => `${month} ${cases}/${out_of}`)
          .toSorted();
      },
    );

  it('are by the month of the order, and only those that are over', async () => {
    expect(await months('complaint', '2026-06-30')).toEqual([
      '2025-06 0/1',
      '2025-07 0/1',
      '2026-05 1/2',
      '2026-06 1/1',
    ]);
    expect((await months('complaint', '2026-06-29')).at(-1)).toBe('2026-05 1/2');
    expect(await months('return', '2025-12-31')).toEqual(['2025-06 0/1', '2025-07 1/1']);
  });

  it('count recruits among the members there were before the month', async () => {
    expect(await months('recruits', '2026-12-31')).toEqual([
      '2026-03 0/0',
      '2026-04 2/1',
      '2026-06 1/3',
    ]);
  });
});

describe('what followed measures out of the tables', () => {
  it('takes whole months by the day of the zone, and nobody measured elsewhere', async () => {
    const windows = effectWindows(context.as_of);
    expect(windows).toEqual({
      before: { from: '2025-10-01', to: '2025-12-31' },
      measured: { from: '2026-01-01', to: '2026-03-31' },
      after: { from: '2026-04-01', to: '2026-06-30' },
    });
    const measure = (operator_id: string, decided_at: string, kind = 'ban') => ({
      measure_id: `${operator_id} ${decided_at}`,
      operator_id,
      kind,
      decided_at,
    });
    const orders = (operator_id: string) =>
      [
        '2025-09-30T15:59:59Z',
        '2025-09-30T16:00:00Z',
        '2025-12-31T15:59:59Z',
        '2026-02-01T00:00:00Z',
      ]
        .concat(['2026-03-31T16:00:00Z', '2026-06-30T15:59:59Z', '2026-06-30T16:00:00Z'])
        .map((at, i) => order(`${operator_id}${i}`, operator_id, at));
    const given = {
      order: ['t', 'u', 'w', 'b', 'l'].flatMap(orders),
      // The second order is of the months before, the sixth of those after.
      complaint: ['t1', 't1', 'u1', 'u5', 't0', 't3'].map((order_id, i) => ({
        complaint_id: String(i),
        order_id,
      })),
      measure: [
        measure('t', '2026-03-31T15:59:59Z'),
        measure('w', '2026-02-01T00:00:00Z', 'warning'),
        measure('b', '2026-02-01T00:00:00Z'),
        measure('b', '2025-12-31T15:59:59Z'),
        measure('l', '2026-03-31T16:00:00Z'),
      ],
    };
    const [complaint] = effectFigures;
    const rows = await withTables(given, async (engine) =>
      engine.rows(effectSql(complaint?.listed ?? '', windows, context)),
    );
    expect(
      rows.map((row) => [
        row['operator_id'],
        row['treated'],
        ...['before_cases', 'before_out_of', 'after_cases', 'after_out_of'].map((name) =>
          Number(row[name]),
        ),
      ]),
    ).toEqual([
      ['t', true, 1, 2, 0, 2],
      ['u', false, 1, 2, 1, 2],
      ['w', false, 0, 2, 0, 2],
    ]);
    // Half of two orders before: u is near t, and one pair cannot tell anything.
    expect(figureEffect('complaint', windows, rows)).toMatchObject({
      pairs: 1,
      unmatched: [],
      effect: { difference: -0.5, test: null, finding: 'cannot_tell' },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { FineRange, Finding, Provision } from '../../src/model/provision.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { milderFine } from '../../src/provisions/milder-fine.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { context, sample } from './sample-provision.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

function range(min: number, max: number | null, days: Partial<FineRange> = {}): FineRange {
  return { from: '2020-01-01', to: null, min, max, cite: 'art. 1', ...days };
}

describe('the milder of two ranges', () => {
  it.each([
    ['lower maximum', [0, 5], [0, 6], 'act'],
    ['lower maximum, though a higher minimum', [4, 5], [0, 6], 'act'],
    ['same maximum, lower minimum', [2, 10], [0, 10], 'decision'],
    ['no maximum is the harshest', [0, null], [9, 10], 'decision'],
    ['no maximum on both sides', [1, null], [0, null], 'decision'],
    ['equal', [2, 10], [2, 10], 'same'],
  ] as const)('%s', (_, [a, b], [c, d], expected) => {
    expect(milderFine(range(a, b), range(c, d))).toBe(expected);
  });

  it('is not known where a range is not', () => {
    expect(milderFine(null, range(0, 1))).toBe(null);
    expect(milderFine(range(0, 1), null)).toBe(null);
  });
});

const fined: Provision = {
  ...sample,
  fine: { currency: 'CNY', values: [range(10_000, 50_000)] },
};
const ended: Provision = { ...fined, in_force: { from: '2020-01-01', to: '2024-06-30' } };

function later(days_max: number, fine: FineRange | null): Provision {
  return {
    ...sample,
    in_force: { from: '2024-07-01', to: null },
    parameters: [
      {
        name: 'days_max',
        unit: 'day',
        values: [{ from: '2024-07-01', to: null, value: days_max, cite: 'art. 2' }],
      },
    ],
    fine: fine && { currency: 'CNY', values: [fine] },
  };
}

/** Goods back on 2024-05-01, money nine days later; judged as of 2024-12-31. */
async function judge(provisions: readonly Provision[]): Promise<Finding | undefined> {
  const after_sale = [
    {
      after_sale_id: 'a1',
      received_back_at: '2024-05-01T04:00:00Z',
      refunded_at: '2024-05-10T04:00:00Z',
      refunded_minor: 1,
    },
  ];
  await fillTables(engine, { after_sale }, ['after_sale']);
  return (await runProvisions(engine, provisions, context)).findings[0];
}

describe('a finding under two laws', () => {
  it('says nothing where the law has not changed, or there is no fine', async () => {
    expect(await judge([fined])).not.toHaveProperty('laws');
    expect(await judge([{ ...ended, fine: null }, later(7, range(0, 1))])).not.toHaveProperty(
      'laws',
    );
  });

  it('takes a milder later law', async () => {
    const finding = await judge([ended, later(7, range(0, 50_000))]);
    expect(finding?.version_in_force).toBe('2020-01-01');
    expect(finding?.laws).toEqual({
      act: { version_in_force: '2020-01-01', fine: range(10_000, 50_000), acts: 1 },
      decision: {
        day: '2024-12-31',
        version_in_force: '2024-07-01',
        verdict: 'breach',
        fine: range(0, 50_000),
        acts: 1,
        some_undecided: false,
      },
      milder: 'decision',
      currency: 'CNY',
    });
  });

  it('keeps the law of the act where the later one is harsher', async () => {
    expect((await judge([ended, later(7, range(10_000, 60_000))]))?.laws?.milder).toBe('act');
  });

  it('takes a later law that finds no breach: ten days are allowed, nine were taken', async () => {
    const laws = (await judge([ended, later(10, range(10_000, 90_000))]))?.laws;
    expect(laws?.decision).toMatchObject({ verdict: 'no_breach', fine: null });
    expect(laws?.milder).toBe('decision');
  });

  it('finds nothing in a law that was repealed', async () => {
    const laws = (await judge([ended]))?.laws;
    expect(laws?.decision).toMatchObject({ version_in_force: null, verdict: 'no_breach' });
    expect(laws?.milder).toBe('decision');
  });

  it('does not guess where the later law cannot be judged on the data', async () => {
    const wants: Provision = {
      ...later(7, range(0, 1)),
      reads: [{ table: 'after_sale', required: ['after_sale_id', 'answered_at'], optional: [] }],
    };
    const laws = (await judge([ended, wants]))?.laws;
    expect(laws?.decision.verdict).toBe('cannot_tell');
    expect(laws?.milder).toBe(null);
  });

  it('sees a changed range and a changed parameter within one version', async () => {
    const halves = { to: '2024-06-30' };
    const since = { from: '2024-07-01' };
    const values = [range(5, 10, halves), range(5, 8, since)];
    const byFine = await judge([{ ...sample, fine: { currency: 'CNY', values } }]);
    expect(byFine?.laws?.milder).toBe('decision');
    const [days] = sample.parameters[0]?.values ?? [];
    const parameters = [
      {
        name: 'days_max',
        unit: 'day',
        values: [
          { ...days!, ...halves },
          { ...days!, ...since },
        ],
      },
    ];
    const same = await judge([{ ...fined, parameters }]);
    expect(same).not.toHaveProperty('laws');
    parameters[0]!.values[1]!.value = 30;
    expect((await judge([{ ...fined, parameters }]))?.laws?.decision.verdict).toBe('no_breach');
  });

  it('does not mix acts of one subject under some numbers with those under others', async () => {
    // Until June 7 days were allowed, from July on 5; now 8. Nine days in May: too long in any
    // case. Six days in August: too long then, and not now.
    const parameters = [
      {
        name: 'days_max',
        unit: 'day',
        values: [
          { from: '2020-01-01', to: '2024-06-30', value: 7, cite: 'art. 1' },
          { from: '2024-07-01', to: '2024-11-30', value: 5, cite: 'art. 1' },
          { from: '2024-12-01', to: null, value: 8, cite: 'art. 1' },
        ],
      },
    ];
    const back = (received: string, refunded: string) => ({
      after_sale_id: 'a1',
      received_back_at: `${received}T04:00:00Z`,
      refunded_at: `${refunded}T04:00:00Z`,
      refunded_minor: 1,
    });
    const after_sale = [back('2024-05-01', '2024-05-10'), back('2024-08-01', '2024-08-07')];
    await fillTables(engine, { after_sale }, ['after_sale']);
    const { findings } = await runProvisions(engine, [{ ...fined, parameters }], context);
    expect(findings.map(({ act_on, laws }) => [act_on, laws?.decision.verdict])).toEqual([
      ['2024-05-01', 'breach'],
      ['2024-08-01', 'no_breach'],
    ]);
  });

  it('counts the acts the later law still finds', async () => {
    // Nine, eight and nine days: the old law allows seven, the new one eight.
    const back = (received: string, refunded: string | null) => ({
      after_sale_id: 'a1',
      received_back_at: `${received}T04:00:00Z`,
      refunded_at: refunded && `${refunded}T04:00:00Z`,
      refunded_minor: 1,
    });
    const rows = [
      back('2024-05-01', '2024-05-10'),
      back('2024-05-11', '2024-05-19'),
      back('2024-05-21', '2024-05-30'),
    ];
    const lawsOf = async (after_sale: ReturnType<typeof back>[]) => {
      await fillTables(engine, { after_sale }, ['after_sale']);
      const judged = await runProvisions(engine, [ended, later(8, range(0, 1))], context);
      return judged.findings.map(({ laws }) => [
        laws?.act.acts,
        laws?.decision.acts,
        laws?.decision.some_undecided,
      ]);
    };
    expect(await lawsOf(rows)).toEqual([[3, 2, false]]);
    expect(await lawsOf([...rows, back('2024-06-01', null)])).toEqual([[3, 2, true]]);
  });

  it('keeps its id whatever the later law says', async () => {
    expect((await judge([ended]))?.id).toBe((await judge([fined]))?.id);
  });
});

describe('planted reviews of 2025-09-20, decided on 2025-12-01', () => {
  it('give the ranges of 2019 and 2025, and the later as the milder', async () => {
    const pack = await loadPack(new URL('../../packs/cn', import.meta.url).pathname);
    const versions = pack.provisions.filter(({ id }) => id === 'cn.aucl.planted-reviews');
    const row = { listing_id: 'l1', score: 5, planted: true };
    const review = [{ ...row, review_id: 'r1', created_at: '2025-09-20T04:00:00Z' }];
    await fillTables(engine, { review }, ['review']);
    const columns_present = [...Object.keys(row), 'review_id', 'created_at'];
    const tables = { review: { read: 1, refused: 0, columns_present } };
    const given = { ...context, as_of: '2025-12-01', tables };
    const [finding] = (await runProvisions(engine, versions, given)).findings;
    expect(finding?.laws?.act.fine).toMatchObject({ min: 200_000, max: 1_000_000 });
    expect(finding?.laws?.decision.fine).toMatchObject({ min: 0, max: 1_000_000 });
    expect(finding?.laws?.milder).toBe('decision');
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { addDays } from '../../src/model/days.ts';
import type { InForce, Provision, Rank } from '../../src/model/provision.ts';
import { applicableDays, versionOn } from '../../src/provisions/applicable-days.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { context, sample } from './sample-provision.ts';

function version(rank: Rank, from: string, to: string | null, days_max = 7): Provision {
  const cite = {
    law: { zh: '某法', en: 'Some law' },
    article: 'art. 1',
    rank,
    url: null,
    checked: '2026-11-28',
    confidence: 'memory',
  } as const;
  const value = { from, to, value: days_max, cite: 'art. 1' };
  return {
    ...sample,
    sha256: `${rank}${from}`,
    cites: [cite],
    in_force: { from, to },
    parameters: [{ name: 'days_max', unit: 'day', values: [value] }],
  };
}

describe('the days a version decides', () => {
  const order = version('departmental_rule', '2020-01-01', '2026-04-14');

  it.each<[string, Provision, InForce[]]>([
    [
      'all its own, beside an equal',
      version('departmental_rule', '2026-04-15', null),
      [order.in_force],
    ],
    [
      'those before a higher text',
      version('law', '2024-07-01', null),
      [{ from: '2020-01-01', to: '2024-06-30' }],
    ],
    [
      'those after one',
      version('law', '2019-01-01', '2021-12-31'),
      [{ from: '2022-01-01', to: '2026-04-14' }],
    ],
    [
      'those around one',
      version('administrative_regulation', '2022-01-01', '2022-12-31'),
      [
        { from: '2020-01-01', to: '2021-12-31' },
        { from: '2023-01-01', to: '2026-04-14' },
      ],
    ],
    ['none under one that lasts', version('law', '2010-01-01', null), []],
    ['all, beside a lower one', version('standard', '2020-01-01', null), [order.in_force]],
  ])('are %s', (_, other, days) => {
    expect(applicableDays(order, [order, other])).toEqual(days);
  });

  const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
  it(`are those on which it is the highest, day by day (seed ${seed})`, () => {
    const ranks = ['standard', 'departmental_rule', 'administrative_regulation', 'law'] as const;
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2024-01-01', n));
    const stretch = fc.tuple(day, fc.option(day)).map(([from, to]) => ({
      from,
      to: to !== null && to < from ? from : to,
    }));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 4, maxLength: 4 }), (stretches) => {
        const versions = stretches.map(({ from, to }, i) => version(ranks[i]!, from, to));
        for (let n = 0; n <= 45; n += 1) {
          const today = addDays('2024-01-01', n);
          const inForce = ({ from, to }: InForce): boolean =>
            from <= today && (to ?? '9999') >= today;
          const deciding = versions.filter((one) => applicableDays(one, versions).some(inForce));
          // Ranks ascend: the last in force is the highest.
          const highest = versions.findLast((one) => inForce(one.in_force));
          expect(deciding).toEqual(highest ? [highest] : []);
          expect(versionOn(versions, today)).toBe(highest);
        }
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('two texts in force at once', () => {
  let engine: DuckDb;
  beforeAll(async () => {
    engine = await DuckDb.open({ threads: 1 });
  });
  afterAll(() => engine.close());

  it('judge each act by the higher of them, once', async () => {
    const back = (id: string, received: string, refunded: string) => ({
      after_sale_id: id,
      received_back_at: `${received}T04:00:00Z`,
      refunded_at: `${refunded}T04:00:00Z`,
      refunded_minor: 1,
    });
    // The order allows 7 days, the regulation 10 from July 2024 on; nine were taken each time.
    const after_sale = [
      back('june', '2024-06-30', '2024-07-09'),
      back('july', '2024-07-01', '2024-07-10'),
    ];
    await fillTables(engine, { after_sale }, ['after_sale']);
    const texts = [
      version('departmental_rule', '2020-01-01', null, 7),
      version('administrative_regulation', '2024-07-01', null, 10),
    ];
    const { findings } = await runProvisions(engine, texts, context);
    expect(findings.map(({ subject }) => subject.id)).toEqual(['june']);
    const [lower, higher] = [
      texts[0]!,
      version('administrative_regulation', '2024-07-01', null, 3),
    ];
    const strict = await runProvisions(engine, [lower, higher], context);
    expect(strict.findings.map((one) => [one.subject.id, one.version_in_force])).toEqual([
      ['june', '2020-01-01'],
      ['july', '2024-07-01'],
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { insertRows } from '../../src/engine/insert-rows.ts';
import { openRowJudge, provisionsAboutPlans } from '../../src/inspect/judge-rows.ts';
import type { RowJudge } from '../../src/inspect/judge-rows.ts';
import { networkRows, rowDays } from '../../src/inspect/network-rows.ts';
import type { Pack, Provision } from '../../src/model/provision.ts';
import { importedTables } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { growthsOf, grownNetwork } from '../../src/plan/lint/grown-networks.ts';
import { smallNetworks } from '../../src/plan/lint/small-networks.ts';
import { compilePlan } from '../../src/plan/pay/compile-plan.ts';
import { closeMonth } from '../../src/plan/pay/end-month.ts';
import { playEvents } from '../../src/plan/pay/play-events.ts';
import { columnsOfRuns, runRows } from '../../src/plan/rows/run-rows.ts';
import type { RowTables } from '../../src/plan/rows/run-rows.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { root } from '../tidy/repository.ts';

const as_of = '2026-11-01';
const day = 20_758;

/** Every so many of a plan's networks, some large ones, half of them with the plan's words. */
function setsOf(name: string, take: number): RowTables[] {
  const { plan } = parsePlan(readFileSync(join(root, 'plans', `${name}.yaml`), 'utf8'), name);
  const compiled = compilePlan(plan!);
  const { networks } = smallNetworks(compiled, { members: 3, events: 4, networks: 3_000 }, day);
  const some = networks.filter((_, i) => i % Math.ceil(networks.length / take) === 0);
  const grown = growthsOf(plan!)
    .slice(0, 4)
    .flatMap((growth) => grownNetwork(compiled, growth, 34, day) ?? []);
  return [...some, ...grown].map(({ events }, i) => {
    const { run } = playEvents(compiled, events);
    closeMonth(run, day);
    return runRows(run, i % 2 === 0);
  });
}

let packs: readonly Pack[] = [];
let provisions: readonly Provision[] = [];
let rows: RowJudge | null = null;
beforeAll(async () => {
  packs = await shippedPacks('cn');
  provisions = provisionsAboutPlans(packs, columnsOfRuns, as_of);
  rows = await openRowJudge(packs, 'CNY', columnsOfRuns);
}, 60_000);
afterAll(() => rows?.close());

it.each(['huasheng-2017', 'forsage-matrix', 'yuhang-app', 'baoyue'])(
  'says of many networks of %s at once what it says of each alone',
  async (name) => {
    const sets = setsOf(name, 12);
    const all = await rows!.screen(sets, provisions, as_of);
    // None of the pack's provisions has to be asked about one network at a time.
    expect([...all].filter(([, screened]) => screened === null)).toEqual([]);
    const together = sets.map((_, place) =>
      provisions.map(({ id }) => {
        const { met, needs } = all.get(id)!;
        return [id, met.has(place), [...(needs.get(place) ?? [])].toSorted()];
      }),
    );
    const alone = [];
    for (const tables of sets) {
      const { findings, verdicts } = await rows!.decide(tables, provisions, as_of);
      alone.push(
        provisions.map(({ id }) => {
          const met = findings.some(({ provision }) => provision === id);
          const verdict = verdicts.find(({ provision }) => provision === id);
          return [id, met, met ? [] : verdict!.needs];
        }),
      );
    }
    expect(together).toEqual(alone);
    expect(together.flat().some(([, met]) => met)).toBe(true);
  },
  120_000,
);

it.each(['huasheng-2017', 'forsage-matrix'])(
  'makes the network of %s as a whole run does',
  async (name) => {
    const engine = await DuckDb.open({ threads: 1 });
    const time_zone = 'Asia/Shanghai';
    try {
      let crossed = 0;
      for (const small of setsOf(name, 4)) {
        // Fees 20,000 times as high, some given back: the line of 2.5 million is crossed.
        const fee = (small.fee ?? []).map((row, i) => ({
          ...row,
          amount_minor: Number(row['amount_minor']) * 20_000,
          refunded_minor: i % 3 === 0 ? 5_000_000 : 0,
        }));
        const tables = { ...small, fee };
        await fillTables(engine, {}, importedTables());
        for (const made of ['network_member', 'network_tree']) {
          await engine.run(`DROP TABLE IF EXISTS ${made}`);
        }
        for (const table of ['member', 'fee', 'commission'] as const) {
          await insertRows(engine, table, tables[table] ?? []);
        }
        await analyseNetwork(engine, { time_zone });
        const made = networkRows(tables, rowDays(time_zone));
        const sorted = <T extends object>(all: readonly T[]): string[] =>
          all.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();
        const members = await engine.rows('SELECT * FROM network_member');
        expect(sorted(made.network_member)).toEqual(sorted(members));
        expect(sorted(made.network_tree)).toEqual(
          sorted(await engine.rows('SELECT * FROM network_tree')),
        );
        const crossings = await engine.rows('SELECT * FROM network_paid_crossing');
        expect(sorted(made.network_paid_crossing)).toEqual(sorted(crossings));
        crossed += crossings.length;
      }
      expect(crossed).toBeGreaterThan(2);
    } finally {
      engine.close();
    }
  },
  120_000,
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumptions } from '../../src/cost/assumptions.ts';
import { figuresAt } from '../../src/cost/figures.ts';
import type { Load, Site } from '../../src/cost/load.ts';
import { modeTexts, phasesOf } from '../../src/cost/modes.ts';
import type { ModeName } from '../../src/cost/modes.ts';
import { totalOf } from '../../src/cost/phase.ts';
import { planRun } from '../../src/cost/plan-run.ts';
import { measuredCosts } from '../../src/cost/measured-costs.ts';
import { unitCostNames } from '../../src/cost/unit-costs.ts';
import { plainLoad, plainSite } from './plain-figures.ts';

const modes = Object.keys(modeTexts) as ModeName[];

const loads: fc.Arbitrary<Load> = fc.record({
  members: fc.integer({ min: 1, max: 2e9 }),
  orders: fc.integer({ min: 1, max: 1e12 }),
  levels: fc.integer({ min: 1, max: 1000 }),
  imported: fc.boolean(),
  derived: fc.boolean(),
});

const sites: fc.Arbitrary<Site> = fc.record({
  nodes: fc.integer({ min: 1, max: 1000 }),
  cores: fc.integer({ min: 1, max: 128 }),
  memory_bytes: fc.integer({ min: 2 ** 30, max: 2 ** 42 }),
  disk_bytes: fc.option(fc.integer({ min: 2 ** 30, max: 2 ** 45 })),
  network_bytes_per_s: fc.integer({ min: 1e7, max: 1e10 }),
});

const wall_s = (mode: ModeName, load: Load, site: Site): number =>
  totalOf(phasesOf(mode, load, site, figuresAt('likely'))).wall_s;

/** Sums of floats in another order differ in their last places. */
const nearly = 1 + 1e-12;

describe('a plan', () => {
  it('takes longer for more members and more orders, in every mode', () => {
    fc.assert(
      fc.property(loads, sites, fc.double({ min: 1, max: 100, noNaN: true }), (load, site, by) => {
        for (const mode of modes) {
          const now = wall_s(mode, load, site);
          const more = { ...load, members: load.members * by };
          expect(wall_s(mode, more, site) * nearly).toBeGreaterThanOrEqual(now);
          const busier = { ...load, orders: load.orders * by };
          expect(wall_s(mode, busier, site) * nearly).toBeGreaterThanOrEqual(now);
        }
      }),
    );
  });

  it('is never slower with more nodes, and never quicker than its rounds', () => {
    fc.assert(
      fc.property(loads, sites, fc.integer({ min: 1, max: 100 }), (load, site, more) => {
        const { costs, assumed } = figuresAt('likely');
        for (const mode of ['split', 'cluster'] as const) {
          const larger = { ...site, nodes: site.nodes + more };
          expect(wall_s(mode, load, larger)).toBeLessThanOrEqual(wall_s(mode, load, site) * nearly);
          const { rounds } = totalOf(phasesOf(mode, load, site, figuresAt('likely')));
          const least_s = rounds * (costs.spark_statement_s + assumed.cluster_statement_s);
          expect(wall_s(mode, load, { ...site, nodes: 10_000 })).toBeGreaterThanOrEqual(least_s);
        }
      }),
    );
  });

  it('is the sum of its phases, each from best to worst', () => {
    fc.assert(
      fc.property(loads, sites, (load, site) => {
        for (const { phases, total } of planRun(load, site).modes) {
          for (const one of [...phases, total]) {
            expect(one.wall_s.best).toBeLessThanOrEqual(one.wall_s.likely * nearly);
            expect(one.wall_s.likely).toBeLessThanOrEqual(one.wall_s.worst * nearly);
          }
          const sum = phases.reduce((all, phase) => all + phase.wall_s.likely, 0);
          expect(total.wall_s.likely / sum).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('names the first number of nodes with which Spark is sooner done', () => {
    fc.assert(
      fc.property(loads, sites, (load, site) => {
        for (const { mode, nodes } of planRun(load, site).crossovers) {
          const asked = mode === 'cluster' ? { ...load, imported: true, derived: false } : load;
          const sooner = (count: number): boolean =>
            wall_s(mode, asked, { ...site, nodes: count }) < wall_s('one_machine', asked, site);
          if (nodes === null) expect(sooner(10_000)).toBe(false);
          else expect([nodes > 1 && sooner(nodes - 1), sooner(nodes)]).toEqual([false, true]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('names the size from which it is, to a thousandth', () => {
    const load = { ...plainLoad, members: 1e8, orders: 1e10, levels: 51 };
    const site = { ...plainSite, cores: 16, nodes: 40, network_bytes_per_s: 1.25e9 };
    for (const { mode, size } of planRun(load, site).crossovers) {
      const asked = mode === 'cluster' ? { ...load, imported: true, derived: false } : load;
      const ahead = (share: number): boolean => {
        const members = size!.members * share;
        const of = { ...asked, members, orders: size!.orders * share };
        return wall_s(mode, of, site) < wall_s('one_machine', of, site);
      };
      expect([ahead(0.998), ahead(1.002)]).toEqual([false, true]);
    }
  });

  it('says what one machine cannot hold', () => {
    const { network_memory_bytes_per_member: each } = measuredCosts.costs;
    // Room for ten million members beside the process itself, and orders of no account.
    const site = { ...plainSite, memory_bytes: 1.5 * 2 ** 30 + 1e7 * each };
    const load = { ...plainLoad, orders: 1, members: 1e7 };
    const [fits] = planRun(load, site).modes;
    expect(fits?.obstacles).toEqual([]);
    const [beyond, split, cluster] = planRun({ ...load, members: 1e7 + 1 }, site).modes;
    expect([beyond?.obstacles, split?.obstacles, cluster?.obstacles]).toEqual([
      ['memory'],
      ['memory'],
      [],
    ]);
    const until = planRun({ ...load, orders: 1e5 }, site).one_machine_until;
    expect(until!.members / 1e7).toBeCloseTo(1, 2);
    const large = { ...site, memory_bytes: 2 ** 50, disk_bytes: 1e9 };
    expect(planRun({ ...load, members: 2 ** 31 }, large).modes[0]?.obstacles).toEqual([
      'members',
      'disk',
    ]);
  });

  it('lists every unit cost and every assumption with where it comes from', () => {
    const { unit_costs, assumptions: listed } = planRun(plainLoad, plainSite);
    expect(unit_costs.map(({ name }) => name)).toEqual(unitCostNames);
    expect(unit_costs.every(({ bundled, value }) => bundled && value > 0)).toBe(true);
    expect(listed).toBe(assumptions);
    const sheet = { ...measuredCosts, costs: { fixed_s: 3 } };
    const own = planRun(plainLoad, plainSite, sheet).unit_costs.filter(({ bundled }) => !bundled);
    expect(own).toEqual([{ name: 'fixed_s', value: 3, unit: 's', bundled: false }]);
  });
});

import { assumptions, estimates } from './assumptions.ts';
import type { Estimate } from './assumptions.ts';
import { crossoverOf, oneMachineUntil } from './crossover.ts';
import type { Crossover } from './crossover.ts';
import { figuresAt } from './figures.ts';
import type { Load, Site } from './load.ts';
import { measuredCosts } from './measured-costs.ts';
import { modeTexts, needsOf, obstaclesOf, phasesOf } from './modes.ts';
import type { ModeName, Needs, Obstacle } from './modes.ts';
import { totalOf } from './phase.ts';
import type { Phase } from './phase.ts';
import { unitCostNames, unitCosts } from './unit-costs.ts';
import type { UnitCostName, UnitCostSheet } from './unit-costs.ts';

/** Seconds by the wall as they may turn out. */
export type Range = Readonly<Record<Estimate, number>>;

/** A phase; all but the range is as the likely estimate has it. */
export interface PlannedPhase extends Omit<Phase, 'wall_s'> {
  readonly wall_s: Range;
}

export interface PlannedMode {
  readonly mode: ModeName;
  readonly obstacles: readonly Obstacle[];
  readonly needs: Needs;
  readonly phases: readonly PlannedPhase[];
  readonly total: Omit<PlannedPhase, 'name' | 'where'>;
}

/** A run before it is run: what each mode would take, and where one becomes better than another. */
export interface RunPlan {
  readonly load: Load;
  readonly site: Site;
  readonly measured: Pick<UnitCostSheet, 'measured_on' | 'machine' | 'members' | 'orders'>;
  readonly unit_costs: readonly {
    readonly name: UnitCostName;
    readonly value: number;
    readonly unit: string;
    /** Whether it stands in the sheet given, or is the one bundled. */
    readonly bundled: boolean;
  }[];
  readonly assumptions: typeof assumptions;
  readonly modes: readonly PlannedMode[];
  readonly crossovers: readonly Crossover[];
  /** Where one machine cannot carry more of the same mixture; null where it always can. */
  readonly one_machine_until: Pick<Load, 'members' | 'orders'> | null;
}

/** What a run would take, by arithmetic alone: nothing is measured or read. */
export function planRun(load: Load, site: Site, sheet: UnitCostSheet = measuredCosts): RunPlan {
  const likely = figuresAt('likely', sheet);
  const { measured_on, machine, members, orders } = sheet;
  return {
    load,
    site,
    measured: { measured_on, machine, members, orders },
    unit_costs: unitCostNames.map((name) => ({
      name,
      value: likely.costs[name],
      unit: unitCosts[name].unit,
      bundled: sheet === measuredCosts || sheet.costs[name] === undefined,
    })),
    assumptions,
    modes: (Object.keys(modeTexts) as ModeName[]).map((mode) => planMode(mode, load, site, sheet)),
    crossovers: (['split', 'cluster'] as const).map((mode) =>
      crossoverOf(mode, load, site, likely),
    ),
    one_machine_until: oneMachineUntil(load, site, likely),
  };
}

function planMode(mode: ModeName, load: Load, site: Site, sheet: UnitCostSheet): PlannedMode {
  const phases = estimates.map((estimate) =>
    phasesOf(mode, load, site, figuresAt(estimate, sheet)),
  );
  const [best = [], likely = [], worst = []] = phases;
  const range = (of: (phases: readonly Phase[]) => number): Range => ({
    best: of(best),
    likely: of(likely),
    worst: of(worst),
  });
  const figures = figuresAt('likely', sheet);
  return {
    mode,
    obstacles: obstaclesOf(mode, load, site, figures),
    needs: needsOf(mode, load, site, figures),
    phases: likely.map((phase, i) => ({ ...phase, wall_s: range((all) => all[i]?.wall_s ?? 0) })),
    total: { ...totalOf(likely), wall_s: range((all) => totalOf(all).wall_s) },
  };
}

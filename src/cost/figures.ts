import type { Assumed, Estimate } from './assumptions.ts';
import { assumedAt } from './assumptions.ts';
import { measuredCosts } from './measured-costs.ts';
import type { UnitCosts, UnitCostSheet } from './unit-costs.ts';

/** All numbers the model is worked out with, in one estimate. */
export interface Figures {
  readonly costs: UnitCosts;
  readonly assumed: Assumed;
  /** Rows the costs were measured with. */
  readonly measured: { readonly members: number; readonly orders: number };
}

/** A sheet's costs, and those bundled where it has none. */
export function figuresAt(estimate: Estimate, sheet: UnitCostSheet = measuredCosts): Figures {
  const { members, orders, costs } = sheet;
  return {
    costs: { ...measuredCosts.costs, ...costs },
    assumed: assumedAt(estimate),
    measured: { members, orders },
  };
}

/** Seconds of processor of so many rows, each of which costs a little more where they are many. */
export function cpuOf(
  rows: number,
  cost_us: number,
  measured_rows: number,
  { cpu_spread, growth_per_doubling }: Assumed,
): number {
  const doublings = Math.max(0, Math.log2(Math.max(rows, 1) / measured_rows));
  return rows * cost_us * 1e-6 * cpu_spread * (1 + growth_per_doubling * doublings);
}

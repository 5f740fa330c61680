import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { moneyIn } from '../../model/money-text.ts';
import { PPM } from '../../model/plan.ts';
import type { Simulation, Spread } from '../../model/simulation.ts';
import { grouped, percent, same } from '../show.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';

/** How one figure of a simulation is written. */
export type Show = (value: number) => Localised;

export const number: Show = (value) => same(grouped(value));
export const share: Show = (value) => same(percent(value));

export function money({ plan: { currency } }: Pick<Simulation, 'plan'>): Show {
  return moneyIn(currency);
}

/** Parts of a million as a number ('0.5') or as a percentage. */
export function perMonth(ppm: number): string {
  return String(ppm / PPM);
}

export function ppmShare(ppm: number): string {
  return percent(ppm / PPM);
}

export function orNever(value: number | null, show: Show): Localised {
  return value === null ? same('–') : show(value);
}

/** The five quantiles, in order. */
export function quantiles({ q05, q25, q50, q75, q95 }: Spread, show: Show): Localised[] {
  return [q05, q25, q50, q75, q95].map((value) => orNever(value, show));
}

/** A share as people say it: of 100, rounded, and never none or all where it is not so. */
export function outOf100(value: number): Localised {
  const count = Math.round(value * 100);
  if (value === 0) return texts.of_100_none;
  if (value === 1) return texts.of_100_all;
  if (count === 0) return texts.of_100_few;
  if (count === 100) return texts.of_100_most;
  return fillBoth(texts.of_100, { count });
}

import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { OutlookAfter, Simulation } from '../../model/simulation.ts';
import { grouped } from '../show.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';
import { money, orNever, outOf100 } from './figures.ts';

export interface OutlookPart {
  readonly heading: Localised;
  readonly lines: readonly Localised[];
}

/** What somebody who joins in the month asked about may expect, in plain sentences. */
export function outlookLines(simulation: Simulation): {
  readonly basis: Localised;
  readonly parts: readonly OutlookPart[];
} {
  const { joins_in_month: month, rank, price_minor, horizons } = simulation.outlook;
  const [first] = horizons;
  if (first === undefined) return { basis: fillBoth(texts.o_too_late, { month }), parts: [] };
  if (first.people === 0) return { basis: fillBoth(texts.o_nobody, { month }), parts: [] };
  const counts = { people: grouped(first.people), runs: grouped(first.runs) };
  const price = money(simulation)(price_minor);
  return {
    basis: fillBoth(texts.o_basis, { ...counts, month, rank, price }),
    parts: horizons.map((after) => ({
      heading: fillBoth(texts.o_after, { months: after.months }),
      lines: linesAfter(simulation, after),
    })),
  };
}

function linesAfter(simulation: Simulation, after: OutlookAfter): Localised[] {
  const show = money(simulation);
  const middle = ({ q25, q50, q75 }: OutlookAfter['net_minor']) => ({
    low: orNever(q25, show),
    median: orNever(q50, show),
    high: orNever(q75, show),
  });
  const { earned_back_share: back, no_recruit_share: none } = after;
  const counted = (text: Localised, share: number): Localised =>
    fillBoth(text, { out_of_100: outOf100(share) });
  return [
    back === null ? texts.o_free : counted(texts.o_earned_back, back),
    fillBoth(texts.o_net, middle(after.net_minor)),
    fillBoth(texts.o_net_with_purchases, middle(after.net_with_purchases_minor)),
    ...(none === null ? [] : [counted(texts.o_no_recruit, none)]),
  ];
}

import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { Simulation } from '../../model/simulation.ts';
import { grouped } from '../show.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';
import { money, perMonth, ppmShare } from './figures.ts';

/** What a simulation supposes, a sentence each. */
export function assumptionLines(simulation: Simulation): Localised[] {
  const { assumptions, terms } = simulation;
  const { population, starters, recruiting, purchases, runs, months, seed } = assumptions;
  const show = money(simulation);
  const rate = perMonth(recruiting.per_month_ppm);
  const people = { population: grouped(population), count: grouped(starters.count) };
  const bought = { own: perMonth(purchases.own_ppm), customers: perMonth(purchases.customers_ppm) };
  const back = {
    withdraws: ppmShare(assumptions.withdraws_ppm),
    returns: ppmShare(assumptions.returns_ppm),
    days: assumptions.refund_after_days,
  };
  const rises = { rises: ppmShare(assumptions.rises_ppm) };
  const { product, payout_delay_days: days } = terms;
  return [
    fillBoth(texts.a_population, { ...people, rank: terms.starter_rank }),
    fillBoth(texts[`a_${recruiting.who}`], { rate, width: recruiting.width ?? 1 }),
    ...terms.joins.map(({ rank, share_ppm, price_minor }) =>
      fillBoth(texts.a_join, { share: ppmShare(share_ppm), rank, price: show(price_minor) }),
    ),
    product === null
      ? texts.a_no_products
      : fillBoth(texts.a_purchases, {
          ...bought,
          product: product.title,
          price: show(product.price_minor),
        }),
    fillBoth(texts.a_stops, { stops: ppmShare(assumptions.stops_ppm) }),
    ...(assumptions.rises_ppm > 0 ? [fillBoth(texts.a_rises, rises)] : []),
    fillBoth(texts.a_back, back),
    fillBoth(terms.payout_delay_said ? texts.a_payout_plan : texts.a_payout, { days }),
    fillBoth(texts.a_runs, { months, runs: grouped(runs), seed }),
  ];
}

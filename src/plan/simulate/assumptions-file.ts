import { isScalar } from 'yaml';
import { assumptionsSchema, recruiters } from '../../model/assumptions.ts';
import { limits } from '../../model/limits.ts';
import { day, maybe, needed, oneOf, record, wrong } from '../../packs/yaml-shape.ts';
import type { Shape } from '../../packs/yaml-shape.ts';
import { items, name, rate, whole } from '../language/shapes.ts';

/** How often a month, '0.5' or '2', at most 100: four digits after the point, in millionths. */
export const perMonth: Shape<number> = (yaml, node, owner) => {
  const written = isScalar(node) ? (node.source ?? '') : '';
  const [, units, rest = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(written) ?? [];
  const ppm = Number((units ?? '') + rest.padEnd(6, '0'));
  if (units === undefined || ppm > 100_000_000) return wrong(yaml, node, owner, '0.5 | 2 (≤ 100)');
  return ppm;
};

/** The form of a file of assumptions, exactly: what it leaves out is supposed by default. */
export const assumptionsFile = record({
  schema: needed(oneOf(assumptionsSchema)),
  population: maybe(whole(2, limits.simulation_population_max)),
  start: maybe(day),
  at_start: maybe(
    record({ count: maybe(whole(1, 1_000)), rank: maybe(name), way: maybe(whole(1, 200)) }),
  ),
  recruiting: maybe(
    record({
      who: maybe(oneOf(...recruiters)),
      width: maybe(whole(1, 1_000)),
      per_month: maybe(perMonth),
    }),
  ),
  join: maybe(
    items(record({ rank: needed(name), way: maybe(whole(1, 200)), share: needed(rate) })),
  ),
  purchases: maybe(
    record({ product: maybe(name), own: maybe(perMonth), customers: maybe(perMonth) }),
  ),
  stops: maybe(rate),
  rises: maybe(rate),
  withdraws: maybe(rate),
  returns: maybe(rate),
  refund_after_days: maybe(whole(1, 365)),
  payout_delay_days: maybe(whole(0, 3_650)),
  months: maybe(whole(1, limits.simulation_months_max)),
  runs: maybe(whole(1, limits.simulation_runs_max)),
  seed: maybe(whole(0, 4_294_967_295)),
});

export type AssumptionsFile = NonNullable<ReturnType<typeof assumptionsFile>>;

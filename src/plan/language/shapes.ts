import { isMap, isScalar } from 'yaml';
import { minorDigitsOf } from '../../model/money-units.ts';
import { limits } from '../../model/limits.ts';
import { headMeasures, planMeasures, PPM } from '../../model/plan.ts';
import type { PlanCondition, PlanMeasure } from '../../model/plan.ts';
import { list, maybe, needed, record, spanOf, text, wrong } from '../../packs/yaml-shape.ts';
import type { Shape } from '../../packs/yaml-shape.ts';

/** Lower-case words: ids of ranks, products and rules. */
export const name = text(/^[a-z0-9][a-z0-9_-]*$/, 'lower_case');

export const truth: Shape<boolean> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === 'boolean' ? value : wrong(yaml, node, owner, 'true | false');
};

/** An amount as a price list writes it, '128' or '128.50': exact, never through a fraction. */
export function money(currency: string): Shape<number> {
  const digits = minorDigitsOf(currency);
  const form = new RegExp(
    digits === 0 ? '^(\\d{1,10})$' : `^(\\d{1,10})(?:\\.(\\d{1,${digits}}))?$`,
  );
  const example = digits === 0 ? '128' : `128 | 128.${'5'.padEnd(digits, '0')}`;
  return (yaml, node, owner) => {
    const [, whole, rest = ''] = form.exec(written(node)) ?? [];
    if (whole === undefined) return wrong(yaml, node, owner, `${example} (${currency})`);
    return Number(whole + rest.padEnd(digits, '0'));
  };
}

/** '12%' in parts of a million: at most four digits after the point, at most 100 %. */
export const rate: Shape<number> = (yaml, node, owner) => {
  const [, whole, rest = ''] = /^(\d{1,4})(?:\.(\d{1,4}))?%$/.exec(written(node)) ?? [];
  const ppm = Number((whole ?? '') + rest.padEnd(4, '0'));
  if (whole === undefined || ppm > PPM) return wrong(yaml, node, owner, '12% | 0.5%');
  return ppm;
};

/** A count of something. */
export function whole(least: number, most: number): Shape<number> {
  return (yaml, node, owner) => {
    const value = Number(/^\d{1,15}$/.exec(written(node))?.[0] ?? Number.NaN);
    if (value >= least && value <= most) return value;
    return wrong(yaml, node, owner, `${least} … ${most}`);
  };
}

export interface Depth {
  readonly first: number;
  readonly last: number | null;
}

/** '2', '1..8', or '1..' without end. */
export const depth: Shape<Depth> = (yaml, node, owner) => {
  const [, from, dots, to] = /^(\d{1,4})(?:(\.\.)(\d{1,4})?)?$/.exec(written(node)) ?? [];
  const first = Number(from);
  const last = dots === undefined ? first : to === undefined ? null : Number(to);
  const most = Math.max(first, last ?? 0);
  if (from === undefined || most > limits.plan_depth_max || (last !== null && last < first)) {
    return wrong(yaml, node, owner, `1 | 1..8 | 1.. (≤ ${limits.plan_depth_max})`);
  }
  return { first, last };
};

/** One value or a list of them. */
export function oneOrMore<T>(shape: Shape<T>): Shape<T[]> {
  const several = items(shape);
  return (yaml, node, owner) => {
    if (!isScalar(node)) return several(yaml, node, owner);
    const value = shape(yaml, node, owner);
    return value === undefined ? undefined : [value];
  };
}

/** A list with at least one item and no more than a plan may have. */
export function items<T>(shape: Shape<T>): Shape<T[]> {
  const read = list(shape, 1);
  return (yaml, node, owner) => {
    const value = read(yaml, node, owner);
    if (value === undefined || value.length <= limits.plan_items_max) return value;
    yaml.report('plan.too_many', { limit: limits.plan_items_max }, ...spanOf(yaml, node ?? owner));
    return undefined;
  };
}

/** `{recruits: 3, team: {at_least: 666, of: vip}, month_purchases: 500}` */
export function conditions(currency: string): Shape<PlanCondition[]> {
  const figures: Record<string, ReturnType<typeof maybe<Omit<PlanCondition, 'measure'>>>> = {};
  for (const measure of planMeasures) figures[measure] = maybe(figureOf(measure, currency));
  const read = record(figures);
  return (yaml, node, owner) => {
    if (isMap(node) && node.items.length === 0) {
      return wrong(yaml, node, owner, `{ ${planMeasures.join(', ')} }`);
    }
    const given = read(yaml, node, owner);
    if (given === undefined) return undefined;
    return planMeasures.flatMap((measure) => {
      const figure = given[measure];
      return figure === undefined ? [] : [{ measure, ...figure }];
    });
  };
}

function figureOf(measure: PlanMeasure, currency: string): Shape<Omit<PlanCondition, 'measure'>> {
  const least = headMeasures.includes(measure) ? whole(1, 1_000_000_000) : money(currency);
  const full = record({ at_least: needed(least), of: maybe(name) });
  return (yaml, node, owner) => {
    if (isMap(node) && (measure === 'recruits' || measure === 'team')) {
      const value = full(yaml, node, owner);
      return value && { at_least: value.at_least, of: value.of ?? null };
    }
    const at_least = least(yaml, node, owner);
    return at_least === undefined ? undefined : { at_least, of: null };
  };
}

/** A scalar's own text: '0.10' stays '0.10'. */
function written(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

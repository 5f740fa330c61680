import { addDays, addMonths } from '../model/days.ts';
import type { EvidenceValue } from '../model/provision.ts';
import { effectOfMeasures } from './effect-of-measures.ts';
import type { EffectOfMeasures } from './effect-of-measures.ts';
import type { FactsSql } from './facts-sql.ts';
import type { BeforeAfter } from './match-pairs.ts';
import { ordersWith, wholeUntil } from './market-months.ts';
import type { OrderFigure } from './market-months.ts';

/** First and last day. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** What followed the measures of three months: the three months before beside the three after. */
export interface EffectWindows {
  readonly before: Stretch;
  readonly measured: Stretch;
  readonly after: Stretch;
}

/** What came of it, of one figure. */
export interface FigureEffect {
  readonly name: OrderFigure;
  readonly windows: EffectWindows;
  readonly pairs: number;
  /** Operators with a measure nobody without is near. */
  readonly unmatched: readonly string[];
  readonly effect: Omit<EffectOfMeasures, 'pairs' | 'unmatched'>;
}

/** Every comparison is of one seed: the same data give the same figures. */
const seed = 1;

/** Pairs looked at while matching, at most: of more operators without a measure every n-th is. */
const comparisons_max = 2_000_000;

export const effectNeeds = [
  'measure.operator_id',
  'measure.kind',
  'measure.decided_at',
  'order.operator_id',
] as const;

/** The latest such months that are over by a day. */
export function effectWindows(as_of: string): EffectWindows {
  const last = `${wholeUntil(as_of)}-01`;
  const months = (back: number): Stretch => ({
    from: addMonths(last, -back),
    to: addDays(addMonths(last, 3 - back), -1),
  });
  return { before: months(8), measured: months(5), after: months(2) };
}

/**
 * Rows `operator_id, treated, before_cases, before_out_of, after_cases, after_out_of`: orders, and
 * those among them in a list, of operators with a measure in the months looked at and none in those
 * before, and of operators without any in all of them.
 */
export function effectSql(
  listed: string,
  { before, measured, after }: EffectWindows,
  { day }: FactsSql,
): string {
  const within = (value: string, { from, to }: Stretch): string =>
    `${day(value)} BETWEEN DATE '${from}' AND DATE '${to}'`;
  const operators = (stretch: Stretch): string =>
    `SELECT DISTINCT operator_id FROM measure WHERE kind NOT IN ('warning', 'none')
      AND operator_id IS NOT NULL AND ${within('decided_at', stretch)}`;
  const count = (stretch: Stretch, what: string): string =>
    `count(${what}) FILTER (WHERE ${within('o.ordered_at', stretch)})`;
  return `SELECT o.operator_id, t.operator_id IS NOT NULL AS treated,
      ${count(before, 'x.order_id')} AS before_cases, ${count(before, '*')} AS before_out_of,
      ${count(after, 'x.order_id')} AS after_cases, ${count(after, '*')} AS after_out_of
    FROM orders o
    LEFT JOIN (${listed}) x ON x.order_id = o.order_id
    LEFT JOIN (${operators(measured)}) t ON t.operator_id = o.operator_id
    LEFT JOIN (${operators(before)}) b ON b.operator_id = o.operator_id
    LEFT JOIN (${operators(after)}) l ON l.operator_id = o.operator_id
    WHERE o.operator_id IS NOT NULL AND b.operator_id IS NULL
      AND (t.operator_id IS NOT NULL OR l.operator_id IS NULL)
      AND ${within('o.ordered_at', { from: before.from, to: after.to })}
    GROUP BY 1, 2 ORDER BY 1`;
}

/** The effect on one figure, of the rows its SQL gives. */
export function figureEffect(
  name: OrderFigure,
  windows: EffectWindows,
  rows: readonly Readonly<Record<string, EvidenceValue>>[],
): FigureEffect {
  const all = rows.map((row) => ({ treated: row['treated'] === true, one: beforeAfter(row) }));
  const treated = all.filter((row) => row.treated).map(({ one }) => one);
  const untreated = all.filter((row) => !row.treated).map(({ one }) => one);
  const step = Math.ceil((treated.length * untreated.length) / comparisons_max);
  const near = step > 1 ? untreated.filter((_, i) => i % step === 0) : untreated;
  const { pairs, unmatched, ...effect } = effectOfMeasures(treated, near, seed);
  return { name, windows, pairs: pairs.length, unmatched, effect };
}

function beforeAfter(row: Readonly<Record<string, EvidenceValue>>): BeforeAfter {
  const rate = (when: string) => ({
    cases: Number(row[`${when}_cases`]),
    out_of: Number(row[`${when}_out_of`]),
  });
  return { id: String(row['operator_id']), before: rate('before'), after: rate('after') };
}

/** The list of orders of each figure, and the columns it wants. */
export const effectFigures = Object.entries(ordersWith).map(([name, { needs, sql }]) => ({
  name: name as OrderFigure,
  needs: [...effectNeeds, ...needs],
  listed: sql,
}));

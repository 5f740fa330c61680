import type { Localised } from '../model/localised.ts';

interface PartShape {
  readonly name: string;
  readonly title: Localised;
  /** Points of 100 that one event, one open finding or one step costs. Even: halves are whole. */
  readonly weight_points: number;
  /** The most a part costs. */
  readonly cap_points: number;
  /** Where weight, window and cap stand; 'ours' where no text sets them. */
  readonly parameter: string;
}

/** Dated events: full weight in the first half of the window, half in the second, then none. */
export interface EventPart extends PartShape {
  readonly kind: 'events';
  readonly window_months: number;
}

/** Findings that stand until they are cured. */
export interface OpenPart extends PartShape {
  readonly kind: 'open';
}

/** Cases among orders of the window, beside those of all other operators. */
export interface SharePart extends PartShape {
  readonly kind: 'share';
  readonly window_months: number;
}

export type IntegrityPart = EventPart | OpenPart | SharePart;

/**
 * What an operator's class is made of. Every number is a choice of ours and stands on the sheet:
 * an association or office that wants others gives its own list.
 */
export const integrityParts: readonly IntegrityPart[] = [
  {
    kind: 'events',
    name: 'penalty',
    title: { zh: '行政处罚决定', en: 'penalty decisions' },
    window_months: 36,
    weight_points: 16,
    cap_points: 48,
    parameter: 'ours',
  },
  {
    kind: 'events',
    name: 'measure',
    title: { zh: '平台处置措施（警示除外）', en: "platform's measures other than warnings" },
    window_months: 12,
    weight_points: 6,
    cap_points: 24,
    parameter: 'ours',
  },
  {
    kind: 'open',
    name: 'breach',
    title: { zh: '尚未改正的不符合条款', en: 'provisions not met and not yet cured' },
    weight_points: 4,
    cap_points: 32,
    parameter: 'ours',
  },
  {
    kind: 'share',
    name: 'complaint',
    title: { zh: '有投诉的订单', en: 'orders complained of' },
    window_months: 12,
    weight_points: 6,
    cap_points: 24,
    parameter: 'ours',
  },
  {
    kind: 'share',
    name: 'return',
    title: { zh: '申请退款退货的订单', en: 'orders with a return or refund asked for' },
    window_months: 12,
    weight_points: 4,
    cap_points: 16,
    parameter: 'ours',
  },
];

/** Steps of a share: its lower bound is above so many times the upper bound of the others'. */
export const shareSteps: readonly number[] = [1, 2, 4, 8];

/** Below so many orders a share is not judged. Parameter: ours. */
export const share_orders_min = 30;

export type IntegrityClass = 'A' | 'B' | 'C' | 'D';

/** Least points of each class, best first. Parameter: ours. */
export const classFrom: readonly (readonly [IntegrityClass, number])[] = [
  ['A', 90],
  ['B', 75],
  ['C', 60],
  ['D', 0],
];

export function classOf(points: number): IntegrityClass {
  return classFrom.find(([, from]) => points >= from)?.[0] ?? 'D';
}

import { compareText } from '../model/issue.ts';
import { classOf, integrityParts } from './integrity-parts.ts';
import type { IntegrityClass, IntegrityPart } from './integrity-parts.ts';
import { integritySheet, sheetOf } from './integrity-sheet.ts';
import type { IntegritySheet } from './integrity-sheet.ts';
import type { OperatorFacts } from './operator-facts.ts';
import { sharePoints } from './part-points.ts';
import type { PartPoints } from './part-points.ts';

/** The most clean orders a way speaks of: beyond, it would be no advice. */
const clean_orders_max = 1_000_000;

/** One thing that would change the sheet by itself, and what the sheet would then say. */
export interface Way {
  readonly part: string;
  /** `cure` one finding, let one event `lapse`, or have `clean_orders` more without a case. */
  readonly kind: 'cure' | 'lapse' | 'clean_orders';
  readonly ref: string | null;
  /** When an event lapses. */
  readonly on: string | null;
  readonly clean_orders: number | null;
  /** Points that come back; 0 while the part stays at its cap. */
  readonly gained_points: number;
  readonly class_then: IntegrityClass | null;
}

export interface Outlook {
  /** By part, in the order of the sheet. */
  readonly ways: readonly Way[];
  /**
   * The first day on which time alone gives a better class, if nothing new is added and the shares
   * stay as they are; null for none, or where the class cannot be told.
   */
  readonly rises_on: string | null;
}

export function waysToImprove(
  facts: OperatorFacts,
  parts: readonly IntegrityPart[] = integrityParts,
): Outlook {
  const sheet = integritySheet(facts, parts);
  const ways = sheet.parts.flatMap((one, at) => [
    ...itemWays(facts, sheet, one, at),
    ...shareWays(facts, sheet, one, at),
  ]);
  return { ways, rises_on: risesOn(facts, sheet, parts) };
}

function itemWays(facts: OperatorFacts, sheet: IntegritySheet, one: PartPoints, at: number): Way[] {
  return one.items.map((item, index) => {
    const items = one.items.filter((_, i) => i !== index);
    const sum = items.reduce((total, { points }) => total + points, 0);
    const then = { ...one, items, points: Math.min(one.part.cap_points, sum) };
    return {
      part: one.part.name,
      kind: item.lapses_on === null ? 'cure' : 'lapse',
      ref: item.ref,
      on: item.lapses_on,
      clean_orders: null,
      ...changed(facts, sheet, then, at),
    };
  });
}

function shareWays(
  facts: OperatorFacts,
  sheet: IntegritySheet,
  { part, share }: PartPoints,
  at: number,
): Way[] {
  if (part.kind !== 'share' || share === null || share.steps === 0) return [];
  const judged = (more: number): PartPoints =>
    sharePoints(part, { ...share, out_of: share.out_of + more });
  const fewer = (more: number): boolean => (judged(more).share?.steps ?? 0) < share.steps;
  if (!fewer(clean_orders_max)) return [];
  let [low, high] = [0, clean_orders_max];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fewer(middle)) high = middle;
    else low = middle;
  }
  const change = changed(facts, sheet, judged(high), at);
  const kind = 'clean_orders' as const;
  return [{ part: part.name, kind, ref: null, on: null, clean_orders: high, ...change }];
}

function changed(
  facts: OperatorFacts,
  sheet: IntegritySheet,
  then: PartPoints,
  at: number,
): Pick<Way, 'gained_points' | 'class_then'> {
  const after = sheetOf(facts, sheet.parts.with(at, then));
  return {
    gained_points: (sheet.parts[at]?.points ?? 0) - (then.points ?? 0),
    class_then: after.class,
  };
}

function risesOn(
  facts: OperatorFacts,
  sheet: IntegritySheet,
  parts: readonly IntegrityPart[],
): string | null {
  if (sheet.class === null) return null;
  const days = sheet.parts
    .flatMap(({ items }) => items.flatMap(({ halves_on, lapses_on }) => [halves_on, lapses_on]))
    .filter((day): day is string => day !== null && day > facts.as_of)
    .toSorted(compareText);
  const better = (day: string): boolean => {
    const then = integritySheet({ ...facts, as_of: day }, parts);
    return classOf(then.points_min) < sheet.class!;
  };
  return days.find(better) ?? null;
}

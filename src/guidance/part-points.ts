import { addMonths } from '../model/days.ts';
import { share_orders_min, shareSteps } from './integrity-parts.ts';
import type { EventPart, IntegrityPart, OpenPart, SharePart } from './integrity-parts.ts';
import type { OperatorFacts, ShareFact } from './operator-facts.ts';
import { wilson } from './wilson.ts';

/** One thing counted, with what it costs before the cap. */
export interface CountedItem {
  readonly ref: string;
  readonly points: number;
  /** Null for what has no day or does not lapse. */
  readonly on: string | null;
  readonly halves_on: string | null;
  readonly lapses_on: string | null;
}

/** A share with the bounds it was judged by and the steps it reached. */
export interface JudgedShare extends ShareFact {
  readonly low: number;
  readonly others_high: number;
  readonly steps: number;
}

/** What one part costs an operator, with all that makes it up. */
export interface PartPoints {
  readonly part: IntegrityPart;
  readonly items: readonly CountedItem[];
  readonly share: JudgedShare | null;
  /** Points taken off, after the cap; null: cannot tell. */
  readonly points: number | null;
  /** What is wanting: 'facts', or so many more orders. */
  readonly needs: { readonly what: 'facts' | 'orders'; readonly count: number } | null;
}

export function partPoints(part: IntegrityPart, facts: OperatorFacts): PartPoints {
  switch (part.kind) {
    case 'events':
      return eventPoints(part, facts);
    case 'open':
      return openPoints(part, facts);
    case 'share':
      return sharePoints(part, facts.shares[part.name] ?? null);
  }
}

function eventPoints(part: EventPart, { events, as_of }: OperatorFacts): PartPoints {
  const known = events[part.name];
  if (!known) return unknown(part);
  const items = known
    .filter(({ on }) => on <= as_of)
    .map(({ on, ref }): CountedItem => {
      const halves_on = addMonths(on, part.window_months / 2);
      const lapses_on = addMonths(on, part.window_months);
      const points = as_of < halves_on ? part.weight_points : part.weight_points / 2;
      return { ref, points, on, halves_on, lapses_on };
    })
    .filter(({ lapses_on }) => lapses_on !== null && as_of < lapses_on);
  return counted(part, items);
}

function openPoints(part: OpenPart, { open }: OperatorFacts): PartPoints {
  const known = open[part.name];
  if (!known) return unknown(part);
  const none = { on: null, halves_on: null, lapses_on: null };
  const items = known.map((ref) => ({ ref, points: part.weight_points, ...none }));
  return counted(part, items);
}

export function sharePoints(part: SharePart, fact: ShareFact | null): PartPoints {
  if (fact === null) return unknown(part);
  if (fact.out_of < share_orders_min) {
    const needs = { what: 'orders', count: share_orders_min - fact.out_of } as const;
    return { ...unknown(part), needs };
  }
  const { low } = wilson(fact.cases, fact.out_of);
  const { high } = wilson(fact.others_cases, fact.others_out_of);
  const steps = shareSteps.filter((times) => low > times * high).length;
  return {
    part,
    items: [],
    share: { ...fact, low, others_high: high, steps },
    points: Math.min(part.cap_points, steps * part.weight_points),
    needs: null,
  };
}

function counted(part: IntegrityPart, items: readonly CountedItem[]): PartPoints {
  const sum = items.reduce((total, { points }) => total + points, 0);
  return { part, items, share: null, points: Math.min(part.cap_points, sum), needs: null };
}

function unknown(part: IntegrityPart): PartPoints {
  return { part, items: [], share: null, points: null, needs: { what: 'facts', count: 0 } };
}

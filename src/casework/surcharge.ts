import { dayNumber } from '../model/days.ts';
import type { Clock } from './clock.ts';
import type { MatterState } from './state.ts';

/**
 * What a fine paid late costs more: 3 % of it for each day after the last, at most the fine itself
 * (Administrative Penalty Law of the PRC, art. 72). A part of a fen is not asked for: ours, in
 * favour of who pays.
 */
export function surchargeOf(fine_minor: number, days: number): number {
  const owed = (BigInt(fine_minor) * 3n * BigInt(days)) / 100n;
  return Number(owed < BigInt(fine_minor) ? owed : BigInt(fine_minor));
}

/** A fine that is paid late, or not yet though its last day is over. */
export interface LateFine {
  readonly fine_minor: number;
  readonly due_on: string;
  /** The day it was paid; null where it is not, and days are counted to today. */
  readonly paid_on: string | null;
  /** Days that count. */
  readonly days: number;
  readonly surcharge_minor: number;
}

/** Time in which the surcharge does not grow (art. 73). */
const standing_still = new Set(['reconsideration', 'lawsuit']);

/**
 * The late fine of a case by its clocks as a reader is shown them: null where it has none, where
 * it is paid in time, or where no text sets a last day. Only the law of the PRC has a term for
 * `payment` so far, and the surcharge is that law's.
 */
export function lateFine(
  { kept, spans }: Pick<MatterState, 'kept' | 'spans'>,
  clocks: readonly Pick<Clock, 'clock' | 'due_on' | 'done_on'>[],
  today: string,
): LateFine | null {
  const { fine_minor } = kept;
  const payment = clocks.findLast(({ clock }) => clock === 'payment');
  if (typeof fine_minor !== 'number' || !payment || payment.due_on === null) return null;
  const { due_on, done_on: paid_on } = payment;
  const [first, last] = [dayNumber(due_on) + 1, dayNumber(paid_on ?? today)];
  let days = 0;
  for (let day = first; day <= last; day += 1) {
    const stands = spans.some(
      ({ name, from, to }) =>
        standing_still.has(name) && dayNumber(from) <= day && day <= dayNumber(to ?? today),
    );
    if (!stands) days += 1;
  }
  if (days === 0) return null;
  return { fine_minor, due_on, paid_on, days, surcharge_minor: surchargeOf(fine_minor, days) };
}

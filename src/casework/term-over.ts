import type { Issue } from '../model/issue.ts';
import type { ProposedStep } from '../model/matter.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { refusal } from './outcome.ts';
import { textAt } from './put-down.ts';
import type { Need } from './rules.ts';

type TermOver = Extract<Need, { is: 'term_over' }>;

/**
 * Whether the terms a step waits for are over on its day. A last day that cannot be told is not
 * over: nobody's right ends by a guess.
 */
export function termOver(
  { clocks: names, day }: TermOver,
  { type: step, on, data }: ProposedStep,
  { clocks }: Context,
): Issue | null {
  const item = textAt(data, 'item');
  const running = clocks.filter(
    (one) =>
      names.includes(one.clock) &&
      one.done_on === null &&
      one.state !== 'no_term' &&
      (one.item === null || one.item === item),
  );
  const last = lastDay(running);
  if (last === null) return refusal('casework.term_unknown', { step, clock: names.join(', ') });
  if (last >= on) return refusal('casework.term_runs', { step, clock: names.join(', '), last });
  if (day !== undefined && data[day] !== last)
    return refusal('casework.not_last_day', { step, field: day, last });
  return null;
}

function lastDay(clocks: readonly Clock[]): string | null {
  let last: string | null = null;
  for (const { due_on } of clocks) {
    if (due_on === null) return null;
    if (last === null || due_on > last) last = due_on;
  }
  return last;
}

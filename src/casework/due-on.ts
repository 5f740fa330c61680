import type { Clock } from './clock.ts';
import { clocksOf } from './clocks-of.ts';
import type { Law } from './law.ts';
import type { MatterState } from './state.ts';

/**
 * The clocks that whoever handles a matter must watch: acts still due that the law puts on the
 * owner, or that a step of the owner set a day for. What others may do in their own time (state
 * their case, challenge a decision) and records that are only kept are not among them.
 */
export function watchedClocks(
  { parties }: Pick<MatterState, 'parties'>,
  clocks: readonly Clock[],
  { deadlines }: Law,
): Clock[] {
  const owner = parties.find(({ face }) => face === 'owner')?.party ?? 'regulator';
  return clocks.filter(({ kind, state, deadline_id }) => {
    const runs = state === 'running' || state === 'due_soon' || state === 'overdue';
    if (!runs || kind === 'keep_until') return false;
    if (deadline_id === null) return true;
    const deadline = deadlines.find(({ id }) => id === deadline_id);
    return deadline?.duty_bearer.includes(owner) ?? false;
  });
}

/** The nearest last day among them on a day; null where none runs. */
export function dueOn(state: MatterState, law: Law, today: string): string | null {
  const clocks = clocksOf(state, law.deadlines, law.calendar, today);
  let first: string | null = null;
  for (const { due_on } of watchedClocks(state, clocks, law)) {
    if (due_on !== null && (first === null || due_on < first)) first = due_on;
  }
  return first;
}

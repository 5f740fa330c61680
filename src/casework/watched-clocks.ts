import type { Clock } from './clock.ts';
import type { Law } from './law.ts';
import type { MatterState } from './state.ts';

/** Whether an act is still due by a clock, be its last day known or not. */
export function isWaiting({ kind, state, done_on }: Clock): boolean {
  if (kind === 'keep_until' || done_on !== null) return false;
  return state !== 'no_term';
}

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
  return clocks.filter((clock) => {
    if (!isWaiting(clock)) return false;
    if (clock.deadline_id === null) return true;
    const deadline = deadlines.find(({ id }) => id === clock.deadline_id);
    return deadline?.duty_bearer.includes(owner) ?? false;
  });
}

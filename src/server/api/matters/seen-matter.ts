import { fold } from '../../../casework/fold.ts';
import { shownMatter } from '../../../casework/shown/shown-matter.ts';
import type { ShownMatter } from '../../../casework/shown/shown-matter.ts';
import type { MatterState } from '../../../casework/state.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { MatterEvent } from '../../../model/matter.ts';
import { readEvents } from '../../../store/matters/read-events.ts';
import type { StoreTx } from '../../../store/store.ts';

export interface SeenMatter {
  readonly events: readonly MatterEvent[];
  readonly state: MatterState;
  /** What of it the actor is shown. */
  readonly shown: ShownMatter;
}

/** A matter the actor sees; null where there is none, or none shown to its side yet. */
export async function findMatter(
  tx: StoreTx,
  actor: Actor,
  matter_id: string,
): Promise<SeenMatter | null> {
  const events = await readEvents(tx, matter_id);
  const state = fold(events);
  const shown = state && shownMatter(actor, state, events);
  return state && shown && { events, state, shown };
}

/** The same for a matter in the address of a request. */
export async function seenMatter(
  tx: StoreTx,
  actor: Actor,
  matter_id: string,
): Promise<SeenMatter> {
  const found = await findMatter(tx, actor, matter_id);
  if (found === null) throw new PolyprismError('http.not_found');
  return found;
}

/** The number a reader takes a step upon: of the last event shown to it. */
export function lastNumber({ events }: ShownMatter): number {
  return events.at(-1)?.number ?? 0;
}

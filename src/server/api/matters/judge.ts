import { clocksOf } from '../../../casework/clocks-of.ts';
import type { Context } from '../../../casework/context.ts';
import { decide } from '../../../casework/decide.ts';
import { fold } from '../../../casework/fold.ts';
import type { Law } from '../../../casework/law.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import { seatDues } from '../../../casework/shown/next-due.ts';
import type { MatterState } from '../../../casework/state.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { MatterEvent, MatterKind, ProposedStep } from '../../../model/matter.ts';
import { noteDues } from '../../../store/matters/note-dues.ts';
import { readEvents } from '../../../store/matters/read-events.ts';
import type { StoreTx } from '../../../store/store.ts';

/** The event a step becomes; throws why it may not be taken. */
export async function judge(
  tx: StoreTx,
  law: Law,
  kind: MatterKind,
  state: MatterState | null,
  step: ProposedStep,
): Promise<MatterEvent> {
  const context = await contextOf(tx, law, state, step.on);
  const decision = decide(matterRules[kind], state, step, context);
  if ('event' in decision) return decision.event;
  throw new PolyprismError(decision.refused.code, decision.refused.params);
}

/** What a step may hang on: clocks on its day, and the matter that was decided before. */
export async function contextOf(
  tx: StoreTx,
  { deadlines, calendar }: Law,
  state: MatterState | null,
  on: string,
): Promise<Context> {
  if (state === null) return { clocks: [], matters: new Map() };
  const matters = new Map<string, MatterState>();
  const other = state.kept['measure_id'];
  if (typeof other === 'string') {
    const found = fold(await readEvents(tx, other));
    if (found !== null) matters.set(other, found);
  }
  return { clocks: clocksOf(state, deadlines, calendar, on), matters };
}

/** Puts what is due next where lists find it, for every side. */
export async function noteDue(
  tx: StoreTx,
  law: Law,
  state: MatterState,
  events: readonly MatterEvent[],
  on: string,
): Promise<void> {
  await noteDues(tx, state.matter_id, seatDues(state, events, law, on));
}

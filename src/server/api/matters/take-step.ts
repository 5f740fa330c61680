import { matterRules } from '../../../casework/matter-kinds.ts';
import { shownMatter } from '../../../casework/shown/shown-matter.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject } from '../../../model/json.ts';
import { appendEvents } from '../../../store/matters/append-events.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { Server } from '../../server.ts';
import { withdrawWith } from '../../publications/publication-steps.ts';
import { assertCured } from './assert-cured.ts';
import { assertReferences } from './assert-references.ts';
import { judge, noteDue } from './judge.ts';
import { lawOf } from '../../law-of.ts';
import { momentOf } from '../../moment-of.ts';
import { findMatter, lastNumber, seenMatter } from './seen-matter.ts';
import type { SeenMatter } from './seen-matter.ts';

export interface StepAsked {
  readonly matter_id: string;
  /** Number of the last event the actor was shown. */
  readonly expected: number;
  readonly type: string;
  readonly reason: string | null;
  readonly data: JsonObject;
}

export type Taken = {
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly status: string | null;
};

/** Takes a step in a matter that nothing was shown to happen in since it was read. */
export async function takeStep(
  server: Server,
  tx: StoreTx,
  actor: Actor,
  asked: StepAsked,
): Promise<Taken> {
  const seen = await seenMatter(tx, actor, asked.matter_id);
  const found = lastNumber(seen.shown);
  if (found !== asked.expected) {
    const { matter_id, expected } = asked;
    throw new PolyprismError('store.conflict', { matter: matter_id, expected, found });
  }
  await assertReferences(tx, actor, seen.state, asked.type, asked.data);
  await assertCured(tx, actor, seen.state, asked.type, asked.data);
  const taken = await takeStepNow(server, tx, actor, seen, asked);
  await linkBack(server, tx, actor, asked);
  return taken;
}

/** Takes a step in a matter as it is now, whatever was read before. */
export async function takeStepNow(
  { laws, now }: Server,
  tx: StoreTx,
  actor: Actor,
  { state, events }: SeenMatter,
  { matter_id, type, reason, data }: Omit<StepAsked, 'expected'>,
): Promise<Taken> {
  const moment = await momentOf(tx, state.owner_tenant_id, now());
  const law = await lawOf(tx, laws, state.owner_tenant_id, state.opened_on);
  const step = { matter_id, type, ...moment, actor, reason, data };
  const event = await judge(tx, law, state.kind, state, step);
  const appended = await appendEvents(tx, matter_id, state.number, [event]);
  const after = [...events, event];
  await noteDue(tx, law, appended.state, after, moment.on);
  await withdrawWith(tx, appended.state, event.type, moment.on);
  const shown = shownMatter(actor, appended.state, after);
  const { number } = event;
  return { matter_id, number, type: event.type, status: shown?.status ?? null };
}

const backwards: Readonly<Record<string, string>> = {
  same_facts: 'same_facts',
  came_from: 'led_to',
  led_to: 'came_from',
  related: 'related',
};

/** Matters that name each other do so on both sides; of a link, where the other is ours as well. */
async function linkBack(
  server: Server,
  tx: StoreTx,
  actor: Actor,
  { matter_id, type, data }: StepAsked,
): Promise<void> {
  if (type !== 'link' && type !== 'merge' && type !== 'split') return;
  const other = await findMatter(tx, actor, String(data['matter_id']));
  if (other === null) return;
  const { faces } = other.shown;
  if (type === 'link' && !faces.includes('owner')) return;
  const { kind, status } = other.state;
  if (type === 'merge' && matterRules[kind].statuses[status]?.final) {
    throw new PolyprismError('matters.ended', { matter: other.state.matter_id });
  }
  const how = type === 'link' ? (backwards[String(data['how'])] ?? 'related') : 'came_from';
  await takeStepNow(server, tx, actor, other, {
    matter_id: other.state.matter_id,
    type: 'link',
    reason: null,
    data: { matter_id, how },
  });
}

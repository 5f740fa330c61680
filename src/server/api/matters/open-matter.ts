import type { Actor } from '../../../model/actor.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { MatterKind } from '../../../model/matter.ts';
import { appendEvents } from '../../../store/matters/append-events.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { lawOf } from '../../law-of.ts';
import { momentOf } from '../../moment-of.ts';
import type { Server } from '../../server.ts';
import { assertReferences } from './assert-references.ts';
import { judge, noteDue } from './judge.ts';
import type { Taken } from './take-step.ts';

interface Opening {
  readonly kind: MatterKind;
  readonly parties: readonly JsonObject[];
  readonly data: JsonObject;
  readonly reason: string | null;
}

/** The one way in which a matter is opened, whatever asks for it. */
export async function openMatter(
  { laws, now }: Server,
  tx: StoreTx,
  actor: Actor,
  { kind, parties, data: given, reason }: Opening,
): Promise<Taken> {
  const matter_id = newId(now());
  const owner = parties.find(({ face }) => face === 'owner')?.['tenant_id'];
  const moment = await momentOf(tx, String(owner), now());
  const law = await lawOf(tx, laws, String(owner), moment.on);
  const data = { ...given, kind, parties };
  await assertReferences(tx, actor, null, 'open', data);
  const step = { matter_id, type: 'open', ...moment, actor, reason, data };
  const event = await judge(tx, law, kind, null, step);
  const { state } = await appendEvents(tx, matter_id, 0, [event]);
  await noteDue(tx, law, state, [event], moment.on);
  return { matter_id, number: 1, type: 'open', status: state.status };
}

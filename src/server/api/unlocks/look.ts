import { decide } from '../../../casework/decide.ts';
import { fold } from '../../../casework/fold.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { appendEvents } from '../../../store/matters/append-events.ts';
import { readEvents } from '../../../store/matters/read-events.ts';
import { unlocksLook } from '../../contract/unlocks.ts';
import { readInspection } from '../../inspections/inspection-folder.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { lookBehind } from '../../unlocks/look-behind.ts';

/** The event stands, durable, before anything is read: a look that fails is on record too. */
const look = handle(unlocksLook)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { inspection_id, fields, reason } = asked.body;
  const pseudonym = await noteLook(server, actor, asked.params.matter_id, fields, reason);
  const place = { workspace: server.workspace, tenant_id: actor.tenant_id };
  await readInspection(place, inspection_id);
  const values = await lookBehind(server, place, inspection_id, { pseudonym, columns: fields });
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: { values } };
});

/** The pseudonym that the matter opens to this person now, once the look is on record. */
async function noteLook(
  server: Server,
  actor: Actor,
  matter_id: string,
  fields: string[],
  reason: string,
): Promise<string> {
  return await server.store.as(actor, async (tx) => {
    const state = fold(await readEvents(tx, matter_id));
    if (state?.kind !== 'unlock' || state.owner_tenant_id !== actor.tenant_id) {
      throw new PolyprismError('http.not_found');
    }
    const moment = await momentOf(tx, actor.tenant_id, server.now());
    const step = { matter_id, type: 'look', ...moment, actor, reason, data: { fields } };
    const decision = decide(matterRules.unlock, state, step);
    if ('refused' in decision) {
      throw new PolyprismError(decision.refused.code, decision.refused.params);
    }
    await appendEvents(tx, matter_id, state.number, [decision.event]);
    return String(state.kept['subject_digest']);
  });
}

export const unlockHandlings = [look];

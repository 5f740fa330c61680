import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { unlocksLook } from '../../contract/unlocks.ts';
import { readInspection } from '../../inspections/inspection-folder.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { findMatter } from '../matters/seen-matter.ts';
import { takeStepNow } from '../matters/take-step.ts';
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
    const seen = await findMatter(tx, actor, matter_id);
    const { kind, owner_tenant_id, kept } = seen?.state ?? {};
    if (seen === null || kind !== 'unlock' || owner_tenant_id !== actor.tenant_id) {
      throw new PolyprismError('http.not_found');
    }
    await takeStepNow(server, tx, actor, seen, {
      matter_id,
      type: 'look',
      reason,
      data: { fields },
    });
    return String(kept?.['subject_digest']);
  });
}

export const unlockHandlings = [look];

import { matterRules } from '../../../casework/matter-kinds.ts';
import type { Actor } from '../../../model/actor.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Face, MatterKind } from '../../../model/matter.ts';
import type { StoreTx } from '../../../store/store.ts';
import { mattersOpen } from '../../contract/matters.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { noTenant, partyOf } from './assert-references.ts';
import { asData } from './as-data.ts';
import { onceFor } from './once-for.ts';
import { openMatter } from './open-matter.ts';
import { takeStep } from './take-step.ts';

interface Side {
  readonly face: Face;
  readonly tenant_id: string;
  readonly user_id?: string | undefined;
}

const open = handle(mattersOpen)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { kind, face, reason = null, split_from } = asked.body;
  const body = await onceFor(server, actor, call, async (tx) => {
    const sides = [ownSide(actor, kind, face), ...asked.body.parties];
    const parties = await withParties(tx, actor, sides);
    const data = asData(asked.body.data);
    const opened = await openMatter(server, tx, actor, { kind, parties, data, reason });
    if (split_from === undefined) return opened;
    const split = { ...split_from, type: 'split', data: { matter_id: opened.matter_id } };
    await takeStep(server, tx, actor, split);
    // The link back to where it came from was the second event.
    return { ...opened, number: opened.number + 1 };
  });
  return { status: 201, headers: { etag: `"${body.number}"` }, body };
});

/** One's own side: the one named, else the owner's where the kind lets one own it. */
function ownSide(actor: Actor, kind: MatterKind, named: Face | undefined): Side {
  const { faces } = matterRules[kind];
  const { party, tenant_id, user_id } = actor;
  const face = named ?? (faces.owner?.includes(party) ? 'owner' : 'applicant');
  return { face, tenant_id, ...(party === 'consumer' && { user_id }) };
}

/** Sides with the party each tenant is; nobody is named as what he is not. */
async function withParties(
  tx: StoreTx,
  actor: Actor,
  sides: readonly Side[],
): Promise<JsonObject[]> {
  const known: JsonObject[] = [];
  for (const { face, tenant_id, user_id = null } of sides) {
    const party = await partyOf(tx, tenant_id);
    if (party === null) throw noTenant(tenant_id);
    // A consumer speaks for himself; for others an office does.
    const other = party === 'consumer' && user_id !== actor.user_id;
    if (other && actor.party === 'consumer') throw noTenant(tenant_id);
    known.push({ face, party, tenant_id, user_id });
  }
  return known;
}

export const openingMatters = [open];

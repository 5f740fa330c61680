import { matterRules } from '../../../casework/matter-kinds.ts';
import type { Actor } from '../../../model/actor.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Face, MatterKind } from '../../../model/matter.ts';
import { appendEvents } from '../../../store/matters/append-events.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { mattersOpen } from '../../contract/matters.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { assertReferences, noTenant, partyOf } from './assert-references.ts';
import { asData } from './as-data.ts';
import { judge, noteDue } from './judge.ts';
import { momentOf } from '../../moment-of.ts';
import { onceFor } from './once-for.ts';
import { takeStep } from './take-step.ts';
import type { Taken } from './take-step.ts';

interface Side {
  readonly face: Face;
  readonly tenant_id: string;
  readonly user_id?: string | undefined;
}

export interface Opening {
  readonly kind: MatterKind;
  readonly parties: readonly JsonObject[];
  readonly data: JsonObject;
  readonly reason: string | null;
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

/** Opens a matter with these parties, as far as casework lets the actor. */
export async function openMatter(
  { law, now }: Server,
  tx: StoreTx,
  actor: Actor,
  { kind, parties, data: given, reason }: Opening,
): Promise<Taken> {
  const matter_id = newId(now());
  const owner = parties.find(({ face }) => face === 'owner')?.['tenant_id'];
  const moment = await momentOf(tx, String(owner), now());
  const data = { ...given, kind, parties };
  await assertReferences(tx, actor, null, 'open', data);
  const step = { matter_id, type: 'open', ...moment, actor, reason, data };
  const event = await judge(tx, law, kind, null, step);
  const { state } = await appendEvents(tx, matter_id, 0, [event]);
  await noteDue(tx, law, state, [event], moment.on);
  return { matter_id, number: 1, type: 'open', status: state.status };
}

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

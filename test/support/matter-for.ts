import type { Party } from '../../src/model/actor.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * A matter that the given tenant sees, or one consumer: its own where its party owns matters, else
 * one in which it is a party from the first event. Tenants are named `<party>-<which>`.
 */
export async function matterFor(
  store: Store,
  matter_id: string,
  tenant_id: string,
  user_id: string,
  at: string,
): Promise<string> {
  const named = tenant_id === 'public' ? 'consumer' : tenant_id.split('-')[0];
  const party: Party = partyNamed(named);
  const [kind, data] = kinds[party];
  const which = tenant_id.split('-')[1] ?? 'own';
  const owns = party !== 'operator' && party !== 'consumer';
  const owner = owns ? tenant_id : `regulator-${which}`;
  const ownerParty = owns ? party : 'regulator';
  const side = (face: string, one: Party, tenant: string, user: string | null): JsonObject => ({
    face,
    party: one,
    tenant_id: tenant,
    user_id: user,
  });
  const parties = [
    side('owner', ownerParty, owner, null),
    ...(party === 'operator' ? [side('subject', party, tenant_id, null)] : []),
    ...(party === 'consumer' ? [side('applicant', party, tenant_id, user_id)] : []),
  ];
  const actor = {
    kind: 'person',
    party: ownerParty,
    tenant_id: owner,
    user_id: 'opener',
    roles: ['handler'],
  } as const;
  const event = { matter_id, number: 1, type: 'open', at, on: at.slice(0, 10), actor };
  const more = { reason: null, data: { kind, title: 'a', ...data, parties }, proposal: null };
  await store.as(
    actor,
    async (tx) => await appendEvents(tx, matter_id, 0, [{ ...event, ...more }]),
  );
  return matter_id;
}

const facts = { facts: 'a', request: 'a' };
const kinds: Readonly<Record<Party, readonly [string, JsonObject]>> = {
  regulator: ['complaint', facts],
  association: ['notice', { facts: 'a' }],
  platform: ['measure', { facts: 'a' }],
  operator: ['recall', { product: 'a', lots: ['a'], defect: 'a' }],
  consumer: ['complaint', facts],
};

function partyNamed(name: string | undefined): Party {
  switch (name) {
    case 'association':
    case 'platform':
    case 'operator':
    case 'consumer':
      return name;
    default:
      return 'regulator';
  }
}

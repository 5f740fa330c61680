import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject } from '../../../model/json.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { digestOf, newSecret } from '../../auth/secret.ts';
import { sealContact } from '../../complaints/contact.ts';
import { consumerOf, status_link_years } from '../../complaints/status-link.ts';
import { publicComplain, publicOffices } from '../../contract/complaints.ts';
import { openMatter } from '../matters/open-matter.ts';
import { handle } from '../../server.ts';

/** Names alone: that they are there is no secret. */
const offices = handle(publicOffices)(async ({ server }) => {
  const rows = await server.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('tenant')
      .select(['id', 'name', 'party'])
      .where('party', 'in', ['regulator', 'platform'])
      .where('closed_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute(),
  );
  const of = (wanted: string) =>
    rows.filter(({ party }) => party === wanted).map(({ id, name }) => ({ id, name }));
  return { status: 200, body: { offices: of('regulator'), platforms: of('platform') } };
});

/**
 * A complaint is a matter of the office it is addressed to, with a consumer nobody knows as the
 * applicant: who it is stands nowhere but sealed beside the link.
 */
const complain = handle(publicComplain)(async ({ server, asked }) => {
  const { office_id, platform_id, title, facts, request, contact, language } = asked.body;
  const now = server.now();
  const user_id = newId(now);
  const actor = consumerOf(user_id);
  await server.store.as(systemActor, async (tx) => {
    await assertParty(tx, office_id, 'regulator');
    if (platform_id !== undefined) await assertParty(tx, platform_id, 'platform');
    const user = { id: user_id, name: nameless[language], language };
    await tx.db
      .insertInto('app_user')
      .values({ ...user, created_at: now.toISOString() })
      .execute();
  });
  const side = (face: string, party: string, tenant_id: string): JsonObject => {
    return { face, party, tenant_id, user_id: party === 'consumer' ? user_id : null };
  };
  const parties = [
    side('owner', 'regulator', office_id),
    side('applicant', 'consumer', 'public'),
    ...(platform_id === undefined ? [] : [side('subject', 'platform', platform_id)]),
  ];
  const data = { title, facts, request };
  const { matter_id } = await server.store.as(
    actor,
    async (tx) =>
      await openMatter(server, tx, actor, { kind: 'complaint', parties, data, reason: null }),
  );
  const secret = newSecret();
  const expires_at = yearsLater(now, status_link_years).toISOString();
  const sealed = sealContact(server.sealing_key, matter_id, contact);
  const link = { digest: digestOf(secret), matter_id, user_id, contact: sealed, expires_at };
  await server.store.as(systemActor, async ({ db }) =>
    db
      .insertInto('status_link')
      .values({ ...link, created_at: now.toISOString() })
      .execute(),
  );
  const status_path = `/console/public/status#${secret}`;
  const headers = { 'cache-control': 'no-store' };
  return {
    status: 201,
    headers,
    body: { matter_id, status_secret: secret, status_path, expires_at },
  };
});

/** What stands where a user has a name. */
const nameless = { zh: '投诉人', en: 'complainant' } as const;

async function assertParty(
  { db }: StoreTx,
  tenant_id: string,
  party: 'regulator' | 'platform',
): Promise<void> {
  const found = await db
    .selectFrom('tenant')
    .select('id')
    .where('id', '=', tenant_id)
    .where('party', '=', party)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw new PolyprismError('matters.no_tenant', { tenant: tenant_id });
}

function yearsLater(now: Date, years: number): Date {
  const later = new Date(now);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

export const complainingHandlings = [offices, complain];

import type { Client } from '../../server/client.ts';
import type { DemoFace } from '../../server/config.ts';
import { affiliationsCreate, affiliationsUpdate } from '../../server/contract/affiliations.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import type { Language } from '../language.ts';
import { demo_time_zone } from './china-day.ts';
import { done } from './done.ts';
import {
  operatorAccount,
  partyOf,
  people,
  publicTenant,
  tenantId,
  tenants,
  userId,
} from './world.ts';
import type { PersonKey, TenantKey } from './world.ts';

/** Whom a visitor may be. */
export function demoFaces(language: Language): readonly DemoFace[] {
  return (Object.keys(people) as PersonKey[]).map((key) => {
    const { tenant, party, roles, name } = people[key];
    const consumer = { en: 'Consumer', zh: '消费者' };
    return {
      user_id: userId(key),
      name: name[language],
      party,
      tenant_id: tenantId(tenant),
      tenant: (tenant === publicTenant ? consumer : tenants[tenant])[language],
      roles,
    };
  });
}

/** Puts offices, firms and people into the store. */
export async function addWorld(store: Store, language: Language, now: Date): Promise<void> {
  const at = now.toISOString();
  await store.as(systemActor, async ({ db }) => {
    for (const key of Object.keys(tenants) as TenantKey[]) {
      const name = tenants[key][language];
      const zone = { time_zone: demo_time_zone, jurisdiction: 'cn', opened_at: at };
      const row = { id: tenantId(key), party: partyOf(key), name, ...zone };
      await db.insertInto('tenant').values(row).execute();
    }
    for (const { user_id, name, tenant_id, roles } of demoFaces(language)) {
      const login = `${user_id}@demo.invalid`;
      const user = { id: user_id, login, name, language, created_at: at };
      await db.insertInto('app_user').values(user).execute();
      const rows = roles.map((role) => ({ user_id, tenant_id, role }));
      if (rows.length > 0) await db.insertInto('membership').values(rows).execute();
    }
  });
}

/** Who supervises whom, and whose account is whose: proposed by one, confirmed by the other. */
export async function affiliate(as: (who: PersonKey) => Promise<Client>): Promise<void> {
  const agreed = [
    ['li', 'jurisdiction', 'platform', 'wu', undefined],
    ['zhao', 'member', 'platform', 'wu', undefined],
    ['li', 'jurisdiction', 'fair', 'zhou', undefined],
    ['zhao', 'member', 'fair', 'zhou', undefined],
    ['qian', 'claim', 'fair', 'zhou', operatorAccount],
  ] as const;
  for (const [by, kind, other, confirms, account] of agreed) {
    const body = { kind, tenant_id: tenantId(other), ...(account !== undefined && { account }) };
    const { id } = done(await (await as(by))(affiliationsCreate, { body }));
    const given = { params: { affiliation_id: id }, body: { status: 'confirmed' as const } };
    done(await (await as(confirms))(affiliationsUpdate, given));
  }
}

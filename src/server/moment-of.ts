import type { StoreTx } from '../store/store.ts';
import { legalDay } from '../model/legal-day.ts';

/** A moment, and the legal day it falls on where a matter is handled. */
export interface Moment {
  readonly at: string;
  readonly on: string;
}

/** Now, in the zone of a tenant. */
export async function momentOf({ db }: StoreTx, tenant_id: string, now: Date): Promise<Moment> {
  const tenant = await db
    .selectFrom('tenant')
    .select('time_zone')
    .where('id', '=', tenant_id)
    .executeTakeFirst();
  return { at: now.toISOString(), on: legalDay(tenant?.time_zone ?? 'UTC', now) };
}

import { sql } from 'kysely';
import type { StoreTx } from '../../../store/store.ts';

interface Held {
  readonly jurisdiction: string;
  readonly licence_number: string | null;
  readonly licence_url: string | null;
}

/** Tenants with what holds today where each of them is. */
export function tenantsNow({ db }: StoreTx, now: Date) {
  const today = sql`(${now.toISOString()}::timestamptz AT TIME ZONE tenant.time_zone)::date`;
  const held = sql<Held>`tenant_on(tenant.id, ${today})`.as<'held'>('held');
  return db
    .selectFrom('tenant')
    .innerJoinLateral(held, (join) => join.onTrue())
    .select([
      'id',
      'party',
      'tenant.name',
      'time_zone',
      'held.jurisdiction',
      'credit_code',
      'held.licence_number',
      'held.licence_url',
      'opened_at',
      'closed_at',
    ]);
}

import { sql } from 'kysely';
import type { StoreTx } from '../store.ts';

/** Does a regulator supervise a platform today, by the regulator's own calendar? */
export async function supervises(
  { db }: StoreTx,
  regulator_id: string,
  platform_id: string,
): Promise<boolean> {
  const today = sql<string>`(now() AT TIME ZONE tenant.time_zone)::date`;
  const row = await db
    .selectFrom('jurisdiction')
    .innerJoin('tenant', 'tenant.id', 'jurisdiction.regulator_id')
    .select('platform_id')
    .where('regulator_id', '=', regulator_id)
    .where('platform_id', '=', platform_id)
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .executeTakeFirst();
  return row !== undefined;
}

import { sql } from 'kysely';
import type { StoreTx } from '../../store/store.ts';

/** One inspection among those of its tenant about the same platform. */
export interface InSeries {
  readonly id: string;
  readonly tenant_id: string;
  /** About which platform it is, where that is not the tenant itself. */
  readonly platform_id: string | null;
  readonly as_of: string;
  readonly at: string;
}

/** The one it is held against: the last kept before it that judges no later day. */
export async function inspectionBefore(
  { db }: StoreTx,
  { id, tenant_id, platform_id, as_of, at }: InSeries,
): Promise<string | null> {
  const found = await db
    .selectFrom('inspection')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where(sql<boolean>`platform_id IS NOT DISTINCT FROM ${platform_id}`)
    .where('as_of', '<=', as_of)
    .where((eb) => eb.or([eb('at', '<', at), eb('at', '=', at).and('id', '<', id)]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

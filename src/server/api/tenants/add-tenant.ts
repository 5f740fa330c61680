import type { Party } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';

/** A new tenant; its zone is one this machine knows, as legal days depend on it. */
export async function addTenant(
  { db }: StoreTx,
  tenant: { readonly name: string; readonly party: Party; readonly time_zone: string },
  now: Date,
): Promise<string> {
  const { name, party, time_zone } = tenant;
  try {
    Intl.DateTimeFormat('en', { timeZone: time_zone });
  } catch {
    throw new PolyprismError('auth.time_zone_unknown', { zone: time_zone });
  }
  const id = newId(now);
  const row = { id, name, party, time_zone, opened_at: now.toISOString() };
  await db.insertInto('tenant').values(row).execute();
  return id;
}

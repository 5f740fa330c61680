import type { Laws } from '../../../casework/law.ts';
import type { Party } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';

interface NewTenant {
  readonly name: string;
  readonly party: Party;
  readonly time_zone: string;
  readonly jurisdiction: string;
  readonly credit_code?: string | null;
  readonly licence_number?: string | null;
  readonly licence_url?: string | null;
}

/** A new tenant; its zone and law are known here, as legal days and last days depend on them. */
export async function addTenant(
  { db }: StoreTx,
  laws: Laws,
  tenant: NewTenant,
  now: Date,
): Promise<string> {
  const { time_zone, jurisdiction } = tenant;
  assertKnownLaw(laws, jurisdiction);
  try {
    Intl.DateTimeFormat('en', { timeZone: time_zone });
  } catch {
    throw new PolyprismError('auth.time_zone_unknown', { zone: time_zone });
  }
  const { credit_code = null } = tenant;
  const same = db.selectFrom('tenant').select('id').where('credit_code', '=', credit_code);
  if (credit_code !== null && (await same.executeTakeFirst()) !== undefined)
    throw new PolyprismError('auth.credit_code_taken', { credit_code });
  const id = newId(now);
  const row = { ...tenant, id, opened_at: now.toISOString() };
  await db.insertInto('tenant').values(row).execute();
  return id;
}

/** Refuses a jurisdiction whose law nobody brought. */
export function assertKnownLaw(laws: Laws, jurisdiction: string): void {
  if (laws.has(jurisdiction)) return;
  const known = [...laws.keys()].join(', ');
  throw new PolyprismError('auth.jurisdiction_unknown', { jurisdiction, known });
}

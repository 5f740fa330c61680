import { sql } from 'kysely';
import { noLaw } from '../casework/law.ts';
import type { Law, Laws } from '../casework/law.ts';
import type { StoreTx } from '../store/store.ts';

/** The law a tenant goes by on a day: of a matter, that of the day it was opened. */
export async function lawOf(tx: StoreTx, laws: Laws, tenant_id: string, on: string): Promise<Law> {
  return laws.get(await jurisdictionOf(tx, tenant_id, on)) ?? noLaw;
}

/** The name of the pack of law of a tenant on a day; empty where there is no such tenant. */
export async function jurisdictionOf(
  { db }: StoreTx,
  tenant_id: string,
  on: string,
): Promise<string> {
  const held = sql<{ jurisdiction: string }>`SELECT jurisdiction
    FROM tenant_on(${tenant_id}, ${on}::date)`;
  return (await held.execute(db)).rows[0]?.jurisdiction ?? '';
}

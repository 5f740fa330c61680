import { noLaw } from '../casework/law.ts';
import type { Law, Laws } from '../casework/law.ts';
import type { StoreTx } from '../store/store.ts';

/** The law that the matters of a tenant go by. */
export async function lawOf(tx: StoreTx, laws: Laws, tenant_id: string): Promise<Law> {
  return laws.get(await jurisdictionOf(tx, tenant_id)) ?? noLaw;
}

/** The name of the pack of law of a tenant; empty where there is no such tenant. */
export async function jurisdictionOf({ db }: StoreTx, tenant_id: string): Promise<string> {
  const tenant = await db
    .selectFrom('tenant')
    .select('jurisdiction')
    .where('id', '=', tenant_id)
    .executeTakeFirst();
  return tenant?.jurisdiction ?? '';
}

import { noLaw } from '../casework/law.ts';
import type { Law, Laws } from '../casework/law.ts';
import type { StoreTx } from '../store/store.ts';

/** The law that the matters of a tenant go by. */
export async function lawOf({ db }: StoreTx, laws: Laws, tenant_id: string): Promise<Law> {
  const tenant = await db
    .selectFrom('tenant')
    .select('jurisdiction')
    .where('id', '=', tenant_id)
    .executeTakeFirst();
  return laws.get(tenant?.jurisdiction ?? '') ?? noLaw;
}

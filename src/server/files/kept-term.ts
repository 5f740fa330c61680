import { z } from 'zod';
import { limits } from '../../model/limits.ts';
import type { StoreTx } from '../../store/store.ts';

/** Name of the setting of a tenant that says how long what it sends is kept. */
export const keptTermSetting = 'kept_files';

const kept = z.object({ months: z.int().min(1).max(limits.kept_months_max) });

/** Three years where a tenant has set nothing: no pack has a term for copies of data. Ours. */
const usual_months = 36;

/** Months from the day it comes that a raw file of a tenant is kept. */
export async function keptMonths({ db }: StoreTx, tenant_id: string): Promise<number> {
  const row = await db
    .selectFrom('tenant_setting')
    .select('value')
    .where('tenant_id', '=', tenant_id)
    .where('name', '=', keptTermSetting)
    .executeTakeFirst();
  return kept.safeParse(row?.value).data?.months ?? usual_months;
}

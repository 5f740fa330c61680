import { roles } from '../../model/actor.ts';
import type { Role } from '../../model/actor.ts';
import type { StoreTx } from '../../store/store.ts';

/** A user's roles in a tenant, in their fixed order. */
export async function rolesIn(
  { db }: StoreTx,
  user_id: string,
  tenant_id: string,
): Promise<Role[]> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('user_id', '=', user_id)
    .where('tenant_id', '=', tenant_id)
    .execute();
  return roles.filter((role) => rows.some((row) => row.role === role));
}

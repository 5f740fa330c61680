import type { z } from '@hono/zod-openapi';
import { PolyprismError } from '../../../model/issue.ts';
import { roles } from '../../../model/actor.ts';
import type { me } from '../../contract/session.ts';
import type { StoreTx } from '../../../store/store.ts';

type Me = z.input<typeof me>;

/** Who is behind a session, and where else that user may go. Read by the program itself. */
export async function meOf(
  { db }: StoreTx,
  user_id: string,
  tenant_id: string,
  session: { readonly expires_at: string | null; readonly second_factor: boolean },
): Promise<Me> {
  const user = await db
    .selectFrom('app_user')
    .select(['name', 'language'])
    .where('id', '=', user_id)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('membership')
    .innerJoin('tenant', 'tenant.id', 'membership.tenant_id')
    .select(['tenant_id', 'tenant.name', 'party', 'role'])
    .where('user_id', '=', user_id)
    .where('closed_at', 'is', null)
    .orderBy('tenant_id')
    .execute();
  const tenants = [...new Map(rows.map((row) => [row.tenant_id, row])).values()];
  const memberships = tenants.map(({ tenant_id, name, party }) => ({
    tenant_id,
    tenant: name,
    party,
    roles: roles.filter((role) =>
      rows.some((row) => row.tenant_id === tenant_id && row.role === role),
    ),
  }));
  const here = memberships.find((one) => one.tenant_id === tenant_id);
  if (here === undefined && tenant_id !== 'public') throw new PolyprismError('auth.no_tenant');
  return {
    user_id,
    ...user,
    tenant_id,
    party: here?.party ?? 'consumer',
    roles: here?.roles ?? [],
    ...session,
    memberships,
  };
}

import { roles } from '../../../model/actor.ts';
import type { Role } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';

export interface UserRow {
  readonly id: string;
  readonly login: string | null;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly created_at: string;
  readonly disabled_at: string | null;
  readonly roles: Role[];
}

/** Users with a role in a tenant, in the order of their ids, from behind `after`. */
export async function usersOf(
  { db }: StoreTx,
  tenant_id: string,
  which: { readonly after: string; readonly limit: number },
): Promise<UserRow[]> {
  const users = await db
    .selectFrom('app_user')
    .select(['id', 'login', 'name', 'language', 'created_at', 'disabled_at'])
    .where('id', '>', which.after)
    .where((where) =>
      where.exists(
        where
          .selectFrom('membership')
          .select('role')
          .whereRef('membership.user_id', '=', 'app_user.id')
          .where('tenant_id', '=', tenant_id),
      ),
    )
    .orderBy('id')
    .limit(which.limit)
    .execute();
  if (users.length === 0) return [];
  const given = await db
    .selectFrom('membership')
    .select(['user_id', 'role'])
    .where('tenant_id', '=', tenant_id)
    .where(
      'user_id',
      'in',
      users.map(({ id }) => id),
    )
    .execute();
  return users.map((user) => ({
    ...user,
    roles: roles.filter((role) =>
      given.some((row) => row.user_id === user.id && row.role === role),
    ),
  }));
}

/** One of them; a user of another tenant is not there. */
export async function userOf(tx: StoreTx, tenant_id: string, user_id: string): Promise<UserRow> {
  const { db } = tx;
  const row = await db
    .selectFrom('app_user')
    .select(['id', 'login', 'name', 'language', 'created_at', 'disabled_at'])
    .where('id', '=', user_id)
    .executeTakeFirst();
  const given = await db
    .selectFrom('membership')
    .select('role')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .execute();
  if (row === undefined || given.length === 0) throw new PolyprismError('http.not_found');
  return { ...row, roles: roles.filter((role) => given.some((one) => one.role === role)) };
}

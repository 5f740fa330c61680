import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';

/** A new user; one login is one person over all tenants. */
export async function addUser(
  { db }: StoreTx,
  user: { readonly login: string; readonly name: string; readonly language: 'zh' | 'en' },
  now: Date,
): Promise<string> {
  const id = newId(now);
  const added = await db
    .insertInto('app_user')
    .values({ id, ...user, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new PolyprismError('auth.login_taken');
  return id;
}

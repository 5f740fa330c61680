import { PolyprismError } from '../../model/issue.ts';
import type { StoreTx } from '../../store/store.ts';
import { digestOf, newSecret } from './secret.ts';

/** How long a link works: a first start and an invitation wait for people, a consumer is there. */
const minutes = { setup: 24 * 60, invitation: 72 * 60, consumer: 15, oidc: 10 } as const;

export type Purpose = keyof typeof minutes;

interface For {
  readonly user_id: string | null;
  readonly tenant_id: string | null;
  readonly data?: unknown;
}

/** Makes a link's secret; those of the same purpose and user that went before work no longer. */
export async function issueLink(
  { db }: StoreTx,
  purpose: Purpose,
  { user_id, tenant_id, data = {} }: For,
  now: Date,
): Promise<{ readonly secret: string; readonly expires_at: string }> {
  const at = now.toISOString();
  if (purpose !== 'oidc') {
    await db
      .updateTable('link')
      .set({ used_at: at })
      .where('purpose', '=', purpose)
      .where('user_id', user_id === null ? 'is' : '=', user_id)
      .where('used_at', 'is', null)
      .execute();
  }
  const secret = newSecret();
  const expires_at = new Date(now.getTime() + minutes[purpose] * 60_000).toISOString();
  const row = { digest: digestOf(secret), purpose, user_id, tenant_id, created_at: at, expires_at };
  await db
    .insertInto('link')
    .values({ ...row, data: JSON.stringify(data) })
    .execute();
  return { secret, expires_at };
}

export interface UsedLink {
  readonly user_id: string | null;
  readonly tenant_id: string | null;
  readonly data: unknown;
}

/** Uses a link up; one statement, so that of two who come at once one is too late. */
export async function useLink(
  { db }: StoreTx,
  purpose: Purpose,
  secret: string,
  now: Date,
): Promise<UsedLink> {
  const used = await db
    .updateTable('link')
    .set({ used_at: now.toISOString() })
    .where('digest', '=', digestOf(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['user_id', 'tenant_id', 'data'])
    .executeTakeFirst();
  if (used === undefined) throw new PolyprismError('auth.link_unknown');
  return used;
}

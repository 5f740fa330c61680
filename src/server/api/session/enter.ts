import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { session_ms_max } from '../../auth/gate.ts';
import { openSession, sessionCookie } from '../../auth/open-session.ts';
import type { Server } from '../../server.ts';
import { meOf } from './me.ts';

export interface Entering {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly second_factor: boolean;
  readonly leaving: string | null;
  readonly confirmed_at?: string | null;
}

type Entered = { readonly status: 201; readonly headers: Record<string, string> } & {
  readonly body: Awaited<ReturnType<typeof meOf>>;
};

/** Opens a session and answers with its cookie. */
export async function enter(server: Server, entering: Entering, tx: StoreTx): Promise<Entered> {
  const now = server.now();
  const token = await openSession(tx, { ...entering, now });
  const { user_id, tenant_id, second_factor } = entering;
  const expires_at = new Date(now.getTime() + session_ms_max).toISOString();
  const body = await meOf(tx, user_id, tenant_id, { expires_at, second_factor });
  return { status: 201, headers: sessionCookie(server.config, token), body };
}

/** The tenant asked for, or the first; a user without any gets in nowhere. */
export async function tenantOf(
  server: Server,
  user_id: string,
  wanted: string | undefined,
): Promise<string> {
  const found = await server.store.as(systemActor, async ({ db }) => {
    const mine = db
      .selectFrom('membership')
      .innerJoin('tenant', 'tenant.id', 'membership.tenant_id')
      .select('tenant_id')
      .where('user_id', '=', user_id)
      .where('closed_at', 'is', null)
      .orderBy('tenant_id');
    return await (
      wanted === undefined ? mine : mine.where('tenant_id', '=', wanted)
    ).executeTakeFirst();
  });
  if (found === undefined) throw new PolyprismError('auth.no_tenant');
  return found.tenant_id;
}

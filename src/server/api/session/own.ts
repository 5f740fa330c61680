import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { endSession, sessionCookie } from '../../auth/open-session.ts';
import * as contract from '../../contract/session.ts';
import { handle } from '../../server.ts';
import type { Caller, Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { enter, tenantOf } from './enter.ts';
import { meOf } from './me.ts';

async function whoami(server: Server, { actor, by, by_id, second_factor }: Caller) {
  return await server.store.as(systemActor, async (tx) => {
    const session = tx.db.selectFrom('session').select('expires_at');
    const expires_at =
      by === 'key'
        ? null
        : ((await session.where('digest', '=', Buffer.from(by_id, 'hex')).executeTakeFirst())
            ?.expires_at ?? null);
    return await meOf(tx, actor.user_id, actor.tenant_id, { expires_at, second_factor });
  });
}

const read = handle(contract.sessionRead)(async (call) => ({
  status: 200,
  body: await whoami(call.server, signedIn(call)),
}));

const leave = handle(contract.sessionDelete)(async ({ server, request }) => {
  const token = request.session_token;
  if (token !== null) {
    await server.store.as(systemActor, async (tx) => await endSession(tx, token, server.now()));
  }
  // What a browser kept of this server goes too.
  const clear = { 'clear-site-data': '"cache", "storage"' };
  return { status: 204, headers: { ...sessionCookie(server.config, ''), ...clear } };
});

const elsewhere = handle(contract.sessionEnter)(async (call) => {
  const { server, asked, request } = call;
  const { actor, second_factor, confirmed_at = null } = signedIn(call);
  const { user_id } = actor;
  const tenant_id = await tenantOf(server, user_id, asked.body.tenant_id);
  const leaving = request.session_token;
  const entering = { user_id, tenant_id, second_factor, confirmed_at, leaving };
  const entered = await server.store.as(
    systemActor,
    async (tx) => await enter(server, entering, tx),
  );
  return { status: 200, headers: entered.headers, body: entered.body };
});

const list = handle(contract.sessionsList)(async (call) => {
  const { actor, by_id } = signedIn(call);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('session')
      .select(['digest', 'created_at', 'seen_at', 'expires_at'])
      .where('user_id', '=', actor.user_id)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', call.server.now().toISOString())
      .orderBy('created_at', 'desc')
      .orderBy('digest')
      .limit(200)
      .execute(),
  );
  const items = rows.map(({ digest, ...times }) => {
    const id = Buffer.from(digest).toString('hex');
    return { id, current: id === by_id, ...times };
  });
  return { status: 200, body: { items } };
});

const revoke = handle(contract.sessionsRevoke)(async (call) => {
  const { actor } = signedIn(call);
  const digest = Buffer.from(call.asked.params.session_id, 'hex');
  const gone = await call.server.store.as(actor, async ({ db }) =>
    db
      .updateTable('session')
      .set({ revoked_at: call.server.now().toISOString() })
      .where('digest', '=', digest)
      .where('user_id', '=', actor.user_id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  if (gone.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
  return { status: 204 };
});

/** One's own session and those one has elsewhere. */
export const ownSessions = [read, leave, elsewhere, list, revoke];

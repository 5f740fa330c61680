import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { checkPassword } from '../../auth/check-password.ts';
import { recordSignIn } from '../../auth/record-sign-in.ts';
import { useLink } from '../../auth/links.ts';
import { sessionCreate, sessionLink } from '../../contract/session.ts';
import { handle } from '../../server.ts';
import { enter, tenantOf } from './enter.ts';

const byPassword = handle(sessionCreate)(async ({ server, asked, request }) => {
  const { login, password, code, tenant_id: wanted } = asked.body;
  const { store, sealing_key } = server;
  const by = { who: { login }, way: 'password' } as const;
  const shown = await checkPassword(
    store,
    sealing_key,
    { login, password, code },
    server.now(),
  ).catch(async (error: unknown) => {
    if (error instanceof PolyprismError) {
      const { code } = error.issue;
      await recordSignIn(server, request, { ...by, second_factor: false, code });
    }
    throw error;
  });
  const tenant_id = await tenantOf(server, shown.user_id, wanted);
  const leaving = request.session_token;
  const { second_factor } = shown;
  await recordSignIn(server, request, { ...by, second_factor, code: null });
  return await store.as(
    systemActor,
    async (tx) => await enter(server, { ...shown, tenant_id, leaving }, tx),
  );
});

const byLink = handle(sessionLink)(async ({ server, asked, request }) => {
  const entered = await server.store.as(systemActor, async (tx) => {
    const { user_id } = await useLink(tx, 'consumer', asked.body.token, server.now());
    if (user_id === null) throw new PolyprismError('auth.link_unknown');
    const leaving = request.session_token;
    const entering = { user_id, tenant_id: 'public', second_factor: false, leaving };
    return await enter(server, entering, tx);
  });
  const who = { user_id: entered.body.user_id };
  await recordSignIn(server, request, { who, way: 'link', second_factor: false, code: null });
  return entered;
});

export const signingIn = [byPassword, byLink];

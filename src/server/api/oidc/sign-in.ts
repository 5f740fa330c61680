import { stateCookie } from './state-cookie.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { issueLink, useLink } from '../../auth/links.ts';
import { newFlow, oidcProvider } from '../../auth/oidc.ts';
import type { Flow } from '../../auth/oidc.ts';
import { recordSignIn } from '../../auth/record-sign-in.ts';
import { openSession, sessionCookie } from '../../auth/open-session.ts';
import { behindTls } from '../../config.ts';
import type { OidcConfig } from '../../config.ts';
import { oidcBegin, oidcFinish } from '../../contract/oidc.ts';
import { handle } from '../../server.ts';
import type { Call } from '../../server.ts';
import { tenantOf } from '../session/enter.ts';
import { refusedPath, returnPath } from './return-path.ts';

const begin = handle(oidcBegin)(async ({ server, asked }) => {
  const { oidc } = server.config;
  if (oidc === null) throw new PolyprismError('http.not_found');
  const flow = newFlow(returnPath(asked.query.to));
  const who = { user_id: null, tenant_id: null, data: flow };
  const { secret } = await server.store.as(
    systemActor,
    async (tx) => await issueLink(tx, 'oidc', who, server.now()),
  );
  const address = await oidcProvider(server.config, oidc).address(flow, secret);
  return { status: 303, headers: { location: address.href, ...stateCookie.set(server, secret) } };
});

const finish = handle(oidcFinish)(async (call) => {
  const { oidc } = call.server.config;
  if (oidc === null) throw new PolyprismError('http.not_found');
  let wanted: string | null = null;
  try {
    const flow = await begunFlow(call);
    wanted = flow.return_path;
    return await signedInBy(call, oidc, flow);
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    // Nobody reads JSON in a browser that was sent here: the sign-in page says it.
    const location = refusedPath(error.issue.code, wanted);
    return { status: 303, headers: { location } };
  }
});

type Finishing = Call<typeof oidcFinish>;

/** What `begin` left for this way back; it is used up. */
async function begunFlow({ server, asked, request }: Finishing): Promise<Flow> {
  const { state } = asked.query;
  // The browser that comes back must be the one that went: nobody is signed in as another.
  if (state === undefined || request.cookie(stateCookie.name(behindTls(server.config))) !== state) {
    throw new PolyprismError('auth.link_unknown');
  }
  const { data } = await server.store.as(
    systemActor,
    async (tx) => await useLink(tx, 'oidc', state, server.now()),
  );
  // Written by `begin` and by nobody else.
  return data as Flow;
}

/** Opens a session for the user whom the provider vouches for. */
async function signedInBy(
  { server, asked, request }: Finishing,
  oidc: OidcConfig,
  flow: Flow,
): Promise<{ readonly status: 303; readonly headers: Readonly<Record<string, string>> }> {
  const { subject, second_factor } = await oidcProvider(server.config, oidc)
    .cameBack(new URL(request.url), flow, asked.query.state ?? '')
    .catch(() => {
      throw new PolyprismError('auth.oidc_refused');
    });
  const user_id = await server.store.as(systemActor, async ({ db }) => {
    const found = await db
      .selectFrom('credential')
      .innerJoin('app_user', 'app_user.id', 'credential.user_id')
      .select('app_user.id')
      .where('issuer', '=', oidc.issuer)
      .where('subject', '=', subject)
      .where('revoked_at', 'is', null)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    return found?.id;
  });
  if (user_id === undefined) throw new PolyprismError('auth.oidc_unknown');
  const tenant_id = await tenantOf(server, user_id, undefined);
  const signed = { who: { user_id }, way: 'oidc', second_factor, code: null } as const;
  await recordSignIn(server, request, signed);
  const { session_token: leaving } = request;
  const opening = { user_id, tenant_id, second_factor, leaving, now: server.now() };
  const token = await server.store.as(systemActor, async (tx) => await openSession(tx, opening));
  return {
    status: 303,
    headers: { location: flow.return_path, ...sessionCookie(server.config, token) },
  };
}

export const oidcHandlings = [begin, finish];

import { parse } from 'hono/utils/cookie';
import { getQueryParam } from 'hono/utils/url';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { cookieName } from '../config.ts';
import type { Asked, RouteShape } from '../contract/route.ts';
import { permissions } from '../permissions.ts';
import type { Caller, Handling, Server } from '../server.ts';
import type { Arrived } from './arrived.ts';
import { refusalOf } from './authorise.ts';
import { checked } from './invalid-request.ts';
import { ownOrigin } from './own-hosts.ts';
import { partsOf, readJson } from './read-body.ts';
import { replyOf } from './reply-of.ts';
import type { Reply } from './reply.ts';
import { isSameOrigin } from './same-origin.ts';

/** What throws where somebody asks too fast. */
export interface Paces {
  readonly caller: (caller: Caller) => void;
  /** Whatever changes something without signing in tries a secret. */
  readonly secret: (address: string) => void;
}

/** A route before its handler: who asks, may they, is it as the contract says. */
export async function runRoute(
  server: Server,
  { route, run }: Handling,
  one: Arrived,
  params: Readonly<Record<string, string>>,
  paces: Paces,
): Promise<Reply> {
  const { caller, session_token } = await callerOf(one, server, route);
  const refusal = refusalOf(permissions[route.id], caller, server.config.second_factor);
  if (refusal !== null) {
    const { code } = refusal.issue;
    // Strangers could fill the record: of them the log has the route and the status.
    if (caller !== null) {
      await server.gate.refused({ route: route.id, code, caller, request_id: one.id });
    }
    throw refusal;
  }
  if (caller !== null) paces.caller(caller);
  if (permissions[route.id]?.who === 'anyone' && route.method !== 'get') {
    paces.secret(one.address);
  }
  const { asked, sent } = await askedOf(one, route, params);
  const { url, method } = one.request;
  const answer = await run({
    server,
    asked,
    caller,
    request: {
      id: one.id,
      sent,
      address: one.address,
      method,
      url,
      session_token,
      accept_language: one.header('accept-language'),
      cookie: (name) => cookieOf(one, name),
    },
  });
  if (changesRights.test(route.id)) server.gate.forget();
  return replyOf(route, answer, server);
}

const nothing = new Uint8Array();

/** Routes after which a key may do less than before, or more. */
const changesRights = /^(setup|invitation|tenants|users|memberships|keys|password)\./;

/** Who asks. A key goes before a cookie; a cookie alone changes nothing from another site. */
async function callerOf(
  one: Arrived,
  server: Server,
  route: RouteShape,
): Promise<{ readonly caller: Caller | null; readonly session_token: string | null }> {
  const bearer = /^Bearer (\S{1,200})$/.exec(one.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const caller = await server.gate.byKey(bearer);
    if (caller === null) throw new PolyprismError('auth.key_unknown');
    return { caller, session_token: null };
  }
  const session_token = cookieOf(one, cookieName(server.config)) ?? null;
  const own = ownOrigin(one.header('host') ?? '', server.config);
  const { headers } = one.request;
  // Also before signing in: nobody is to be signed in as somebody else by a foreign page.
  const browser = session_token !== null || headers.has('origin');
  if (route.method !== 'get' && browser && !isSameOrigin(headers, own)) {
    throw new PolyprismError('auth.wrong_origin');
  }
  if (session_token === null) return { caller: null, session_token };
  return { caller: await server.gate.bySession(session_token), session_token };
}

interface Read {
  readonly asked: Asked<RouteShape>;
  /** Bytes of a JSON body. */
  readonly sent: Uint8Array;
}

async function askedOf(
  one: Arrived,
  route: RouteShape,
  named: Readonly<Record<string, string>>,
): Promise<Read> {
  const { params, query, headers, body } = route;
  // An address that cannot be is an object that is not there.
  const read = params?.safeParse(named);
  if (read?.success === false) throw new PolyprismError('http.not_found');
  const before = {
    params: read?.data,
    query: query && checked('query', query, getQueryParam(one.request.url)),
    headers: headers && checked('headers', headers, headersOf(one, headers.keyof().options)),
  };
  const { value, sent } = await bodyOf(one, body);
  // Each part was read by this route's own schema; the type of all routes names none.
  return { asked: { ...before, body: value } as Asked<RouteShape>, sent };
}

function headersOf(one: Arrived, names: readonly unknown[]): Record<string, string> {
  const given = names.map(String).map((name) => [name, one.header(name)] as const);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function cookieOf(one: Arrived, name: string): string | undefined {
  const given = one.header('cookie');
  return given === undefined ? undefined : parse(given, name)[name];
}

async function bodyOf(
  { request, incoming, header }: Arrived,
  body: RouteShape['body'],
): Promise<{ readonly value: unknown; readonly sent: Uint8Array }> {
  if (body === undefined) return { value: undefined, sent: nothing };
  const type = header('content-type') ?? '';
  if (body === 'bytes') {
    if (!type.startsWith('application/octet-stream')) {
      throw new PolyprismError('http.media_type', { expected: 'application/octet-stream' });
    }
    const sent = request.body;
    return { value: sent && ReadableStream.from(partsOf(sent)), sent: nothing };
  }
  if (body === 'batch') {
    if (!/^application\/(json|x-ndjson)\s*(;|$)/i.test(type)) {
      const expected = 'application/json, application/x-ndjson';
      throw new PolyprismError('http.media_type', { expected });
    }
    return { value: request.body, sent: nothing };
  }
  // From the socket where there is one: a stream over a stream costs more than the parsing.
  const { value, bytes } = await readJson(
    type,
    incoming ?? request.body,
    limits.http_body_bytes_max,
  );
  return { value: checked('body', body, value), sent: bytes };
}

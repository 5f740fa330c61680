import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { cookieName } from '../config.ts';
import type { Asked, RouteShape } from '../contract/route.ts';
import { permissions } from '../permissions.ts';
import type { Caller, Handling, Server } from '../server.ts';
import { answerOf } from './answer-of.ts';
import type { Environment } from './app.ts';
import { refusalOf } from './authorise.ts';
import { checked } from './invalid-request.ts';
import { ownOrigin } from './own-hosts.ts';
import { partsOf, readJson } from './read-body.ts';
import { honoPath } from './hono-path.ts';
import { isSameOrigin } from './same-origin.ts';

/** What throws where somebody asks too fast. */
export interface Paces {
  readonly caller: (caller: Caller) => void;
  /** Whatever changes something without signing in tries a secret. */
  readonly secret: (address: string) => void;
}

/** Puts a route before its handler: who asks, may they, is it as the contract says. */
export function mount(
  app: OpenAPIHono<Environment>,
  server: Server,
  { route, run }: Handling,
  paces: Paces,
): void {
  const path = honoPath(route.path);
  app.on(route.method.toUpperCase(), path, async (c) => {
    c.set('route', route.id);
    const { caller, session_token } = await callerOf(c, server, route);
    const refusal = refusalOf(permissions[route.id], caller, server.config.second_factor);
    if (refusal !== null) {
      const { code } = refusal.issue;
      const request_id = c.get('request_id');
      // Strangers could fill the record: of them the log has the route and the status.
      if (caller !== null) await server.gate.refused({ route: route.id, code, caller, request_id });
      throw refusal;
    }
    if (caller !== null) paces.caller(caller);
    if (permissions[route.id]?.who === 'anyone' && route.method !== 'get') {
      paces.secret(c.get('address'));
    }
    const { asked, sent } = await askedOf(c, route);
    const answer = await run({
      server,
      asked,
      caller,
      request: {
        id: c.get('request_id'),
        sent,
        address: c.get('address'),
        method: c.req.method,
        url: new URL(c.req.url),
        session_token,
        accept_language: c.req.header('accept-language'),
        cookie: (name) => getCookie(c, name),
      },
    });
    if (changesRights.test(route.id)) server.gate.forget();
    return answerOf(route, answer, server);
  });
}

const nothing = new Uint8Array();

/** Routes after which a key may do less than before, or more. */
const changesRights = /^(setup|invitation|tenants|users|memberships|keys|password)\./;

/** Who asks. A key goes before a cookie; a cookie alone changes nothing from another site. */
async function callerOf(
  c: Context<Environment>,
  server: Server,
  route: RouteShape,
): Promise<{ readonly caller: Caller | null; readonly session_token: string | null }> {
  const bearer = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const caller = await server.gate.byKey(bearer);
    if (caller === null) throw new PolyprismError('auth.key_unknown');
    return { caller, session_token: null };
  }
  const session_token = getCookie(c, cookieName(server.config)) ?? null;
  const own = ownOrigin(c.req.header('host') ?? '', server.config);
  const { headers } = c.req.raw;
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

async function askedOf(c: Context<Environment>, route: RouteShape): Promise<Read> {
  const { params, query, headers, body } = route;
  // An address that cannot be is an object that is not there.
  const read = params?.safeParse(c.req.param());
  if (read?.success === false) throw new PolyprismError('http.not_found');
  const before = {
    params: read?.data,
    query: query && checked('query', query, c.req.query()),
    headers: headers && checked('headers', headers, headersOf(c, headers.keyof().options)),
  };
  const { value, sent } = await bodyOf(c, body);
  // Each part was read by this route's own schema; the type of all routes names none.
  return { asked: { ...before, body: value } as Asked<RouteShape>, sent };
}

function headersOf(c: Context, names: readonly unknown[]): Record<string, string> {
  const given = names.map(String).map((name) => [name, c.req.header(name)] as const);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function bodyOf(
  c: Context<Environment>,
  body: RouteShape['body'],
): Promise<{ readonly value: unknown; readonly sent: Uint8Array }> {
  if (body === undefined) return { value: undefined, sent: nothing };
  if (body === 'bytes') {
    const type = c.req.header('content-type') ?? '';
    if (!type.startsWith('application/octet-stream')) {
      throw new PolyprismError('http.media_type', { expected: 'application/octet-stream' });
    }
    const sent = c.req.raw.body;
    return { value: sent && ReadableStream.from(partsOf(sent)), sent: nothing };
  }
  if (body === 'batch') {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/(json|x-ndjson)\s*(;|$)/i.test(type)) {
      const expected = 'application/json, application/x-ndjson';
      throw new PolyprismError('http.media_type', { expected });
    }
    return { value: c.req.raw.body, sent: nothing };
  }
  const type = c.req.header('content-type') ?? '';
  // From the socket where there is one: a stream over a stream costs more than the parsing.
  const incoming = c.env?.incoming?.iterator({ destroyOnReturn: false });
  const from = incoming ?? c.req.raw.body;
  const { value, bytes } = await readJson(type, from, limits.http_body_bytes_max);
  return { value: checked('body', body, value), sent: bytes };
}

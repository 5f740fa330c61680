import type { IncomingMessage } from 'node:http';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { behindTls } from '../config.ts';
import { consolePage, isConsolePath } from '../console/console-page.ts';
import type { Console } from '../console/read-console.ts';
import type { Caller, Handling, Server } from '../server.ts';
import { arrived } from './arrived.ts';
import type { Arrived } from './arrived.ts';
import { errorForLog } from './log.ts';
import { isOwnHost } from './own-hosts.ts';
import { pathTable } from './path-table.ts';
import { problemReply } from './problem.ts';
import { redirect, withoutBody } from './reply.ts';
import type { Reply } from './reply.ts';
import { runRoute } from './run-route.ts';
import { secureHeaders } from './secure-headers.ts';
import { tokenBuckets } from './token-bucket.ts';

/** The whole API as a function of requests; it never rejects. */
export type App = (request: Request, incoming: IncomingMessage | null) => Promise<Reply>;

/** What stands at a path: what log and metrics call it, and how it replies. */
interface Place {
  readonly route: string;
  readonly reply: () => Reply | Promise<Reply>;
}

export function buildApp(
  server: Server,
  handlings: readonly Handling[],
  pages: Console | null,
): App {
  const admit = admission(server);
  const find = places(server, handlings, pages);
  const secure = secureHeaders(behindTls(server.config));
  return async (request, incoming) => {
    const started_ms = performance.now();
    const one = arrived(request, incoming, server.config);
    const head = request.method === 'HEAD';
    let route = 'none';
    let reply: Reply;
    try {
      admit(one);
      const place = find(head ? 'GET' : request.method, one);
      ({ route } = place);
      reply = await place.reply();
    } catch (error) {
      reply = failed(error, server, one, route);
    }
    if (head) reply = await withoutBody(reply);
    const { status, body } = reply;
    const duration_ms = performance.now() - started_ms;
    server.metrics.done(route, status, duration_ms / 1_000);
    const line = { request_id: one.id, route, method: request.method, status };
    server.log.info({ ...line, duration_ms: Math.round(duration_ms) }, 'request');
    return { status, headers: { ...secure, ...reply.headers, 'x-request-id': one.id }, body };
  };
}

/** Throws where a request is not to come in at all. */
function admission(server: Server): (one: Arrived) => void {
  const { config } = server;
  const addresses = tokenBuckets(config.rate_address, limits.rate_keys_max);
  return ({ path, address, header }) => {
    const host = header('host') ?? '';
    if (!isOwnHost(host, config)) {
      throw new PolyprismError('http.wrong_host', { host: host.slice(0, limits.shown_chars_max) });
    }
    if (path === '/healthz' || path === '/readyz') return;
    if (server.stopping.aborted) throw new PolyprismError('http.stopping');
    pace(addresses.take(address, server.now().getTime()));
  };
}

function places(
  server: Server,
  handlings: readonly Handling[],
  pages: Console | null,
): (method: string, one: Arrived) => Place {
  const { config } = server;
  const callers = tokenBuckets(config.rate_caller, limits.rate_keys_max);
  const secrets = tokenBuckets(config.rate_secrets, limits.rate_keys_max);
  const now_ms = (): number => server.now().getTime();
  const paces = {
    caller: (caller: Caller) => pace(callers.take(caller.by_id, now_ms())),
    secret: (address: string) => pace(secrets.take(address, now_ms())),
  };
  const table = pathTable(
    handlings.map((value) => ({ method: value.route.method, path: value.route.path, value })),
  );
  return (method, one) => {
    const { path } = one;
    const found = table.find(method, path);
    if (found !== null && 'methods' in found) {
      return { route: 'none', reply: () => refusedMethod(one, found.methods) };
    }
    if (found !== null) {
      const { value, params } = found;
      const reply = async (): Promise<Reply> => await runRoute(server, value, one, params, paces);
      return { route: value.route.id, reply };
    }
    if (method === 'GET' && pages !== null && isConsolePath(path)) {
      return { route: 'console', reply: () => consolePage(pages, one) };
    }
    // Typed by hand more often than any other address.
    if (method === 'GET' && path === '/public/') {
      return { route: 'none', reply: () => redirect('/public', 308) };
    }
    throw new PolyprismError('http.not_found');
  };
}

function failed(error: unknown, server: Server, one: Arrived, route: string): Reply {
  if (error instanceof PolyprismError) server.metrics.refused(route, error.issue.code);
  else server.log.error({ request_id: one.id, route, error: errorForLog(error) }, 'fault');
  return problemReply(error, askingOf(one));
}

/** A path of the contract under a method it does not have: 405 with those it has. */
function refusedMethod(one: Arrived, methods: readonly string[]): Reply {
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  const error = new PolyprismError('http.method_not_allowed');
  return problemReply(error, askingOf(one), { allow: allowed.toSorted().join(', ') });
}

function askingOf({ id, header }: Arrived) {
  return { id, accept_language: header('accept-language') };
}

/** Throws where there is something to wait for. */
function pace(wait_s: number): void {
  if (wait_s > 0) throw new PolyprismError('http.too_many_requests', { wait_s });
}

import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { behindTls } from '../config.ts';
import { mountConsole } from '../console/mount-console.ts';
import type { Console } from '../console/read-console.ts';
import type { Handling, Server } from '../server.ts';
import { clientAddress } from './client-address.ts';
import { errorForLog } from './log.ts';
import { honoPath } from './hono-path.ts';
import { mount } from './mount.ts';
import { isOwnHost } from './own-hosts.ts';
import { problemAnswer } from './problem.ts';
import { secureHeaders } from './secure-headers.ts';
import { tokenBuckets } from './token-bucket.ts';

/** What the steps of one request know of it. */
export interface Environment {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: { request_id: string; address: string; route: string };
}

/** The whole API as a function of requests. */
export function buildApp(
  server: Server,
  handlings: readonly Handling[],
  pages: Console | null,
): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>();
  const { config } = server;
  const addresses = tokenBuckets(config.rate_address, limits.rate_keys_max);
  const callers = tokenBuckets(config.rate_caller, limits.rate_keys_max);
  const secrets = tokenBuckets(config.rate_secrets, limits.rate_keys_max);
  const now_ms = (): number => server.now().getTime();
  const headers = Object.entries(secureHeaders(behindTls(config)));

  app.use(async (c, next) => {
    const started_ms = performance.now();
    begin(c, server);
    await next();
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    c.res.headers.set('x-request-id', c.get('request_id'));
    finish(c, server, performance.now() - started_ms);
  });
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!isOwnHost(host, config)) {
      throw new PolyprismError('http.wrong_host', { host: host.slice(0, limits.shown_chars_max) });
    }
    const probe = c.req.path === '/healthz' || c.req.path === '/readyz';
    if (server.stopping.aborted && !probe) throw new PolyprismError('http.stopping');
    if (!probe) pace(addresses.take(c.get('address'), now_ms()));
    await next();
  });
  if (pages !== null) mountConsole(app, pages);
  for (const handling of handlings) {
    mount(app, server, handling, {
      caller: (caller) => pace(callers.take(caller.by_id, now_ms())),
      secret: (address) => pace(secrets.take(address, now_ms())),
    });
  }
  // Typed by hand more often than any other address.
  app.get('/public/', (c) => c.redirect('/public', 308));
  refuseOtherMethods(app, handlings);
  app.notFound(() => {
    throw new PolyprismError('http.not_found');
  });
  app.onError((error, c) => {
    if (!(error instanceof PolyprismError)) {
      const request_id = c.get('request_id');
      server.log.error({ request_id, route: c.get('route'), error: errorForLog(error) }, 'fault');
    } else {
      server.metrics.refused(c.get('route'), error.issue.code);
    }
    return problemOf(error, c);
  });
  return app;
}

function begin(c: Context<Environment>, server: Server): void {
  c.set('request_id', randomUUID());
  c.set('route', 'none');
  const peer = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  const forwarded = c.req.header('x-forwarded-for');
  c.set('address', clientAddress(peer, forwarded, server.config.trusted_proxies));
}

function finish(c: Context<Environment>, server: Server, duration_ms: number): void {
  const route = c.get('route');
  const { status } = c.res;
  server.metrics.done(route, status, duration_ms / 1_000);
  const line = { request_id: c.get('request_id'), route, method: c.req.method, status };
  server.log.info({ ...line, duration_ms: Math.round(duration_ms) }, 'request');
}

function problemOf(error: unknown, c: Context<Environment>): Response {
  const accept_language = c.req.header('accept-language');
  return problemAnswer(error, { id: c.get('request_id'), accept_language });
}

/** Throws where there is something to wait for. */
function pace(wait_s: number): void {
  if (wait_s > 0) throw new PolyprismError('http.too_many_requests', { wait_s });
}

/** Paths of the contract under a method they do not have: 405 with those they have. */
function refuseOtherMethods(app: OpenAPIHono<Environment>, handlings: readonly Handling[]): void {
  const methods = new Map<string, string[]>();
  for (const { route } of handlings) {
    const path = honoPath(route.path);
    methods.set(path, [...(methods.get(path) ?? []), route.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    const allow = (allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed).toSorted().join(', ');
    app.all(path, (c) => {
      const error = new PolyprismError('http.method_not_allowed');
      const accept_language = c.req.header('accept-language');
      return problemAnswer(error, { id: c.get('request_id'), accept_language }, { allow });
    });
  }
}

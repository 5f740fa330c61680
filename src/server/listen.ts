import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Console } from './console/read-console.ts';
import { buildApp } from './http/app.ts';
import { errorForLog } from './http/log.ts';
import { responseOf, sendReply } from './http/reply.ts';
import type { Handling, Server } from './server.ts';

export interface Listening {
  readonly url: string;
  /** Answers a request without the network. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Stops taking work, lets what runs finish for so long, then ends every connection. */
  stop(grace_ms: number): Promise<void>;
}

/** Listens for requests. Slow senders are cut off: 20 s for headers, 5 min for a request. */
export async function listen(
  server: Server,
  handlings: readonly Handling[],
  pages: Console | null,
  stop: AbortController,
): Promise<Listening> {
  const { host, port } = server.config;
  const app = buildApp(server, handlings, pages);
  const http = createAdaptorServer({
    // Written by ourselves: a Response and its streams would cost as much as the rest.
    fetch: async (request, env) => {
      const { incoming, outgoing } = env as HttpBindings;
      try {
        await sendReply(await app(request, incoming), outgoing);
      } catch (error) {
        server.log.error({ error: errorForLog(error) }, 'cut off');
      }
      return RESPONSE_ALREADY_SENT;
    },
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: 20_000,
      requestTimeout: 300_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16_384,
      connectionsCheckingInterval: 5_000,
    },
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(port, host, resolve);
  });
  const address = http.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}/`,
    answer: async (request) => responseOf(await app(request, null)),
    async stop(grace_ms) {
      // Aborting ends the streams of events, so that what remains has an end of its own.
      stop.abort();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      const cut = setTimeout(
        () => 'closeAllConnections' in http && http.closeAllConnections(),
        grace_ms,
      );
      if ('closeIdleConnections' in http) http.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { getPath } from 'hono/utils/url';
import type { ServerConfig } from '../config.ts';
import { clientAddress } from './client-address.ts';

/** One request as it came in. */
export interface Arrived {
  readonly request: Request;
  /** The same as the socket brings it; null where it did not come by one. */
  readonly incoming: IncomingMessage | null;
  readonly id: string;
  readonly address: string;
  /** Decoded, but for what would change where it parts. */
  readonly path: string;
  readonly header: (name: string) => string | undefined;
}

export function arrived(
  request: Request,
  incoming: IncomingMessage | null,
  { trusted_proxies }: ServerConfig,
): Arrived {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  const peer = incoming?.socket.remoteAddress ?? '127.0.0.1';
  return {
    request,
    incoming,
    id: randomUUID(),
    address: clientAddress(peer, header('x-forwarded-for'), trusted_proxies),
    path: getPath(request),
    header,
  };
}

import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { isWithin } from '../http/client-address.ts';
import { isPublic } from './is-public.ts';
import { hostOf, outboundUrl, portOf } from './outbound-url.ts';
import type { OutboundPolicy } from './outbound-url.ts';

/** Who to ask for the addresses of a name; all of them, as the system's resolver does. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Longest it may take, from resolving the name to the last byte. */
  readonly time_ms_max: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * The one way in which the server asks anybody anything. The name is resolved once, every address
 * of it must be a public one (or of a network that was opened), and the connection goes to the
 * address that was looked at. Redirects are answers like any other. What cannot be reached, takes
 * too long or says too much is `outbound.failed`.
 */
export async function sendOutbound(
  text: string,
  asked: OutboundRequest,
  policy: OutboundPolicy,
  resolve: Resolve = resolveBySystem,
): Promise<OutboundAnswer> {
  const url = outboundUrl(text, policy);
  const signal = AbortSignal.timeout(asked.time_ms_max);
  const address = await addressOf(url, policy, resolve, signal);
  try {
    const answer = await send(url, address, asked, signal);
    return await read(answer);
  } catch (error) {
    throw signal.aborted ? failed('time') : asFailed(error);
  }
}

async function addressOf(
  url: URL,
  policy: OutboundPolicy,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<string> {
  const host = hostOf(url);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(failed('time')), { once: true });
  });
  // Nobody may be waiting for it any more when it comes.
  late.catch(() => undefined);
  const named = isIP(host) === 0;
  const found = named
    ? await Promise.race([resolve(host), late]).catch((error: unknown) => {
        throw error instanceof PolyprismError ? error : failed('name');
      })
    : [host];
  const [first] = found;
  if (first === undefined) throw failed('name');
  for (const address of found) {
    const opened = isWithin(address, policy.internal);
    if (!opened && !isPublic(address)) throw new PolyprismError('outbound.address_refused');
    if (url.protocol === 'http:' && !opened) throw new PolyprismError('outbound.address_refused');
    if (!opened && !policy.ports.includes(portOf(url))) throw failed('port');
  }
  return first;
}

async function resolveBySystem(name: string): Promise<readonly string[]> {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

async function send(
  url: URL,
  address: string,
  { method, headers, body }: OutboundRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const name = hostOf(url);
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({
      // The address that was looked at, whatever the name says a moment later.
      host: address,
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      method,
      // Certificates are checked against the name; an address has none to announce.
      ...(isIP(name) === 0 && { servername: name }),
      headers: { ...headers, host: url.host, 'content-length': String(body?.length ?? 0) },
      agent: false,
      maxHeaderSize: limits.outbound_header_bytes_max,
      signal,
    });
    sent.once('response', resolve).once('error', reject);
    sent.end(body ?? undefined);
  });
}

async function read(answer: IncomingMessage): Promise<OutboundAnswer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer) {
    const data: Buffer = part;
    bytes += data.length;
    if (bytes > limits.outbound_body_bytes_max) {
      answer.destroy();
      throw failed('size');
    }
    parts.push(data);
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  const body = Buffer.concat(parts);
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

/** What went wrong in a word; messages of the system may tell addresses of the inside. */
type Reason = 'time' | 'name' | 'port' | 'size' | 'connection' | 'certificate';

function failed(reason: Reason): PolyprismError {
  return new PolyprismError('outbound.failed', { reason });
}

function asFailed(error: unknown): PolyprismError {
  if (error instanceof PolyprismError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const trust = /CERT|SIGNED|SSL|TLS|ALTNAME|EPROTO/.test(code);
  return failed(trust ? 'certificate' : 'connection');
}

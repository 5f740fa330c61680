import type { OutboundPolicy } from './outbound-url.ts';
import { sendOutbound } from './send-outbound.ts';

const time_ms_max = 15_000;

/** As much of `fetch` as a library needs that asks through it. */
export interface FetchOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** `fetch` for libraries that ask others, within the policy: see `sendOutbound`. */
export function fetchOutbound(
  policy: OutboundPolicy,
): (url: string, options: FetchOptions) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const sent = body === undefined || body === null ? null : bytesOf(body);
    const asked = { method: method === 'POST' ? 'POST' : 'GET', headers, body: sent } as const;
    const answer = await sendOutbound(url, { ...asked, time_ms_max }, policy);
    const { status } = answer;
    // These have no body, and a Response refuses one.
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : new Uint8Array(answer.body), {
      status,
      headers: answer.headers,
    });
  };
}

/** Forms are what libraries of sign-in send. */
function bytesOf(body: unknown): Uint8Array {
  if (typeof body === 'string' || body instanceof URLSearchParams) {
    return Buffer.from(body.toString());
  }
  if (body instanceof Uint8Array) return body;
  throw new TypeError('a body that is no text and no bytes');
}

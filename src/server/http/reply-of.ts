import type { Answer, AnswerShape, RouteShape, ServerEvent } from '../contract/route.ts';
import type { Server } from '../server.ts';
import { eventStream } from './event-stream.ts';
import type { Reply } from './reply.ts';

/** Everything an answer may hold; which of it there is follows from the route's shape. */
interface AnyAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: ReadableStream<Uint8Array>;
  readonly events?: (signal: AbortSignal) => AsyncIterable<ServerEvent>;
}

/**
 * A handler's answer as a reply. A body goes through its schema on the way out too: what the
 * contract does not name is left out, and what does not meet it is a fault of ours, not sent.
 */
export function replyOf(route: RouteShape, answer: Answer<RouteShape>, server: Server): Reply {
  const { status, headers, body, bytes, events }: AnyAnswer = answer;
  const shape: AnswerShape | undefined = route.answers[status];
  if (shape === undefined) throw new Error(`${route.id} has no answer ${status}`);
  if (shape === 'empty') return { status, headers: { ...headers }, body: null };
  if (shape === 'bytes') {
    const type = { 'content-type': 'application/octet-stream' };
    return { status, headers: { ...type, ...headers }, body: bytes ?? null };
  }
  if (shape === 'events') {
    if (events === undefined) throw new Error(`${route.id} gave no events`);
    const type = { 'content-type': 'text/event-stream; charset=utf-8' };
    const body = eventStream(events, server.stopping);
    return { status, headers: { ...type, 'x-accel-buffering': 'no', ...headers }, body };
  }
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(shape.parse(body)) };
}

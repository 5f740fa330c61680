import type { z } from '@hono/zod-openapi';
import type { Localised } from '../../model/localised.ts';

/** What a route may answer with, apart from problems: JSON, nothing, bytes, or events. */
export type AnswerShape = z.ZodType | 'empty' | 'bytes' | 'events';

/**
 * One route of the API as data. Everything is made from it: the OpenAPI document, the checks of
 * what is asked and answered, the typed client, the rows of the authorisation matrix.
 */
export interface RouteShape {
  /** `noun.verb`; the key of its row in permissions.ts. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{names}` for what `params` describes. */
  readonly path: string;
  readonly summary: Localised;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** JSON of a schema, bytes that are streamed, or a batch of events: a JSON array or lines. */
  readonly body?: z.ZodType | 'bytes' | 'batch';
  /** Good answers by status; problems are the same for all. */
  readonly answers: Readonly<Record<number, AnswerShape>>;
}

/** Keeps the literal types of a route. */
export function defineRoute<const R extends RouteShape>(route: R): R {
  return route;
}

type Part = 'params' | 'query' | 'headers' | 'body';

type Out<R extends RouteShape, K extends Part> = R[K] extends z.ZodType
  ? z.output<R[K]>
  : R[K] extends 'bytes' | 'batch'
    ? ReadableStream<Uint8Array> | null
    : undefined;

/** What a handler is given: every part checked against the route's schemas. */
export interface Asked<R extends RouteShape> {
  readonly params: Out<R, 'params'>;
  readonly query: Out<R, 'query'>;
  readonly headers: Out<R, 'headers'>;
  readonly body: Out<R, 'body'>;
}

/** One event of a stream; `id` is what a reader sends back as Last-Event-ID. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Further headers of the answer. */
type Headers = Readonly<Record<string, string>>;

type AnswerOf<S, A> = A extends z.ZodType
  ? { readonly status: S; readonly headers?: Headers; readonly body: z.input<A> }
  : A extends 'bytes'
    ? { readonly status: S; readonly headers?: Headers; readonly bytes: ReadableStream<Uint8Array> }
    : A extends 'events'
      ? { readonly status: S; readonly headers?: Headers; readonly events: EventSource }
      : { readonly status: S; readonly headers?: Headers };

/** Events until the signal ends them. */
export type EventSource = (signal: AbortSignal) => AsyncIterable<ServerEvent>;

/** What a handler returns: one of the route's statuses with what belongs to it. */
export type Answer<R extends RouteShape> = {
  [S in keyof R['answers'] & number]: AnswerOf<S, R['answers'][S]>;
}[keyof R['answers'] & number];

import type { z } from 'zod';
import type { Problem } from './contract/problem.ts';
import type { RouteShape } from './contract/route.ts';

type Given<R extends RouteShape> = {
  readonly [
    K in 'params' | 'query' | 'headers' | 'body' as R[K] extends z.ZodType | 'bytes' | 'batch'
      ? K
      : never
  ]: R[K] extends z.ZodType ? z.input<R[K]> : Blob | Uint8Array<ArrayBuffer>;
};

type Got<R extends RouteShape> = {
  [S in keyof R['answers'] & number]: {
    readonly ok: true;
    readonly status: S;
    readonly body: R['answers'][S] extends z.ZodType ? z.output<R['answers'][S]> : undefined;
    readonly response: Response;
  };
}[keyof R['answers'] & number];

type Refused = {
  readonly ok: false;
  readonly status: number;
  readonly problem: Problem;
  readonly response: Response;
};

/** Calls a route by its definition: what is given and what comes back are typed by the contract. */
export type Client = <R extends RouteShape>(route: R, given: Given<R>) => Promise<Got<R> | Refused>;

/** A client of the server at an address; `send` is fetch, or stands in for it. */
export function createClient(
  base: string,
  headers: () => Readonly<Record<string, string>> = () => ({}),
  send: (request: Request) => Promise<Response> = fetch,
): Client {
  return async <R extends RouteShape>(route: R, given: Given<R>) => {
    // The names are those of Given; which of them there are depends on the route.
    const { params, query, headers: own, body } = given as Readonly<Record<string, unknown>>;
    const url = new URL(pathWith(route.path, fieldsOf(params)), base);
    for (const [name, value] of Object.entries(fieldsOf(query))) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const type = mediaOf(route.body);
    const response = await send(
      new Request(url, {
        method: route.method.toUpperCase(),
        headers: {
          ...headers(),
          ...textsOf(own),
          ...(route.body !== undefined && { 'content-type': type }),
        },
        ...(route.body !== undefined && { body: bodyOf(body) }),
        redirect: 'manual',
      }),
    );
    return (await read(route, response)) as Got<R> | Refused;
  };
}

function mediaOf(body: RouteShape['body']): string {
  if (body === 'bytes') return 'application/octet-stream';
  return body === 'batch' ? 'application/x-ndjson' : 'application/json';
}

async function read(route: RouteShape, response: Response): Promise<unknown> {
  const { status } = response;
  const shape = route.answers[status];
  if (shape === undefined) return { ok: false, status, problem: await response.json(), response };
  const body = typeof shape === 'string' ? undefined : await response.json();
  return { ok: true, status, body, response };
}

function pathWith(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textsOf(value: unknown): Record<string, string> {
  const fields = Object.entries(fieldsOf(value)).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, String(field)]));
}

function bodyOf(body: unknown): Blob | string {
  if (body instanceof Blob) return body;
  return body instanceof Uint8Array ? new Blob([Uint8Array.from(body)]) : JSON.stringify(body);
}

import type { Random } from '../../src/model/random.ts';
import { contract } from '../../src/server/contract/contract.ts';
import type { RouteShape } from '../../src/server/contract/route.ts';
import { openApiDocument } from '../../src/server/openapi.ts';
import { contentTypes, headerValues, hostileBody } from './fuzz-bodies.ts';
import { asSchema, fuzzValue } from './fuzz-values.ts';

/** A request made of the contract, or near it. */
export interface FuzzRequest {
  readonly route: RouteShape;
  readonly path: string;
  readonly init: RequestInit & { readonly headers: Headers };
}

interface Operation {
  readonly route: RouteShape;
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly media: string | undefined;
  readonly schema: Readonly<Record<string, unknown>>;
}

const document = asSchema(JSON.parse(JSON.stringify(openApiDocument('1.2.3'))));

const operations: readonly Operation[] = contract.map((route) => {
  const operation = asSchema(asSchema(asSchema(document['paths'])[route.path])[route.method]);
  const { parameters } = operation;
  const content = asSchema(asSchema(operation['requestBody'])['content']);
  const [media] = Object.keys(content);
  return {
    route,
    parameters: Array.isArray(parameters) ? parameters.map(asSchema) : [],
    media,
    schema: asSchema(asSchema(content[media ?? ''])['schema']),
  };
});

/** A request of any route, by one of these identities. */
export function fuzzRequest(
  random: Random,
  identities: readonly Readonly<Record<string, string>>[],
): FuzzRequest {
  const { route, parameters, media, schema } = random.pick(operations);
  let path = route.path;
  const query = new URLSearchParams();
  const headers = new Headers(random.pick(identities));
  for (const parameter of parameters) {
    const value = fuzzValue(asSchema(parameter['schema']), document, random);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const name = String(parameter['name']);
    if (parameter['in'] === 'path') {
      path = path.replace(`{${name}}`, encodeURIComponent(text.toWellFormed()) || '-');
    } else if (parameter['in'] === 'query') query.set(name, text.toWellFormed());
    else if (/^[ -~]*$/.test(text)) headers.set(name, text);
  }
  if (random.chance(0.02)) query.set(random.pick(['__proto__', 'limit', 'a[b]', '']), '%00');
  if (media !== undefined) headers.set('content-type', media);
  if (random.chance(0.04)) headers.set(...random.pick(headerValues));
  const method = route.method.toUpperCase();
  const init = { method, headers, redirect: 'manual' as const };
  const tail = query.size > 0 ? `?${query.toString()}` : '';
  if (media === undefined) return { route, path: `${path}${tail}`, init };
  if (random.chance(0.03)) headers.set('content-type', random.pick(contentTypes));
  return { route, path: `${path}${tail}`, init: { ...init, body: bodyOf(random, schema) } };
}

function bodyOf(
  random: Random,
  schema: Readonly<Record<string, unknown>>,
): string | Uint8Array<ArrayBuffer> {
  const kind = random.fraction();
  if (kind < 0.03) return hostileBody(random);
  const text = JSON.stringify(fuzzValue(schema, document, random));
  return kind < 0.05 ? text.slice(0, text.length / 2) : text;
}

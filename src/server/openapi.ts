import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { contract } from './contract/contract.ts';
import { problem } from './contract/problem.ts';
import type { AnswerShape, RouteShape } from './contract/route.ts';
import { permissions } from './permissions.ts';

type Responses = Parameters<typeof createRoute>[0]['responses'];

/** The OpenAPI 3.1 document of the whole contract; the same in every run. */
export function openApiDocument(version: string): Readonly<Record<string, unknown>> {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'polyprism_session',
    description: 'Set by signing in. Called __Host-polyprism_session behind TLS.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'api_key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, which may do what its scopes say.',
  });
  for (const route of contract) app.openAPIRegistry.registerPath(pathOf(route));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Polyprism',
      version,
      description: 'Supervision of social e-commerce. 社交电商监管接口。',
      license: { name: 'Apache-2.0' },
    },
  });
  return { ...document };
}

function pathOf(route: RouteShape): ReturnType<typeof createRoute> {
  const { id, method, path, summary, params, query, headers, body, answers } = route;
  const responses: Responses = {};
  for (const [status, shape] of Object.entries(answers)) {
    responses[status] = responseOf(id, shape);
  }
  responses['default'] = {
    description: 'A problem. 问题说明',
    content: { 'application/problem+json': { schema: problem } },
  };
  return createRoute({
    operationId: id,
    tags: [id.split('.')[0] ?? id],
    method,
    path,
    summary: summary.en,
    description: summary.zh,
    security: securityOf(id),
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(headers && { headers }),
      ...(body !== undefined && { body: { required: true, content: contentOf(body) } }),
    },
    responses,
  });
}

function contentOf(body: z.ZodType | 'bytes' | 'batch'): Record<string, { schema: z.ZodType }> {
  if (body === 'bytes') return { 'application/octet-stream': { schema: bytes } };
  if (body === 'batch') {
    return {
      'application/json': { schema: batch },
      'application/x-ndjson': { schema: z.string() },
    };
  }
  return { 'application/json': { schema: body } };
}

/** Its version, then events: docs/reference/events.schema.json. */
const batch = z.array(z.looseObject({})).openapi('EventBatch');

const bytes = z.string().openapi({ type: 'string', format: 'binary' });

function responseOf(id: string, shape: AnswerShape): NonNullable<Responses[string]> {
  if (shape === 'empty') return { description: 'Done. 已完成' };
  if (shape === 'events') {
    return {
      description: 'Events (server-sent). 事件流',
      content: { 'text/event-stream': { schema: z.string() } },
    };
  }
  if (shape === 'bytes') {
    const media = id === 'metrics.read' ? 'text/plain' : 'application/octet-stream';
    return { description: 'Content. 内容', content: { [media]: { schema: bytes } } };
  }
  return { description: 'OK', content: { 'application/json': { schema: shape } } };
}

/** Nothing for open routes; else a session, or a key where the table gives keys a scope. */
function securityOf(id: string): Record<string, string[]>[] {
  const access = permissions[id];
  if (access === undefined || access.who === 'anyone') return [];
  const session = { session: [] };
  return access.scope === null ? [session] : [session, { api_key: [] }];
}

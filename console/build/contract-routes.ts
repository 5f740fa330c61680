import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Files of `src/server/contract/` as the console needs them: routes without their schemas (the
 * server checks what is asked, TypeScript what is written), and constants. Types are those of
 * the sources; zod and hono stay out of the bundle.
 */
export function contractRoutes(): Plugin {
  return {
    name: 'polyprism:contract-routes',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0] ?? '';
      if (!/\/src\/server\/contract\/[\w-]+\.ts$/.test(path)) return null;
      const exports: unknown = await import(pathToFileURL(path).href);
      const lines = Object.entries(Object(exports)).flatMap(([name, value]) => {
        const kept = isRoute(value) ? bare(value) : isData(value) ? value : undefined;
        return kept === undefined ? [] : [`export const ${name} = ${JSON.stringify(kept)};`];
      });
      return { code: lines.join('\n'), map: null, moduleType: 'js' };
    },
  };
}

interface Route {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
}

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'answers' in value && 'path' in value;
}

/** Of schemas, that there is one: what client.ts looks at. */
function bare({ id, method, path, body, answers }: Route): object {
  const shape = (value: unknown): unknown => (typeof value === 'string' ? value : {});
  return {
    id,
    method,
    path,
    ...(body !== undefined && { body: shape(body) }),
    answers: Object.fromEntries(
      Object.entries(answers).map(([status, value]) => [status, shape(value)]),
    ),
  };
}

/** Texts, numbers, and lists of them. */
function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isData);
  return typeof value === 'string' || typeof value === 'number';
}

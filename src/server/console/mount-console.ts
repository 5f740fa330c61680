import { randomBytes } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { PolyprismError } from '../../model/issue.ts';
import type { Environment } from '../http/app.ts';
import type { Console, ConsoleFile } from './read-console.ts';
import { nonceMark } from './read-console.ts';

/** Where the console is; console/vite.config.ts has the same. */
const base = '/console/';

/** One year: the name of such a file has a digest of its content. */
const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the built console: its files, and its one page for every other address below it. Only
 * its own scripts run, also in workers, whose policy is that of the script's own answer.
 */
export function mountConsole(app: OpenAPIHono<Environment>, { page, files }: Console): void {
  app.get('/', (c) => c.redirect(base, 302));
  app.get('/console', (c) => c.redirect(base, 308));
  app.get(`${base}*`, (c) => {
    c.set('route', 'console');
    const path = c.req.path.slice(base.length);
    const file = files.get(path);
    if (file !== undefined) return sent(file, path, c.req.header('accept-encoding') ?? '');
    if (path.startsWith('assets/')) throw new PolyprismError('http.not_found');
    const nonce = randomBytes(16).toString('base64');
    return new Response(page.replaceAll(nonceMark, nonce), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(nonce),
        'cache-control': 'no-store',
      },
    });
  });
}

function sent(file: ConsoleFile, path: string, accepted: string): Response {
  const encoding = encodingOf(file, accepted);
  return new Response(encoding === null ? file.bytes : file[encoding], {
    headers: {
      'content-type': file.type,
      'content-security-policy': policy(null),
      'cache-control': path.startsWith('assets/') ? forever : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding !== null && { 'content-encoding': encoding }),
    },
  });
}

function encodingOf(file: ConsoleFile, accepted: string): 'br' | 'gzip' | null {
  const parts = accepted.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const names = new Set(parts);
  if (file.br !== null && names.has('br')) return 'br';
  return file.gzip !== null && names.has('gzip') ? 'gzip' : null;
}

function policy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

import { randomBytes } from 'node:crypto';
import { PolyprismError } from '../../model/issue.ts';
import type { Arrived } from '../http/arrived.ts';
import { redirect } from '../http/reply.ts';
import type { Reply } from '../http/reply.ts';
import type { Console, ConsoleFile } from './read-console.ts';
import { nonceMark } from './read-console.ts';

/** Where the console is; console/vite.config.ts has the same. */
const base = '/console/';

/** One year: the name of such a file has a digest of its content. */
const forever = 'public, max-age=31536000, immutable';

export function isConsolePath(path: string): boolean {
  return path === '/' || path === '/console' || path.startsWith(base);
}

/**
 * The built console: its files, and its one page for every other address below it. Only its own
 * scripts run, also in workers, whose policy is that of the script's own answer.
 */
export function consolePage({ page, files }: Console, { path, header }: Arrived): Reply {
  if (path === '/') return redirect(base, 302);
  if (path === '/console') return redirect(base, 308);
  const name = path.slice(base.length);
  const file = files.get(name);
  if (file !== undefined) return sent(file, name, header('accept-encoding') ?? '');
  if (name.startsWith('assets/')) throw new PolyprismError('http.not_found');
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce),
      'cache-control': 'no-store',
    },
    body: page.replaceAll(nonceMark, nonce),
  };
}

function sent(file: ConsoleFile, path: string, accepted: string): Reply {
  const encoding = encodingOf(file, accepted);
  return {
    status: 200,
    headers: {
      'content-type': file.type,
      'content-security-policy': policy(null),
      'cache-control': path.startsWith('assets/') ? forever : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding !== null && { 'content-encoding': encoding }),
    },
    body: (encoding !== null && file[encoding]) || file.bytes,
  };
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

import { createHash } from 'node:crypto';

/** Asked again every time, and answered without a body while it is the same. */
const caching = 'public, no-cache';

/**
 * The answer that follows from these digests alone: 304 where the reader has it already. The
 * software's version is part of it, as another one may show more of the same pack.
 */
export function immutable<B>(
  digests: readonly string[],
  held: string | undefined,
  body: () => B,
):
  | { readonly status: 304; readonly headers: Record<string, string> }
  | { readonly status: 200; readonly headers: Record<string, string>; readonly body: B } {
  const etag = `"${createHash('sha256').update(digests.join('\n')).digest('hex')}"`;
  const headers = { etag, 'cache-control': caching };
  const all = (held ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const known = new Set(all);
  if (known.has(etag) || known.has('*')) return { status: 304, headers };
  return { status: 200, headers, body: body() };
}

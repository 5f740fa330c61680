import { PolyprismError } from '../model/issue.ts';

/** States of SQL in which the connection is gone: class 08, and a server that shuts down. */
const gone = /^(08...|57P0[123])$/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * A broken connection as an issue; anything else as it is. Where it broke during a commit nobody
 * can know whether that took hold: the issue says to ask again with the same idempotency key.
 */
export function lostConnection(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PolyprismError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const said = /terminated|not queryable|timeout exceeded when trying to connect/;
  const lost = gone.test(code) || network.has(code) || said.test(error.message);
  return lost ? new PolyprismError('store.connection_lost', { reason: error.message }) : error;
}

import { hexOf, sameBytes } from '../bytes.ts';
import { hashOf } from '../hashing.ts';
import { digests } from './oids.ts';
import { readToken } from './read-token.ts';
import { positive } from './timestamp-request.ts';

/** Whether an answer is a granted timestamp of these bytes to a request with this number. */
export function answersRequest(
  answer: Uint8Array,
  stamped: Uint8Array,
  nonce: Uint8Array,
): boolean {
  const token = readToken(answer);
  if (!token || token.nonce !== hexOf(positive(nonce))) return false;
  const { algorithm, hash } = token.imprint;
  return digests[algorithm] === 'sha256' && sameBytes(hashOf('sha256', stamped), hash);
}

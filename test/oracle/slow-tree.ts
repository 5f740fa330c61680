import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962, section 2.1, as its recursive definitions read: MTH, PATH and
 * SUBPROOF over all entries. Shares nothing with the sources.
 */
const H = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

const k = (n: number): number => (n <= 2 ? 1 : 2 ** Math.ceil(Math.log2(n) - 1));

export function MTH(D: readonly Uint8Array[]): Buffer {
  const [only] = D;
  if (only === undefined) return H();
  if (D.length === 1) return H(Buffer.of(0), only);
  const at = k(D.length);
  return H(Buffer.of(1), MTH(D.slice(0, at)), MTH(D.slice(at)));
}

export function PATH(m: number, D: readonly Uint8Array[]): Buffer[] {
  if (D.length === 1) return [];
  const at = k(D.length);
  return m < at
    ? [...PATH(m, D.slice(0, at)), MTH(D.slice(at))]
    : [...PATH(m - at, D.slice(at)), MTH(D.slice(0, at))];
}

export function PROOF(m: number, D: readonly Uint8Array[]): Buffer[] {
  return SUBPROOF(m, D, true);
}

function SUBPROOF(m: number, D: readonly Uint8Array[], b: boolean): Buffer[] {
  if (m === D.length) return b ? [] : [MTH(D)];
  const at = k(D.length);
  return m <= at
    ? [...SUBPROOF(m, D.slice(0, at), b), MTH(D.slice(at))]
    : [...SUBPROOF(m - at, D.slice(at), false), MTH(D.slice(0, at))];
}

import { hashing } from '../hashing.ts';

/** Whole numbers that a key fixes: 0 ≤ x < n, every x as likely as any other. */
export type Below = (n: number) => number;

const two_64 = 1n << 64n;

/**
 * SHA-256 in counter mode: block i is SHA-256(key ‖ i as 8 bytes, big-endian), and each block is
 * four numbers of 64 bits, big-endian. Numbers from the last, incomplete run of n below 2^64 are
 * passed over, so that no remainder is likelier than another.
 */
export function numberStream(key: Uint8Array): Below {
  let block: DataView = new DataView(new ArrayBuffer(0));
  let counter = 0n;
  let at = 0;
  const next = (): bigint => {
    if (at >= block.byteLength) {
      block = blockOf(key, counter);
      counter += 1n;
      at = 0;
    }
    at += 8;
    return block.getBigUint64(at - 8);
  };
  return (n) => {
    const range = BigInt(n);
    const limit = two_64 - (two_64 % range);
    let number = next();
    while (number >= limit) number = next();
    return Number(number % range);
  };
}

function blockOf(key: Uint8Array, counter: bigint): DataView {
  const index = new DataView(new ArrayBuffer(8));
  index.setBigUint64(0, counter);
  const hash = hashing('sha256');
  hash.update(key);
  hash.update(new Uint8Array(index.buffer));
  const { buffer, byteOffset, byteLength } = hash.digest();
  return new DataView(buffer, byteOffset, byteLength);
}

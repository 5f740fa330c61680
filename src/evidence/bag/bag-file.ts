import { hexOf } from '../bytes.ts';
import { hashOf, hashing } from '../hashing.ts';

/** A file of a bag with its digests, lower-case hexadecimal. */
export interface BagFile {
  /** From the top of the bag, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

/** A file of a bag that is held in memory. */
export interface BagContent {
  readonly path: string;
  readonly content: Uint8Array;
}

export function digested({ path, content }: BagContent): BagFile {
  return {
    path,
    bytes: content.length,
    sha256: hexOf(hashOf('sha256', content)),
    sha512: hexOf(hashOf('sha512', content)),
  };
}

/** Digests of a file that comes in pieces: one may be larger than memory. */
export async function digestedStream(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<BagFile> {
  const [short, long] = [hashing('sha256'), hashing('sha512')];
  let bytes = 0;
  for await (const piece of pieces) {
    short.update(piece);
    long.update(piece);
    bytes += piece.length;
  }
  return { path, bytes, sha256: hexOf(short.digest()), sha512: hexOf(long.digest()) };
}

import { createHash, hash } from 'node:crypto';

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
    sha256: hash('sha256', content, 'hex'),
    sha512: hash('sha512', content, 'hex'),
  };
}

/** Digests of a file that comes in pieces: one may be larger than memory. */
export async function digestedStream(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<BagFile> {
  const [short, long] = [createHash('sha256'), createHash('sha512')];
  let bytes = 0;
  for await (const piece of pieces) {
    short.update(piece);
    long.update(piece);
    bytes += piece.length;
  }
  return { path, bytes, sha256: short.digest('hex'), sha512: long.digest('hex') };
}

import { createHash } from 'node:crypto';
import { head_bytes } from './format.ts';

export interface StreamDigest {
  readonly sha256: string;
  readonly bytes: number;
  /** How it begins, for telling its format. */
  readonly head: Uint8Array;
}

/** Reads a stream to its end; `onBytes` is told how far it is after every chunk. */
export async function hashStream(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<StreamDigest> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let head_length = 0;
  let bytes = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    bytes += chunk.length;
    if (head_length < head_bytes) {
      head.push(chunk.slice(0, head_bytes - head_length));
      head_length += chunk.length;
    }
    onBytes(bytes);
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head) };
}

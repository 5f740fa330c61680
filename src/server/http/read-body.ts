import { PolyprismError } from '../../model/issue.ts';

/**
 * A JSON body of at most so many bytes, and those bytes; what a length claims is not believed,
 * only counted.
 */
export async function readJson(
  type: string,
  body: AsyncIterable<Uint8Array> | null,
  bytes_max: number,
): Promise<{ readonly value: unknown; readonly bytes: Uint8Array }> {
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new PolyprismError('http.media_type', { expected: 'application/json' });
  }
  const bytes = await readAtMost(body, bytes_max);
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { value, bytes };
  } catch {
    throw new PolyprismError('http.not_json');
  }
}

/** A body as it comes; whoever breaks off while sending is told so, which is no fault of ours. */
export async function* partsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch {
    throw new PolyprismError('http.cut_short');
  }
}

/** All bytes of a stream, refused as soon as there are too many. */
export async function readAtMost(
  stream: AsyncIterable<Uint8Array> | null,
  bytes_max: number,
): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(stream)) {
    size += part.byteLength;
    if (size > bytes_max) throw new PolyprismError('http.body_too_large', { bytes_max });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

import { Readable } from 'node:stream';
import { PolyprismError } from '../../model/issue.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

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
    const value = JSON.parse(utf8.decode(bytes));
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
  if (stream instanceof Readable) return await receivedAtMost(stream, bytes_max);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(stream)) {
    size += part.byteLength;
    if (size > bytes_max) throw new PolyprismError('http.body_too_large', { bytes_max });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The same of a socket by its events, which cost a tenth of a loop over it. */
async function receivedAtMost(stream: Readable, bytes_max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    const end = (settle: () => void): void => {
      stream.off('data', take).off('end', whole).off('error', cut).off('close', cut);
      settle();
    };
    const whole = (): void => end(resolve);
    const cut = (): void => end(() => reject(new PolyprismError('http.cut_short')));
    const take = (part: Uint8Array): void => {
      parts.push(part);
      size += part.byteLength;
      if (size <= bytes_max) return;
      // What is still to come is left to whoever ends the connection.
      stream.pause();
      end(() => reject(new PolyprismError('http.body_too_large', { bytes_max })));
    };
    stream.on('data', take).on('end', whole).on('error', cut).on('close', cut);
    if (stream.destroyed) cut();
  });
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

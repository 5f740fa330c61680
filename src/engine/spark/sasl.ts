import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { brokenAnswer } from './broken-answer.ts';
import type { NextBytes } from './transport.ts';

/** What the first byte of a message of the negotiation says. */
const status = { start: 1, ok: 2, bad: 3, error: 4, complete: 5 } as const;

/** The longest thing a server has to say while it decides whom it lets in. */
const negotiation_bytes_max = 64 * 1024;

export interface Sasl {
  /** A message in its frame. */
  frame(message: Buffer): Buffer;
  /** What frames hold, as they come in. */
  readonly next: NextBytes;
}

/** Signs in by SASL PLAIN as Thrift wraps it. Throws `spark.refused` where that is turned down. */
export async function signIn(
  { user, password }: { readonly user: string; readonly password: string },
  send: (bytes: Buffer) => void,
  next: NextBytes,
  limits: Limits,
): Promise<Sasl> {
  const exactly = exactReader(next);
  send(negotiation(status.start, Buffer.from('PLAIN')));
  send(negotiation(status.ok, Buffer.from(`\0${user}\0${password}`)));
  const head = await exactly(5);
  const length = head.readUInt32BE(1);
  if (length > negotiation_bytes_max) throw brokenAnswer('a length');
  const said = (await exactly(length)).toString('utf8');
  if (head[0] === status.bad || head[0] === status.error) {
    throw new PolyprismError('spark.refused', { reason: said });
  }
  if (head[0] !== status.complete) throw brokenAnswer('SASL PLAIN');
  return {
    frame: (message) => Buffer.concat([lengthOf(message), message]),
    next: async () => {
      const size = (await exactly(4)).readUInt32BE();
      if (size > limits.spark_message_bytes_max) throw brokenAnswer('a length');
      return await exactly(size);
    },
  };
}

function negotiation(kind: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([kind]), lengthOf(bytes), bytes]);
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}

/** Reads a number of bytes, whatever pieces they come in. */
function exactReader(next: NextBytes): (count: number) => Promise<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  return async (count) => {
    const parts: Buffer[] = [rest];
    let length = rest.length;
    while (length < count) {
      const bytes = await next();
      parts.push(bytes);
      length += bytes.length;
    }
    const all = Buffer.concat(parts);
    rest = all.subarray(count);
    return all.subarray(0, count);
  };
}

import type { Limits } from '../../model/limits.ts';
import { brokenAnswer } from './broken-answer.ts';
import { messageEnd } from './message-end.ts';

/** Carries one message there and its answer back. */
export interface Transport {
  /** Calls wait for each other. Throws `spark.unreachable`, `spark.refused` or what broke. */
  exchange(message: Buffer): Promise<Buffer>;
  close(): void;
}

/** Gives bytes as they come in; throws where there will be no more. */
export type NextBytes = () => Promise<Buffer>;

/** One whole message of bytes that come in pieces. */
export async function readMessage(next: NextBytes, limits: Limits): Promise<Buffer> {
  const end = messageEnd(limits);
  let room = Buffer.alloc(64 * 1024);
  let length = 0;
  for (;;) {
    const bytes = await next();
    if (length + bytes.length > room.length) {
      const larger = Buffer.alloc(2 * (length + bytes.length));
      room.copy(larger, 0, 0, length);
      room = larger;
    }
    bytes.copy(room, length);
    length += bytes.length;
    const found = end(room.subarray(0, length));
    if (found === null) continue;
    // Nobody is asked anything before the answer to the question before is there.
    if (found < length) throw brokenAnswer('more than an answer');
    return room.subarray(0, found);
  }
}

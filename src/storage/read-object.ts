import type { IncomingMessage } from 'node:http';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { askLong, pause } from './ask.ts';
import { brokenAnswer, changed, unreachable } from './storage-error.ts';
import type { Storage } from './storage.ts';
import { isAbout } from './stored-object.ts';
import type { StoredObject } from './stored-object.ts';

/**
 * The bytes of an object. Where the connection breaks, the rest is asked for; an object that is no
 * longer what it was when it was found is `s3.changed`.
 */
export async function* readObject(storage: Storage, object: StoredObject): AsyncGenerator<Buffer> {
  let at = 0;
  let failures = 0;
  for (;;) {
    try {
      const answer = await from(storage, object, at);
      for await (const part of answer) {
        const chunk: Buffer = part;
        at += chunk.length;
        if (at > object.bytes) throw changed(object);
        failures = 0;
        yield chunk;
      }
      if (at === object.bytes) return;
      throw new TypeError('less than there is');
    } catch (error) {
      storage.signal?.throwIfAborted();
      if (error instanceof PolyprismError) throw error;
      failures += 1;
      if (failures === limits.storage_attempts_max) throw unreachable(error, object);
      // All of it came; only its end was not heard.
      if (at === object.bytes && at > 0) return;
    }
    await pause(failures, storage.signal);
  }
}

async function from(storage: Storage, object: StoredObject, at: number): Promise<IncomingMessage> {
  const headers = {
    'if-match': object.etag,
    ...(at > 0 && { range: `bytes=${at}-` }),
  };
  const answer = await askLong(storage, { method: 'GET', url: object, headers });
  const whole = `bytes ${at}-${object.bytes - 1}/${object.bytes}`;
  const flaw = !isAbout(answer, object)
    ? changed(object)
    : at > 0 && answer.headers['content-range'] !== whole
      ? brokenAnswer('Content-Range', object)
      : null;
  if (flaw === null) return answer;
  answer.destroy();
  throw flaw;
}

import { randomBytes } from 'node:crypto';
import { answersRequest } from '../../evidence/timestamp/answers-request.ts';
import { timestampRequest } from '../../evidence/timestamp/timestamp-request.ts';
import { keepTimestamp, timestampOf } from '../../store/log/keep-timestamp.ts';
import { systemActor } from '../../store/store.ts';
import { errorForLog } from '../http/log.ts';
import { sendOutbound } from '../outbound/send-outbound.ts';
import type { Server } from '../server.ts';

const time_ms_max = 15_000;

/**
 * What an authority of time says of a checkpoint (RFC 3161), asked once and then kept; null where
 * none is set, or where it could not be asked or answered something else, which is in the log.
 */
export async function stampOf(
  server: Server,
  size: number,
  checkpoint: Uint8Array,
): Promise<Uint8Array | null> {
  const known = await server.store.as(systemActor, async (tx) => await timestampOf(tx, size));
  const authority = server.config.timestamp_authority;
  if (known !== null || authority === null) return known;
  const token = await ask(server, authority, checkpoint);
  if (token === null) return null;
  return await server.store.as(
    systemActor,
    async (tx) => await keepTimestamp(tx, { size, authority, token }),
  );
}

async function ask(
  { config, log }: Server,
  authority: string,
  checkpoint: Uint8Array,
): Promise<Uint8Array | null> {
  const nonce = randomBytes(16);
  const headers = { 'content-type': 'application/timestamp-query', accept: '*/*' };
  const body = timestampRequest(checkpoint, nonce);
  const asked = { method: 'POST', headers, body, time_ms_max } as const;
  try {
    const answer = await sendOutbound(authority, asked, config.outbound);
    const holds = answer.status === 200 && answersRequest(answer.body, checkpoint, nonce);
    if (holds) return answer.body;
    log.warn({ status: answer.status }, 'timestamp refused');
  } catch (error) {
    // A bag is made all the same: it says itself that it has no timestamp.
    log.warn({ error: errorForLog(error) }, 'timestamp failed');
  }
  return null;
}

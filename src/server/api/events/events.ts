import { readBatch } from '../../../live/read-batch.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import { eventsAppend } from '../../contract/events.ts';
import { readAtMost } from '../../http/read-body.ts';
import { doorOf, receive } from '../../live/receive.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { shownAnswers } from './answers.ts';

const append = handle(eventsAppend)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const bytes = await readAtMost(asked.body, limits.event_batch_bytes_max);
  const events = readBatch(textOf(bytes), doorOf(server, actor.tenant_id));
  return { status: 200, body: shownAnswers(await receive(server, actor, events)) };
});

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PolyprismError('http.not_json');
  }
}

export const eventHandlings = [append];

import { webhookMapper } from '../../../live/map-webhook.ts';
import { parseWebhookMapping } from '../../../live/webhook-mapping.ts';
import type { ReadEvent } from '../../../live/read-batch.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import * as contract from '../../contract/events.ts';
import { doorOf, receive } from '../../live/receive.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { shownAnswers } from './answers.ts';

const take = handle(contract.hooksReceive)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const name = asked.params.mapping;
  const row = await server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('webhook_mapping')
      .select('source')
      .where('tenant_id', '=', actor.tenant_id)
      .where('name', '=', name)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  const made = webhookMapper(parseWebhookMapping(row.source, name))(asked.body);
  if (made.length > limits.event_batch_max) {
    const params = { what: 'events', limit: limits.event_batch_max };
    throw new PolyprismError('live.too_large', params);
  }
  const check = doorOf(server, actor.tenant_id);
  const events = made.map((value, index): ReadEvent => {
    const checked = check(value);
    return { index, id: 'event' in checked ? checked.event.id : null, ...checked };
  });
  return { status: 200, body: shownAnswers(await receive(server, actor, events)) };
});

const list = handle(contract.hooksList)(async (call) => {
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('webhook_mapping')
      .select(['name', 'source', 'at as changed_at'])
      .where('tenant_id', '=', actor.tenant_id)
      .orderBy('name')
      .execute(),
  );
  return { status: 200, body: { items: rows } };
});

const set = handle(contract.hooksSet)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const name = asked.params.mapping;
  const { source } = asked.body;
  parseWebhookMapping(source, name);
  const at = server.now().toISOString();
  await server.store.as(actor, async ({ db }) =>
    db
      .insertInto('webhook_mapping')
      .values({ tenant_id: actor.tenant_id, name, source })
      .onConflict((clash) => clash.columns(['tenant_id', 'name']).doUpdateSet({ source, at }))
      .execute(),
  );
  return { status: 200, body: { name, source, changed_at: at } };
});

const remove = handle(contract.hooksDelete)(async (call) => {
  const { actor } = signedIn(call);
  const gone = await call.server.store.as(actor, async ({ db }) =>
    db
      .deleteFrom('webhook_mapping')
      .where('tenant_id', '=', actor.tenant_id)
      .where('name', '=', call.asked.params.mapping)
      .executeTakeFirst(),
  );
  if (gone.numDeletedRows === 0n) throw new PolyprismError('http.not_found');
  return { status: 204 };
});

export const hookHandlings = [take, list, set, remove];

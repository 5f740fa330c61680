import { webhookMapper } from '../../../live/map-webhook.ts';
import { parseWebhookMapping } from '../../../live/webhook-mapping.ts';
import type { ReadEvent } from '../../../live/read-batch.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import { seal, unseal } from '../../auth/seal.ts';
import * as contract from '../../contract/events.ts';
import { doorOf, receive } from '../../live/receive.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { isSigned } from '../../webhooks/is-signed.ts';
import { shownAnswers } from './answers.ts';

const take = handle(contract.hooksReceive)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const name = asked.params.mapping;
  const row = await server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('webhook_mapping')
      .select(['source', 'secret'])
      .where('tenant_id', '=', actor.tenant_id)
      .where('name', '=', name)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  if (row.secret !== null) {
    const secret = unseal(server.sealing_key, row.secret, sealedFor(actor.tenant_id, name));
    const { headers } = asked;
    if (secret === null || !isSigned(secret, headers, call.request.sent, server.now()))
      throw new PolyprismError('live.not_signed', { mapping: name });
  }
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
      .select(['name', 'source', 'secret', 'at as changed_at'])
      .where('tenant_id', '=', actor.tenant_id)
      .orderBy('name')
      .execute(),
  );
  const items = rows.map(({ secret, ...row }) => ({ ...row, signed: secret !== null }));
  return { status: 200, body: { items } };
});

const set = handle(contract.hooksSet)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const name = asked.params.mapping;
  const { source, secret: given } = asked.body;
  const { tenant_id } = actor;
  parseWebhookMapping(source, name);
  const at = server.now().toISOString();
  const sealed = given && seal(server.sealing_key, given, sealedFor(tenant_id, name));
  const secret = sealed === undefined ? {} : { secret: sealed };
  const kept = await server.store.as(actor, async ({ db }) =>
    db
      .insertInto('webhook_mapping')
      .values({ tenant_id, name, source, ...secret })
      .onConflict((clash) =>
        clash.columns(['tenant_id', 'name']).doUpdateSet({ source, at, ...secret }),
      )
      .returning('secret')
      .executeTakeFirstOrThrow(),
  );
  const signed = kept.secret !== null;
  return { status: 200, body: { name, source, signed, changed_at: at } };
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

/** What the secret of a mapping is tied to. */
function sealedFor(tenant_id: string, mapping: string): string {
  return `hook/${tenant_id}/${mapping}`;
}

export const hookHandlings = [take, list, set, remove];

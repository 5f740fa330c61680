import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { seal } from '../../auth/seal.ts';
import {
  webhooksCreate,
  webhooksDeliveries,
  webhooksList,
  webhooksRetry,
  webhooksRevoke,
} from '../../contract/webhooks.ts';
import { outboundUrl } from '../../outbound/outbound-url.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { newWebhookSecret } from '../../webhooks/sign-webhook.ts';

const columns = ['id', 'url', 'types', 'created_at', 'revoked_at'] as const;

const list = handle(webhooksList)(async (call) => {
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('webhook')
      .select(columns)
      .where('tenant_id', '=', actor.tenant_id)
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
  );
  return { status: 200, body: { items: rows.map((row) => ({ ...row, types: [...row.types] })) } };
});

const create = handle(webhooksCreate)(async (call) => {
  const { server, asked } = call;
  const { tenant_id, user_id } = signedIn(call).actor;
  const now = server.now();
  const url = outboundUrl(asked.body.url, server.config.outbound).href;
  const id = newId(now);
  const secret = newWebhookSecret();
  const types = [...new Set(asked.body.types)];
  const webhook = { id, url, types, created_at: now.toISOString(), revoked_at: null };
  const sealed = seal(server.sealing_key, secret, `webhook/${id}`);
  await server.store.as(signedIn(call).actor, async ({ db }) => {
    const { count } = await db
      .selectFrom('webhook')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('tenant_id', '=', tenant_id)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (count >= limits.webhooks_max) {
      throw new PolyprismError('webhook.too_many', { limit: limits.webhooks_max });
    }
    const row = { ...webhook, tenant_id, user_id, secret: sealed };
    await db.insertInto('webhook').values(row).execute();
  });
  return { status: 201, body: { webhook, secret } };
});

const revoke = handle(webhooksRevoke)(async (call) => {
  const { actor } = signedIn(call);
  const { webhook_id } = call.asked.params;
  const revoked_at = call.server.now().toISOString();
  await call.server.store.as(actor, async ({ db }) => {
    const gone = await db
      .updateTable('webhook')
      .set({ revoked_at })
      .where('id', '=', webhook_id)
      .where('tenant_id', '=', actor.tenant_id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (gone.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
    await db
      .updateTable('webhook_delivery')
      .set({ state: 'dead', ended_at: revoked_at })
      .where('webhook_id', '=', webhook_id)
      .where('state', '=', 'waiting')
      .execute();
  });
  return { status: 204 };
});

/** Whether the acting tenant has such a webhook; a foreign one is none. */
async function known({ db }: StoreTx, tenant_id: string, id: string): Promise<void> {
  const row = db.selectFrom('webhook').select('id').where('tenant_id', '=', tenant_id);
  const found = await row.where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw new PolyprismError('http.not_found');
}

const deliveries = handle(webhooksDeliveries)(async (call) => {
  const { actor } = signedIn(call);
  const { webhook_id } = call.asked.params;
  const { limit, cursor } = call.asked.query;
  const rows = await call.server.store.as(actor, async (tx) => {
    await known(tx, actor.tenant_id, webhook_id);
    const shown = ['id', 'matter_id', 'number', 'type', 'at', 'state', 'tries'] as const;
    return await tx.db
      .selectFrom('webhook_delivery')
      .select([...shown, 'next_at', 'status', 'code', 'ended_at'])
      .where('webhook_id', '=', webhook_id)
      .where('id', '>', afterOf(cursor))
      .orderBy('id')
      .limit(limit + 1)
      .execute();
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const retry = handle(webhooksRetry)(async (call) => {
  const { actor } = signedIn(call);
  const { webhook_id } = call.asked.params;
  const next_at = call.server.now().toISOString();
  const again = await call.server.store.as(actor, async (tx) => {
    await known(tx, actor.tenant_id, webhook_id);
    return await tx.db
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', tries: 0, next_at, ended_at: null })
      .where('webhook_id', '=', webhook_id)
      .where('state', '=', 'dead')
      .executeTakeFirst();
  });
  return { status: 200, body: { again: Number(again.numUpdatedRows) } };
});

export const webhookHandlings = [list, create, revoke, deliveries, retry];

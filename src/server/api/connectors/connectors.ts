import type { z } from '@hono/zod-openapi';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { seal } from '../../auth/seal.ts';
import { allowedAddress } from '../../connectors/allowed-address.ts';
import * as contract from '../../contract/connectors.ts';
import { assertAbout } from '../../inspections/assert-about.ts';
import type { Jobs } from '../../jobs/queue.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

function rowsOf({ db }: StoreTx, tenant_id: string) {
  return db
    .selectFrom('connector')
    .select(['id', 'name', 'address', 'packs', 'platform_id', 'cron', 'time_zone', 'created_at'])
    .select(['ended_at', 'last_run_at', 'last_inspection_id', 'last_ended_at', 'last_code'])
    .select('failures')
    .where('tenant_id', '=', tenant_id);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

function shown(jobs: Jobs, row: Row): z.input<(typeof contract.connectorsCreate.answers)[201]> {
  const { cron, time_zone, ended_at } = row;
  const next = cron === null || ended_at !== null ? null : jobs.nextOf(cron, time_zone);
  return { ...row, packs: [...row.packs], next_run_at: next?.toISOString() ?? null };
}

const list = handle(contract.connectorsList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const rows = await call.server.store.as(actor, async (tx) =>
    rowsOf(tx, actor.tenant_id)
      .where('id', '>', afterOf(cursor))
      .orderBy('id')
      .limit(limit + 1)
      .execute(),
  );
  const page = pageOfRows(rows, limit, ({ id }) => id);
  return {
    status: 200,
    body: { ...page, items: page.items.map((row) => shown(call.server.jobs, row)) },
  };
});

const create = handle(contract.connectorsCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { url, cron = null, platform_id = null, packs, name, time_zone } = asked.body;
  const { tenant_id, user_id } = actor;
  const { name: address } = allowedAddress(url, server.config.connector_hosts);
  if (cron !== null && server.jobs.nextOf(cron, time_zone) === null) {
    throw new PolyprismError('connector.bad_schedule', { cron, zone: time_zone });
  }
  if (platform_id !== null) await assertAbout(call, platform_id);
  const id = newId(server.now());
  const sealed = seal(server.sealing_key, url, `connector ${id}`);
  const row = await server.store.as(actor, async (tx) => {
    const values = { id, tenant_id, user_id, name, address, sealed, packs, platform_id, cron };
    await tx.db
      .insertInto('connector')
      .values({ ...values, time_zone, created_at: server.now().toISOString() })
      .execute();
    return await rowsOf(tx, tenant_id).where('id', '=', id).executeTakeFirstOrThrow();
  });
  if (cron !== null) await server.jobs.repeat({ tenant_id, connector_id: id }, cron, time_zone);
  return { status: 201, body: shown(server.jobs, row) };
});

const run = handle(contract.connectorsRun)(async (call) => {
  const { actor } = signedIn(call);
  const { connector_id } = call.asked.params;
  const row = await call.server.store.as(actor, async (tx) =>
    rowsOf(tx, actor.tenant_id)
      .where('id', '=', connector_id)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  await call.server.jobs.runNow({ tenant_id: actor.tenant_id, connector_id });
  return { status: 202 };
});

const end = handle(contract.connectorsDelete)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { connector_id } = asked.params;
  const ended = await server.store.as(actor, async ({ db }) =>
    db
      .updateTable('connector')
      .set({ ended_at: server.now().toISOString() })
      .where('id', '=', connector_id)
      .where('tenant_id', '=', actor.tenant_id)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  );
  if (ended.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
  await server.jobs.unrepeat(connector_id);
  return { status: 204 };
});

export const connectorHandlings = [list, create, run, end];

import { describeIssue } from '../../../model/issue.ts';
import { liveRead, liveSet } from '../../contract/events.ts';
import { liveSetting } from '../../live/live-setting.ts';
import type { Server } from '../../server.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** Refused events that are told; all are counted. */
const refusals_told = 100;

async function shown({ live }: Pick<Server, 'live'>, tenant_id: string) {
  const { view, context, saved } = await live.current(tenant_id);
  const { as_of, position, watermark, late, alerts, dirty, refused, refusals } = view;
  return {
    packs: context.packs.map(({ id, version, digest }) => ({ id, version, digest })),
    currency: context.currency,
    time_zone: context.time_zone,
    as_of,
    position,
    saved,
    watermark: watermark === null ? null : new Date(watermark).toISOString(),
    late,
    alerts,
    dirty: [...dirty],
    refused,
    refusals: refusals.slice(-refusals_told).map(({ issue, ...one }) => ({
      ...one,
      code: issue.code,
      ...describeIssue(issue),
    })),
  };
}

const read = handle(liveRead)(async (call) => ({
  status: 200,
  body: await shown(call.server, signedIn(call).actor.tenant_id),
}));

const set = handle(liveSet)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { tenant_id } = actor;
  // What cannot be loaded is not set.
  await server.packs(asked.body.packs);
  const value = JSON.stringify(asked.body);
  await server.store.as(actor, async ({ db }) =>
    db
      .insertInto('tenant_setting')
      .values({ tenant_id, name: liveSetting, value })
      .onConflict((clash) => clash.columns(['tenant_id', 'name']).doUpdateSet({ value }))
      .execute(),
  );
  await server.live.reopen(tenant_id);
  return { status: 200, body: await shown(server, tenant_id) };
});

export const liveHandlings = [read, set];

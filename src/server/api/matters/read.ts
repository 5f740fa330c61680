import type { z } from '@hono/zod-openapi';
import { dataSchema } from '../../../casework/data-schema.ts';
import type { Clock } from '../../../casework/clock.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import { nextDue } from '../../../casework/shown/next-due.ts';
import { shownClocks } from '../../../casework/shown/shown-matter.ts';
import { lateFine } from '../../../casework/surcharge.ts';
import { proposalsNow, stepsNow } from '../../../casework/steps-now.ts';
import type { Actor } from '../../../model/actor.ts';
import type { MatterKind, MatterParty } from '../../../model/matter.ts';
import type { StoreTx } from '../../../store/store.ts';
import { mattersEvents, mattersRead } from '../../contract/matters.ts';
import type { clock, matter } from '../../contract/matters-shapes.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { contextOf } from './judge.ts';
import { rowOf } from './matter-row.ts';
import { lawOf } from '../../law-of.ts';
import { momentOf } from '../../moment-of.ts';
import { lastNumber, seenMatter } from './seen-matter.ts';

/** Events a matter is shown with; all of them have a route of their own. */
const events_shown = 100;

const read = handle(mattersRead)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const body = await server.store.as(
    actor,
    async (tx) => await readMatter(server, tx, actor, asked.params.matter_id),
  );
  return { status: 200, headers: { etag: `"${body.number}"` }, body };
});

/** A matter as the actor's side sees it. */
export async function readMatter(
  server: Server,
  tx: StoreTx,
  actor: Actor,
  matter_id: string,
): Promise<z.input<typeof matter>> {
  const { state, shown } = await seenMatter(tx, actor, matter_id);
  const { kind, owner_tenant_id, opened_on } = state;
  const moment = await momentOf(tx, owner_tenant_id, server.now());
  const law = await lawOf(tx, server.laws, owner_tenant_id, opened_on);
  const owns = shown.faces.includes('owner');
  const clocks = shownClocks(shown, law, moment.on);
  const rules = matterRules[kind];
  const context = await contextOf(tx, law, state, moment.on);
  const row = {
    id: state.matter_id,
    kind,
    owner_tenant_id,
    faces: shown.faces,
    status: shown.status,
    title: shown.title,
    opened_on,
    last_at: shown.last_at,
    number: lastNumber(shown),
    ...nextDue(shown.faces, state, clocks, law),
    assignee: owns ? state.assignee : null,
    queue: owns ? state.queue : null,
    tags: owns ? state.tags : [],
  };
  return {
    ...rowOf(row, moment.on),
    parties: await named(tx, shown.parties),
    links: owns ? [...state.links] : [],
    events: shown.events.slice(-events_shown),
    currency: law.currency,
    clocks: clocks.map((one) => clockOf(kind, one)),
    late_fine: lateFine(state, clocks, moment.on),
    steps: stepsNow(rules, state, actor, moment, context).map(({ data, ...step }) => ({
      ...step,
      data: dataSchema(data),
    })),
    proposals: owns
      ? proposalsNow(rules, state, actor).map((one) => ({ ...one, may: [...one.may] }))
      : [],
  };
}

/** The sides with what their tenants are called: consumers see no list of them. */
async function named(
  { db }: StoreTx,
  parties: readonly MatterParty[],
): Promise<z.input<typeof matter>['parties']> {
  const ids = parties.map(({ tenant_id }) => tenant_id);
  const rows = await db
    .selectFrom('tenant')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return parties.map((one) => ({ ...one, name: names.get(one.tenant_id) ?? one.tenant_id }));
}

function clockOf(kind: MatterKind, one: Clock): z.input<typeof clock> {
  const { clause, unknown, ...rest } = one;
  return {
    ...rest,
    title: matterRules[kind].clocks[one.clock]?.title ?? { zh: one.clock, en: one.clock },
    overdue: one.state === 'overdue' || one.state === 'late',
    unknown: unknown === null ? null : { ...unknown },
    clause: clause && {
      law: clause.cite.law,
      article: clause.cite.article,
      url: clause.cite.url,
      confidence: clause.cite.confidence,
      term: { ...clause.term },
    },
  };
}

const events = handle(mattersEvents)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const { matter_id } = call.asked.params;
  const after = Number(afterOf(cursor) || 0);
  const rows = await call.server.store.as(actor, async (tx) => {
    const { shown } = await seenMatter(tx, actor, matter_id);
    return shown.events.filter(({ number }) => number > after).slice(0, limit + 1);
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ number }) => String(number)) };
});

export const readingMatters = [read, events];

import type { Actor } from '../../../model/actor.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, PolyprismError } from '../../../model/issue.ts';
import { parsePlan } from '../../../plan/language/parse-plan.ts';
import { systemActor } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { digestOf, newSecret } from '../../auth/secret.ts';
import * as contract from '../../contract/plans.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { knownOutcomes } from '../../plans/known-outcomes.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly user_id: string;
  readonly created_at: string;
  readonly link: Buffer | null;
}

function shown({ id, title, user_id, created_at, link }: Row) {
  return { id, title, created_at, created_by: user_id, shared: link !== null };
}

const list = handle(contract.plansList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const { actor } = signedIn(call);
  const before = afterOf(cursor);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('saved_plan')
      .select(['id', 'title', 'user_id', 'created_at', 'link'])
      .where('tenant_id', '=', actor.tenant_id)
      .$if(before !== '', (query) => query.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute(),
  );
  const { items, next } = pageOfRows(rows, limit, ({ id }) => id);
  return { status: 200, body: { items: items.map(shown), next } };
});

const create = handle(contract.plansCreate)(async (call) => {
  const { actor } = signedIn(call);
  const { title, plan, assumptions } = call.asked.body;
  const { tenant_id, user_id } = actor;
  const now = call.server.now();
  const row = { id: newId(now), title, user_id, created_at: now.toISOString() };
  await call.server.store.as(actor, async ({ db }) =>
    db
      .insertInto('saved_plan')
      .values({ ...row, tenant_id, plan, assumptions })
      .execute(),
  );
  return { status: 201, body: { ...shown({ ...row, link: null }), plan, assumptions } };
});

const read = handle(contract.plansRead)(async (call) => {
  const { actor } = signedIn(call);
  const row = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('saved_plan')
      .selectAll()
      .where('tenant_id', '=', actor.tenant_id)
      .where('id', '=', call.asked.params.plan_id)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  const { plan, assumptions } = row;
  return { status: 200, body: { ...shown(row), plan, assumptions } };
});

const remove = handle(contract.plansDelete)(async (call) => {
  const { actor } = signedIn(call);
  const gone = await call.server.store.as(actor, async ({ db }) =>
    db
      .deleteFrom('saved_plan')
      .where('tenant_id', '=', actor.tenant_id)
      .where('id', '=', call.asked.params.plan_id)
      .executeTakeFirst(),
  );
  if (gone.numDeletedRows === 0n) throw new PolyprismError('http.not_found');
  return { status: 204 };
});

/** Sets what is kept of a link; the link itself is kept nowhere. */
async function setLink(
  { store }: Server,
  actor: Actor,
  plan_id: string,
  link: Buffer | null,
): Promise<void> {
  const changed = await store.as(actor, async ({ db }) =>
    db
      .updateTable('saved_plan')
      .set({ link })
      .where('tenant_id', '=', actor.tenant_id)
      .where('id', '=', plan_id)
      .executeTakeFirst(),
  );
  if (changed.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
}

const share = handle(contract.plansShare)(async (call) => {
  const link = newSecret();
  await setLink(call.server, signedIn(call).actor, call.asked.params.plan_id, digestOf(link));
  return { status: 200, body: { link } };
});

const unshare = handle(contract.plansUnshare)(async (call) => {
  await setLink(call.server, signedIn(call).actor, call.asked.params.plan_id, null);
  return { status: 204 };
});

const shared = handle(contract.plansShared)(async (call) => {
  signedIn(call);
  const row = await call.server.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('saved_plan')
      .innerJoin('tenant', 'tenant.id', 'saved_plan.tenant_id')
      .select(['title', 'plan', 'assumptions', 'created_at', 'tenant.name as tenant'])
      .where('link', '=', digestOf(call.asked.params.link))
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  return { status: 200, body: row };
});

const known = handle(contract.plansKnown)(async ({ server }) => {
  const folder = server.shipped.plans;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const items = await Promise.all(
    names.toSorted(compareText).map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const { plan } = parsePlan(text, name);
      const outcome = knownOutcomes[plan?.id ?? ''];
      if (plan === null || outcome === undefined) return [];
      const { id, title, currency, sources } = plan;
      return [{ id, title, currency, outcome, sources: [...sources], plan: text }];
    }),
  );
  return {
    status: 200,
    headers: { 'cache-control': 'public, max-age=3600' },
    body: { items: items.flat() },
  };
});

export const savedPlanHandlings = [list, create, read, remove, share, unshare, shared, known];

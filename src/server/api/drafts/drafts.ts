import { canonicalJson } from '../../../evidence/canonical-json.ts';
import { sha256 } from '../../../evidence/digest.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { newPack } from '../../../packs/skeleton/new-pack.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/drafts.ts';
import type { DraftFile } from '../../drafts/draft-order.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { readDraft, readRevision, shownRevision } from './read-draft.ts';

const list = handle(contract.draftsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const { actor } = signedIn(call);
  const before = afterOf(cursor);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('draft')
      .innerJoin('draft_revision as r', 'r.draft_id', 'draft.id')
      .select(['draft.id', 'title', 'created_at', 'draft.user_id as created_by'])
      .select((eb) => [eb.fn.max('r.number').as('revision'), eb.fn.max('r.at').as('changed_at')])
      .where('draft.tenant_id', '=', actor.tenant_id)
      .$if(before !== '', (query) => query.where('draft.id', '<', before))
      .groupBy('draft.id')
      .orderBy('draft.id', 'desc')
      .limit(limit + 1)
      .execute(),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const create = handle(contract.draftsCreate)(async (call) => {
  const { actor } = signedIn(call);
  const { title, pack_id = '' } = call.asked.body;
  const { tenant_id, user_id } = actor;
  const now = call.server.now();
  const id = newId(now);
  const at = now.toISOString();
  const made = await call.server.store.as(actor, async (tx) => {
    const row = { id, tenant_id, user_id, title, created_at: at };
    await tx.db.insertInto('draft').values(row).execute();
    const files = call.asked.body.files ?? (await skeletonOf(tx, actor, pack_id));
    return await addRevision(tx, actor, { draft_id: id, number: 1, at, files });
  });
  return { status: 201, body: made };
});

/** The files of a new pack that its tenant publishes. */
async function skeletonOf({ db }: StoreTx, { tenant_id }: Actor, id: string) {
  const { name: publisher } = await db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', tenant_id)
    .executeTakeFirstOrThrow();
  return [...newPack({ id, publisher })].map(([name, text]): DraftFile => ({ name, text }));
}

const read = handle(contract.draftsRead)(async (call) => {
  const { actor } = signedIn(call);
  const { draft_id } = call.asked.params;
  const body = await call.server.store.as(actor, async (tx) => {
    const draft = await readDraft(tx, actor, draft_id);
    const number = call.asked.query.revision ?? draft.revision;
    return { draft, revision: await readRevision(tx, actor, draft_id, number) };
  });
  return { status: 200, body };
});

const revise = handle(contract.draftsRevise)(async (call) => {
  const { actor } = signedIn(call);
  const { draft_id } = call.asked.params;
  const { expected, files } = call.asked.body;
  const at = call.server.now().toISOString();
  const body = await call.server.store.as(actor, async (tx) => {
    const { revision } = await readDraft(tx, actor, draft_id);
    // Somebody else's work is not written over: who is late reads it first.
    if (revision !== expected) throw new PolyprismError('draft.changed', { revision });
    return await addRevision(tx, actor, { draft_id, number: revision + 1, at, files });
  });
  return { status: 201, body };
});

interface Revision {
  readonly draft_id: string;
  readonly number: number;
  readonly at: string;
  readonly files: readonly DraftFile[];
}

async function addRevision({ db }: StoreTx, actor: Actor, made: Revision) {
  const { tenant_id, user_id } = actor;
  const text = canonicalJson(made.files.map(({ name, text: of }) => ({ name, text: of })));
  const row = { ...made, tenant_id, user_id, files: text, digest: sha256(text) };
  const added = await db
    .insertInto('draft_revision')
    .values(row)
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) {
    throw new PolyprismError('draft.changed', { revision: made.number });
  }
  return shownRevision(row);
}

export const draftHandlings = [list, create, read, revise];

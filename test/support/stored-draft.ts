import { sha256 } from '../../src/evidence/digest.ts';
import type { Store } from '../../src/store/store.ts';
import { systemActor } from '../../src/store/store.ts';

/** Puts a draft of a tenant, with one empty file, into the store. */
export async function draftIn(
  store: Store,
  tenant_id: string,
  id: string,
  at: string,
): Promise<string> {
  const files = JSON.stringify([{ name: 'pack.yaml', text: '' }]);
  const by = { tenant_id, user_id: 'maker' };
  await store.as(systemActor, async ({ db }) => {
    await db
      .insertInto('draft')
      .values({ id, ...by, title: id, created_at: at })
      .execute();
    const row = { draft_id: id, number: 1, ...by, at, files, digest: sha256(files) };
    await db.insertInto('draft_revision').values(row).execute();
  });
  return id;
}

/** Puts a draft and a proposal of it into the store. */
export async function proposalIn(
  store: Store,
  tenant_id: string,
  id: string,
  at: string,
): Promise<string> {
  const draft_id = await draftIn(store, tenant_id, `draft-of-${id}`, at);
  const title = { en: id, zh: id };
  const text = { revision: 1, files: '', standard: 'a', version: '1.0.0', title };
  const step = { type: 'propose', text };
  const event = { proposal_id: id, number: 1, at, on: at.slice(0, 10), reason: id, step };
  const content = JSON.stringify({ ...event, user_id: 'maker' });
  const by = { tenant_id, user_id: 'maker' };
  await store.as(systemActor, async ({ db }) => {
    const row = { id, ...by, draft_id, created_at: at };
    await db.insertInto('proposal').values(row).execute();
    const first = { proposal_id: id, number: 1, ...by, content, digest: sha256(content) };
    await db.insertInto('proposal_event').values(first).execute();
  });
  return id;
}

/** Puts a saved plan of a tenant into the store. */
export async function planIn(
  store: Store,
  tenant_id: string,
  id: string,
  created_at: string,
): Promise<string> {
  const row = { id, tenant_id, user_id: 'maker', title: id, plan: '', assumptions: null };
  await store.as(systemActor, async ({ db }) =>
    db
      .insertInto('saved_plan')
      .values({ ...row, created_at })
      .execute(),
  );
  return id;
}

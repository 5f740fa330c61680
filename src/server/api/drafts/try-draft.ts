import { join } from 'node:path';
import { describeIssue, PolyprismError } from '../../../model/issue.ts';
import type { Actor } from '../../../model/actor.ts';
import { limits } from '../../../model/limits.ts';
import * as contract from '../../contract/drafts.ts';
import type { EventSource } from '../../contract/route.ts';
import { draftFailure } from '../../drafts/draft-failure.ts';
import type { DraftOrder } from '../../drafts/draft-order.ts';
import { inspectionSeenBy } from '../../findings/seen-by.ts';
import { folderOf } from '../../inspections/inspection-folder.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { readDraft, readRevision } from './read-draft.ts';

type Linted = (typeof contract.draftsLint)['answers'][200];

const lint = handle(contract.draftsLint)(async ({ server, asked }) => {
  const checked = await server.drafts.linter.lint(asked.body.files);
  // The program answers in this shape; the contract's schema is asked once more on the way out.
  return { status: 200, body: checked as unknown as Linted['_output'] };
});

const test = handle(contract.draftsTest)(async (call) => {
  const { actor } = signedIn(call);
  const { revision, mutants } = call.asked.body;
  const files = await filesOf(call.server, actor, call.asked.params.draft_id, revision);
  const order = { verb: 'test', files, mutants } as const;
  return { status: 200, events: worked(call.server, actor, order, limits.draft_test_s_max) };
});

const run = handle(contract.draftsRun)(async (call) => {
  const { actor } = signedIn(call);
  const { revision, inspection_id, as_of } = call.asked.body;
  const files = await filesOf(call.server, actor, call.asked.params.draft_id, revision);
  const snapshot = await snapshotOf(call.server, actor, inspection_id);
  const order = { verb: 'run', files, snapshot, as_of: as_of ?? null } as const;
  return { status: 200, events: worked(call.server, actor, order, limits.draft_run_s_max) };
});

async function filesOf(
  { store }: Server,
  actor: Actor,
  draft_id: string,
  revision: number | undefined,
): Promise<DraftOrder['files']> {
  return await store.as(actor, async (tx) => {
    const draft = await readDraft(tx, actor, draft_id);
    const { files } = await readRevision(tx, actor, draft_id, revision ?? draft.revision);
    return files;
  });
}

/** The snapshot of an inspection of one's own, or of a platform one supervises. */
async function snapshotOf(
  { store, workspace }: Server,
  actor: Actor,
  inspection_id: string,
): Promise<string> {
  const row = await store.as(actor, async ({ db }) =>
    db
      .selectFrom('inspection')
      .select('tenant_id')
      .where('id', '=', inspection_id)
      .where(inspectionSeenBy(actor))
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  return join(folderOf({ workspace, tenant_id: row.tenant_id }, inspection_id), 'out', 'snapshot');
}

/** `progress`, and at the end `result` or `problem`. */
function worked(
  { drafts, log }: Server,
  { tenant_id }: Actor,
  order: DraftOrder,
  seconds: number,
): EventSource {
  return async function* events(signal) {
    let number = 0;
    try {
      for await (const { event, data } of drafts.work(tenant_id, order, seconds, signal)) {
        number += 1;
        yield { id: String(number), event, data };
      }
    } catch (error) {
      if (signal.aborted) return;
      const code = draftFailure(error);
      if (code === 'http.internal') log.error({ route: `drafts.${order.verb}` }, 'fault');
      const told = { code, ...describeIssue({ code, params: {} }) };
      yield { id: String(number + 1), event: 'problem', data: told };
    }
  };
}

export const tryingDrafts = [lint, test, run];

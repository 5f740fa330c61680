import type { Actor } from '../../../model/actor.ts';
import { proposalStepsNow } from '../../../casework/proposals/steps-now.ts';
import type { ProposedText } from '../../../casework/proposals/proposal.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { legalDay } from '../../../model/legal-day.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/proposals.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { buildProposed } from '../../proposals/build-proposed.ts';
import type { Built } from '../../proposals/build-proposed.ts';
import { assertVersion } from '../../proposals/assert-version.ts';
import { authorsOf, editionBefore, proposedFiles } from '../../proposals/proposed-files.ts';
import { appendStep, ownProposal } from '../../proposals/proposal-events.ts';
import { opinionCount, readOpinions, shownOpinion } from '../../proposals/read-opinions.ts';
import { shownProposal, shownStep } from '../../proposals/shown-proposal.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { readDraft, readRevision } from '../drafts/read-draft.ts';

const list = handle(contract.proposalsList)(async (call) => {
  const { limit, cursor, status } = call.asked.query;
  const { actor } = signedIn(call);
  const before = afterOf(cursor);
  const now = call.server.now();
  const rows = await call.server.store.as(actor, async (tx) => {
    const found = await tx.db
      .selectFrom('proposal')
      .select('id')
      .where('tenant_id', '=', actor.tenant_id)
      .$if(before !== '', (query) => query.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(status === undefined ? limit + 1 : looked_max)
      .execute();
    const shown = [];
    for (const { id } of found) {
      const known = await ownProposal(tx, actor, id, now);
      if (status !== undefined && known.state.status !== status) continue;
      shown.push(shownProposal(known, await opinionCount(tx, id)));
      if (shown.length > limit) break;
    }
    return shown;
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

/** A status is worked out of events: so many proposals are looked at for one page. */
const looked_max = 1_000;

const create = handle(contract.proposalsCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { draft_id } = asked.params;
  const now = server.now();
  const read = await server.store.as(actor, async (tx) => {
    await readDraft(tx, actor, draft_id);
    const { digest, files } = await readRevision(tx, actor, draft_id, asked.body.revision);
    return { digest, files, tenant: await tenantOf(tx, actor) };
  });
  const built = await buildProposed(server, actor, read.tenant.name, read.files);
  const text = textOf(built, asked.body.revision, read.digest);
  const id = newId(now);
  const body = await server.store.as(actor, async (tx) => {
    await assertVersion(tx, actor.tenant_id, text);
    await assertFree(server, tx, actor, draft_id);
    const { tenant_id, user_id } = actor;
    const row = { id, tenant_id, user_id, draft_id, created_at: now.toISOString() };
    await tx.db.insertInto('proposal').values(row).execute();
    const on = legalDay(read.tenant.time_zone, now);
    const { reason } = asked.body;
    const step = { type: 'propose', text } as const;
    await appendStep(tx, actor, { proposal_id: id, expected: 0, at: now, on, reason, step });
    return shownProposal(await ownProposal(tx, actor, id, now), 0);
  });
  return { status: 201, body };
});

const read = handle(contract.proposalsRead)(async (call) => {
  const { actor } = signedIn(call);
  const body = await call.server.store.as(actor, async (tx) => {
    const { proposal_id } = call.asked.params;
    const known = await ownProposal(tx, actor, proposal_id, call.server.now());
    const authors = await authorsOf(tx, known);
    const { state, today: on } = known;
    return {
      proposal: shownProposal(known, await opinionCount(tx, proposal_id)),
      files: await proposedFiles(tx, known),
      before: await editionBefore(tx, known),
      steps: known.events.map((event) => ({ ...shownStep(event), by: event.user_id })),
      steps_now: proposalStepsNow(state, { ...actor, on, authors }),
      today: on,
      authors: [...authors],
    };
  });
  return { status: 200, body };
});

const opinions = handle(contract.proposalsOpinions)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const { proposal_id } = call.asked.params;
  const rows = await call.server.store.as(actor, async (tx) => {
    const { state } = await ownProposal(tx, actor, proposal_id, call.server.now());
    const found = await readOpinions(tx, proposal_id, {
      after: afterOf(cursor),
      limit: limit + 1,
    });
    return found.map((one) => shownOpinion(one, state.answers, 'tenant'));
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

export async function tenantOf({ db }: StoreTx, { tenant_id }: Actor) {
  return await db
    .selectFrom('tenant')
    .select(['name', 'time_zone'])
    .where('id', '=', tenant_id)
    .executeTakeFirstOrThrow();
}

export function textOf({ pack }: Built, revision: number, files: string): ProposedText {
  return { revision, files, standard: pack.id, version: pack.version, title: pack.title };
}

const decided = new Set(['published', 'withdrawal_asked', 'withdrawn', 'dropped']);

/** A draft is proposed once at a time: two reviews of one text could disagree. */
async function assertFree(server: Server, tx: StoreTx, actor: Actor, draft_id: string) {
  const rows = await tx.db
    .selectFrom('proposal')
    .select('id')
    .where('draft_id', '=', draft_id)
    .where('tenant_id', '=', actor.tenant_id)
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  for (const { id } of rows) {
    const { state } = await ownProposal(tx, actor, id, server.now());
    if (!decided.has(state.status)) throw new PolyprismError('proposal.draft_busy');
  }
}

export const proposalHandlings = [list, create, read, opinions];

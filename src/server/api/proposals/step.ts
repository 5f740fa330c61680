import { proposalRefusal } from '../../../casework/proposals/proposal-refusal.ts';
import type { ProposalStep } from '../../../casework/proposals/proposal.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import * as contract from '../../contract/proposals.ts';
import type { Asked } from '../../contract/route.ts';
import { assertVersion } from '../../proposals/assert-version.ts';
import { buildProposed } from '../../proposals/build-proposed.ts';
import { appendStep, ownProposal } from '../../proposals/proposal-events.ts';
import type { KnownProposal } from '../../proposals/proposal-events.ts';
import { authorsOf } from '../../proposals/proposed-files.ts';
import { opinionCount, readOpinions } from '../../proposals/read-opinions.ts';
import { shownProposal } from '../../proposals/shown-proposal.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { readRevision } from '../drafts/read-draft.ts';
import { tenantOf, textOf } from './proposals.ts';

type Wanted = Asked<typeof contract.proposalsStep>['body']['step'];

const step = handle(contract.proposalsStep)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { proposal_id } = asked.params;
  const { expected, reason } = asked.body;
  const now = server.now();
  const taken = await stepOf(server, actor, proposal_id, asked.body.step);
  const body = await server.store.as(actor, async (tx) => {
    const known = await ownProposal(tx, actor, proposal_id, now);
    await assertStep(tx, actor, known, taken, expected, reason);
    const on = known.today;
    await appendStep(tx, actor, { proposal_id, expected, at: now, on, reason, step: taken });
    const after = await ownProposal(tx, actor, proposal_id, now);
    return shownProposal(after, await opinionCount(tx, proposal_id));
  });
  return { status: 201, body };
});

/** Throws why a step may not be taken; asked again in the transaction that takes it. */
export async function assertStep(
  tx: StoreTx,
  { user_id, roles }: Actor,
  known: KnownProposal,
  taken: ProposalStep,
  expected: number,
  reason: string | null,
): Promise<void> {
  const { id, state, today, tenant_id } = known;
  const authors = await authorsOf(tx, known);
  const unanswered = (await opinionCount(tx, id)) - state.answers.size;
  const facts = { user_id, roles, on: today, reason, authors, unanswered };
  const refused = proposalRefusal(state, taken, facts);
  if (refused !== null) throw new PolyprismError(refused.code, refused.params);
  if (state.number !== expected) {
    throw new PolyprismError('proposal.changed', { number: state.number });
  }
  if (taken.type === 'answer') {
    const ids = [taken.opinion_id];
    const found = await readOpinions(tx, id, { after: '', limit: 1, ids });
    if (found.length === 0) throw new PolyprismError('http.not_found');
  }
  if (taken.type === 'revise') await assertVersion(tx, tenant_id, taken.text);
}

/** A revision is built before the transaction: that takes a process of its own, and seconds. */
async function stepOf(
  server: Server,
  actor: Actor,
  proposal_id: string,
  wanted: Wanted,
): Promise<ProposalStep> {
  if (wanted.type !== 'revise') return wanted;
  const { revision } = wanted;
  const read = await server.store.as(actor, async (tx) => {
    const { draft_id, state } = await ownProposal(tx, actor, proposal_id, server.now());
    const { digest, files } = await readRevision(tx, actor, draft_id, revision);
    return { digest, files, standard: state.text.standard, tenant: await tenantOf(tx, actor) };
  });
  const built = await buildProposed(server, actor, read.tenant.name, read.files);
  if (built.pack.id !== read.standard) {
    // Comments were asked for on another standard.
    throw new PolyprismError('proposal.foreign_id', {
      id: built.pack.id,
      standard: read.standard,
    });
  }
  return { type: 'revise', text: textOf(built, revision, read.digest) };
}

export const proposalSteps = [step];

import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import * as contract from '../../contract/editions.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { knownProposal } from '../../proposals/proposal-events.ts';
import type { KnownProposal } from '../../proposals/proposal-events.ts';
import { editionBefore, proposedFiles } from '../../proposals/proposed-files.ts';
import { opinionCount, readOpinions, shownOpinion } from '../../proposals/read-opinions.ts';
import { shownPublicly, shownStep } from '../../proposals/shown-proposal.ts';
import { handle } from '../../server.ts';

/** Most proposals looked at for one page: which of them are public is worked out of events. */
const looked_max = 1_000;

/** The public sees what was out for comment, and what was published. */
function isPublic({ state }: KnownProposal): boolean {
  return state.comment !== null || state.edition_id !== null;
}

/** A proposal the public may see; any other is not there. */
export async function publicProposal(tx: StoreTx, id: string, now: Date): Promise<KnownProposal> {
  const known = await knownProposal(tx, id, now);
  if (!isPublic(known)) throw new PolyprismError('http.not_found');
  return known;
}

const list = handle(contract.publicProposals)(async ({ server, asked }) => {
  const { limit, cursor, open } = asked.query;
  const before = afterOf(cursor);
  const rows = await server.store.as(systemActor, async (tx) => {
    const found = await tx.db
      .selectFrom('proposal')
      .select('id')
      .$if(before !== '', (query) => query.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(looked_max)
      .execute();
    const shown = [];
    for (const { id } of found) {
      const known = await knownProposal(tx, id, server.now());
      const wanted = open === 'false' || known.state.status === 'out_for_comment';
      if (!wanted || !isPublic(known)) continue;
      shown.push(shownPublicly(known, await opinionCount(tx, id)));
      if (shown.length > limit) break;
    }
    return shown;
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const read = handle(contract.publicProposalRead)(async ({ server, asked }) => {
  const { proposal_id } = asked.params;
  const body = await server.store.as(systemActor, async (tx) => {
    const known = await publicProposal(tx, proposal_id, server.now());
    return {
      proposal: shownPublicly(known, await opinionCount(tx, proposal_id)),
      files: await proposedFiles(tx, known),
      before: await editionBefore(tx, known),
      steps: known.events.map(shownStep),
    };
  });
  return { status: 200, body };
});

const opinions = handle(contract.publicOpinions)(async ({ server, asked }) => {
  const { limit, cursor } = asked.query;
  const { proposal_id } = asked.params;
  const rows = await server.store.as(systemActor, async (tx) => {
    const { state } = await publicProposal(tx, proposal_id, server.now());
    // Until somebody of the tenant has read it, nobody's words stand on a public page.
    const ids = [...state.answers.keys()];
    const wanted = { after: afterOf(cursor), limit: limit + 1, ids };
    const found = await readOpinions(tx, proposal_id, wanted);
    return found.map((one) => shownOpinion(one, state.answers, 'public'));
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

export const publicProposalHandlings = [list, read, opinions];

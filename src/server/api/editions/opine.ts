import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { publicOpine } from '../../contract/editions.ts';
import { salted } from '../../proposals/proposal-events.ts';
import { proposedFiles } from '../../proposals/proposed-files.ts';
import { opinionCount } from '../../proposals/read-opinions.ts';
import type { Opinion } from '../../proposals/read-opinions.ts';
import { handle } from '../../server.ts';
import type { Caller } from '../../server.ts';
import { publicProposal } from './public-proposals.ts';

/** From anybody, while the proposal is out for comment; promised to the log, so none is lost. */
const opine = handle(publicOpine)(async ({ server, asked, caller }) => {
  const { proposal_id } = asked.params;
  const { text, file, name } = asked.body;
  const now = server.now();
  const body = await server.store.as(systemActor, async (tx) => {
    const known = await publicProposal(tx, proposal_id, now);
    if (known.state.status !== 'out_for_comment') {
      throw new PolyprismError('proposal.comment_closed');
    }
    const files = await proposedFiles(tx, known);
    if (file !== null && !files.some((one) => one.name === file)) {
      throw new PolyprismError('proposal.provision_unknown', { file });
    }
    const limit = limits.opinions_max;
    if ((await opinionCount(tx, proposal_id)) >= limit) {
      throw new PolyprismError('proposal.opinions_full', { limit });
    }
    const id = newId(now);
    const said: Opinion = {
      ...(await whoSays(tx, caller)),
      id,
      proposal_id,
      at: now.toISOString(),
      on: known.today,
      file,
      text,
      name,
    };
    const kept = salted(said);
    const row = { id, proposal_id, tenant_id: known.tenant_id, ...kept };
    await tx.db.insertInto('opinion').values(row).execute();
    tx.afterCommit(tx.logGrew);
    return { id, digest: kept.digest };
  });
  return { status: 201, body };
});

async function whoSays({ db }: StoreTx, caller: Caller | null) {
  const nobody = { tenant_id: null, tenant: null, party: null, user_id: null };
  if (caller === null) return nobody;
  const { tenant_id, party, user_id } = caller.actor;
  // Consumers share one tenant, which is nobody.
  if (party === 'consumer') return { ...nobody, party, user_id };
  const { name } = await db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', tenant_id)
    .executeTakeFirstOrThrow();
  return { tenant_id, tenant: name, party, user_id };
}

export const opiningHandlings = [opine];

import { sha256 } from '../../../evidence/digest.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { addSignature, signFile } from '../../../packs/signature.ts';
import type { StoreTx } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import { tenantKey } from '../../auth/tenant-key.ts';
import * as contract from '../../contract/proposals.ts';
import { assertVersion } from '../../proposals/assert-version.ts';
import { buildProposed } from '../../proposals/build-proposed.ts';
import { appendStep, ownProposal } from '../../proposals/proposal-events.ts';
import type { KnownProposal } from '../../proposals/proposal-events.ts';
import { proposedFiles } from '../../proposals/proposed-files.ts';
import { readEditions } from '../../proposals/read-editions.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { assertStep } from './step.ts';

/** What was approved, byte for byte: built again of the same files, signed, and kept for good. */
const publish = handle(contract.proposalsPublish)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { proposal_id } = asked.params;
  const { expected } = asked.body;
  const now = server.now();
  const edition_id = newId(now);
  const draft = await server.store.as(actor, async (tx) => {
    const known = await ownProposal(tx, actor, proposal_id, now);
    const step = { type: 'publish', edition_id, sha256: '' } as const;
    await assertStep(tx, actor, known, step, expected, null);
    return { files: await proposedFiles(tx, known), publisher: known.publisher.name };
  });
  const built = await buildProposed(server, actor, draft.publisher, draft.files);
  const bundle = Buffer.from(built.bundle, 'base64');
  const { key, public_key } = await tenantKey(server.workspace, actor.tenant_id);
  const signed = addSignature([], signFile(bundle, draft.publisher, key));
  const signatures = `${JSON.stringify(signed, null, 2)}\n`;
  const made = { id: edition_id, bundle, signatures, public_key, digest: sha256(bundle) };
  const body = await server.store.as(actor, async (tx) => {
    const known = await ownProposal(tx, actor, proposal_id, now);
    const step = { type: 'publish', edition_id, sha256: made.digest } as const;
    await assertStep(tx, actor, known, step, expected, null);
    await assertVersion(tx, actor.tenant_id, known.state.text);
    await claim(tx, known);
    await tx.db
      .insertInto('edition')
      .values({ ...made, ...rowOf(known), published_at: now.toISOString() })
      .execute();
    const taking = { proposal_id, expected, at: now, on: known.today, reason: null, step };
    await appendStep(tx, actor, taking);
    const [shown] = await readEditions(tx, now, { ids: [edition_id] });
    if (shown === undefined) throw new PolyprismError('http.internal');
    return shown;
  });
  return { status: 201, body };
});

function rowOf({ id, tenant_id, publisher, today, state }: KnownProposal) {
  const { standard, version, title } = state.text;
  return {
    standard,
    version,
    tenant_id,
    proposal_id: id,
    published_on: today,
    publisher: publisher.name,
    title: JSON.stringify(title),
  };
}

/** The first to publish a standard has its id; the database keeps it so. */
async function claim({ db }: StoreTx, { tenant_id, state }: KnownProposal): Promise<void> {
  const { standard: id } = state.text;
  await db
    .insertInto('standard')
    .values({ id, tenant_id })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const owner = await db
    .selectFrom('standard')
    .select('tenant_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (owner?.tenant_id !== tenant_id) throw new PolyprismError('proposal.id_taken', { id });
}

export const publishingHandlings = [publish];

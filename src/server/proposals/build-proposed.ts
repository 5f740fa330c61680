import type { Actor } from '../../model/actor.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { BuiltDraft } from '../drafts/built-draft.ts';
import { draftFailure } from '../drafts/draft-failure.ts';
import type { DraftFile } from '../drafts/draft-order.ts';
import type { Server } from '../server.ts';

export type Built = Extract<BuiltDraft, { readonly pack: unknown }>;

/** Ids without full stops: what begins with one and a full stop is of that pack alone. */
const plain = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * The pack that files make, which must be sound, pass its own cases, be in the tenant's own name,
 * and speak for nobody else: its ids begin with its own, and only a regulator cites the law.
 */
export async function buildProposed(
  { drafts, shipped }: Pick<Server, 'drafts' | 'shipped'>,
  { tenant_id, party }: Actor,
  tenant_name: string,
  files: readonly DraftFile[],
): Promise<Built> {
  const built = await buildDraft(drafts, tenant_id, files);
  if ('unsound' in built) throw new PolyprismError('proposal.unsound', built.unsound);
  if ('failing' in built) {
    throw new PolyprismError('proposal.tests_fail', { provision: built.failing });
  }
  const { id, publisher, provisions, terms } = built.pack;
  if (publisher !== tenant_name) {
    const params = { publisher, tenant: tenant_name };
    throw new PolyprismError('proposal.publisher_differs', params);
  }
  if (!plain.test(id) || shipped.packs.has(id)) {
    throw new PolyprismError('proposal.id_taken', { id });
  }
  const foreign = [...provisions.map((one) => one.id), ...terms].find(
    (one) => !one.startsWith(`${id}.`),
  );
  if (foreign !== undefined) {
    throw new PolyprismError('proposal.foreign_id', { id: foreign, standard: id });
  }
  const high = provisions.find(({ rank }) => rank !== 'standard');
  if (party !== 'regulator' && high !== undefined) {
    const params = { provision: high.id, rank: high.rank };
    throw new PolyprismError('proposal.rank_too_high', params);
  }
  return built;
}

async function buildDraft(
  { work }: Server['drafts'],
  tenant_id: string,
  files: readonly DraftFile[],
): Promise<BuiltDraft> {
  const { signal } = new AbortController();
  const order = { verb: 'build', files } as const;
  try {
    for await (const told of work(tenant_id, order, limits.draft_test_s_max, signal)) {
      // The program answers in this shape.
      if (told.event === 'result') return told.data as BuiltDraft;
    }
  } catch (error) {
    const code = draftFailure(error);
    throw code === 'http.internal' ? error : new PolyprismError(code);
  }
  throw new PolyprismError('draft.engine');
}

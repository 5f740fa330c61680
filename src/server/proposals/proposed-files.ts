import { PolyprismError } from '../../model/issue.ts';
import { readBundle } from '../../packs/bundle.ts';
import type { StoreTx } from '../../store/store.ts';
import type { DraftFile } from '../drafts/draft-order.ts';
import type { KnownProposal } from './proposal-events.ts';

type Files = readonly DraftFile[];

/** The files a proposal speaks of: a revision never changes. */
export async function proposedFiles(
  { db }: StoreTx,
  { draft_id, state }: Pick<KnownProposal, 'draft_id' | 'state'>,
): Promise<DraftFile[]> {
  const row = await db
    .selectFrom('draft_revision')
    .select('files')
    .where('draft_id', '=', draft_id)
    .where('number', '=', state.text.revision)
    .executeTakeFirst();
  if (row === undefined) throw new PolyprismError('http.not_found');
  // Written by `drafts.revise` as such.
  return [...(JSON.parse(row.files) as Files)];
}

/** Whoever wrote the draft, or a revision of it up to the one proposed. */
export async function authorsOf(
  { db }: StoreTx,
  { draft_id, state }: Pick<KnownProposal, 'draft_id' | 'state'>,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('draft_revision')
    .select('user_id')
    .distinct()
    .where('draft_id', '=', draft_id)
    .where('number', '<=', state.text.revision)
    .orderBy('user_id')
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/** The edition of the same standard before this one, with its files. */
export async function editionBefore({ db }: StoreTx, { id, tenant_id, state }: KnownProposal) {
  const row = await db
    .selectFrom('edition')
    .select(['id', 'version', 'published_on', 'bundle'])
    .where('standard', '=', state.text.standard)
    .where('tenant_id', '=', tenant_id)
    .where('proposal_id', '<>', id)
    .$if(state.edition_id !== null, (query) => query.where('id', '<', state.edition_id ?? ''))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { version, published_on } = row;
  const files = readBundle(row.bundle).files.map(({ name, bytes }) => ({
    name,
    text: Buffer.from(bytes).toString('utf8'),
  }));
  return { edition_id: row.id, version, published_on, files };
}

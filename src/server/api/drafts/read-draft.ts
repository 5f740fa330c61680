import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { DraftRevisionTable } from '../../../store/tables/drafts.ts';
import type { DraftFile } from '../../drafts/draft-order.ts';

export async function readDraft({ db }: StoreTx, { tenant_id }: Actor, id: string) {
  const found = await db
    .selectFrom('draft')
    .innerJoin('draft_revision as r', 'r.draft_id', 'draft.id')
    .select(['draft.id', 'title', 'created_at', 'draft.user_id as created_by'])
    .select(['r.number as revision', 'r.at as changed_at'])
    .where('draft.tenant_id', '=', tenant_id)
    .where('draft.id', '=', id)
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) throw new PolyprismError('http.not_found');
  return found;
}

export async function readRevision(
  { db }: StoreTx,
  { tenant_id }: Actor,
  draft_id: string,
  number: number,
) {
  const row = await db
    .selectFrom('draft_revision')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('draft_id', '=', draft_id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) throw new PolyprismError('http.not_found');
  return shownRevision(row);
}

export function shownRevision(row: DraftRevisionTable) {
  const { draft_id, number, at, user_id, digest } = row;
  // Written by `addRevision` as such.
  const files = JSON.parse(row.files) as DraftFile[];
  return { draft_id, number, at, by: user_id, digest, files };
}

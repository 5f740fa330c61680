import type { StoreTx } from './store.ts';

/** A publication with its content, as JSON text. */
export interface KeptPublication {
  readonly content: string;
  readonly digest: string;
}

/** What is on display on a day, the newest first. As the program: for whoever asks. */
export async function shownOn(tx: StoreTx, on: string, most: number): Promise<KeptPublication[]> {
  const rows = await tx.db
    .selectFrom('publication')
    .select(['content', 'digest'])
    .where('content', 'is not', null)
    .where('published_on', '<=', on)
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', on)]))
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap(({ content, digest }) => (content === null ? [] : [{ content, digest }]));
}

/** The latest version of a publication. */
export async function latestOf(tx: StoreTx, id: string) {
  return await tx.db
    .selectFrom('publication')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The publication of a matter that has not been withdrawn. */
export async function openOf(tx: StoreTx, matter_id: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('publication')
    .select('content')
    .where('matter_id', '=', matter_id)
    .where('content', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Matters of which something is published. */
export function openMatters(db: StoreTx['db']) {
  return db.selectFrom('publication').select('matter_id').where('content', 'is not', null);
}

/** Whether something is published of a matter. As the program. */
export async function isPublished({ db }: StoreTx, matter_id: string): Promise<boolean> {
  const row = await openMatters(db).where('matter_id', '=', matter_id).executeTakeFirst();
  return row !== undefined;
}

/** Withdrawn publications and replaced versions, the newest first. */
export async function withdrawn(tx: StoreTx, most: number) {
  return await tx.db
    .selectFrom('publication')
    .select(['id', 'version', 'kind', 'withdrawn_on', 'why', 'digest'])
    .where('content', 'is', null)
    .orderBy('withdrawn_on', 'desc')
    .orderBy('id', 'desc')
    .orderBy('version', 'desc')
    .limit(most)
    .execute();
}

/** Withdraws what is published of a matter, if anything is; in the name of its publisher. */
export async function withdrawOf(
  tx: StoreTx,
  matter_id: string,
  withdrawn_on: string,
  why: string,
): Promise<void> {
  await tx.db
    .updateTable('publication')
    .set({ content: null, withdrawn_on, why })
    .where('matter_id', '=', matter_id)
    .where('content', 'is not', null)
    .execute();
}

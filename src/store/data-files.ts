import type { Insertable, Selectable } from 'kysely';
import type { StoreTx } from './store.ts';
import type { DataFileTable } from './tables/publications.ts';

export type KeptFile = Selectable<DataFileTable>;

/** The last link of a chain of monthly data files. As the program, like all of them. */
export async function newestFile({ db }: StoreTx, name: string): Promise<KeptFile | undefined> {
  return await db
    .selectFrom('data_file')
    .selectAll()
    .where('name', '=', name)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function fileAt(
  { db }: StoreTx,
  name: string,
  number: number,
): Promise<KeptFile | undefined> {
  return await db
    .selectFrom('data_file')
    .selectAll()
    .where('name', '=', name)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The newest links of all chains, each chain from its newest. */
export async function keptFiles({ db }: StoreTx, most: number): Promise<KeptFile[]> {
  return await db
    .selectFrom('data_file')
    .selectAll()
    .orderBy('month', 'desc')
    .orderBy('name')
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}

/** Puts a link at the end of its chain; nothing where another process did so first. */
export async function addFile(tx: StoreTx, file: Insertable<DataFileTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('data_file')
    .values(file)
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  tx.afterCommit(tx.logGrew);
  return true;
}

/** Lets the rows of all links before one go; their manifests stay. */
export async function dropRowsBefore({ db }: StoreTx, name: string, number: number) {
  await db
    .updateTable('data_file')
    .set({ content: null })
    .where('name', '=', name)
    .where('number', '<', number)
    .where('content', 'is not', null)
    .execute();
}

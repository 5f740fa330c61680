import type { StoreTx } from '../store.ts';

/** What an authority of time said of a checkpoint. */
export interface KeptTimestamp {
  /** Of the checkpoint. */
  readonly size: number;
  readonly authority: string;
  /** As it came. */
  readonly token: Uint8Array;
}

/** Keeps a timestamp, unless another process was first: gives the one that is kept. */
export async function keepTimestamp(
  tx: StoreTx,
  { size, authority, token }: KeptTimestamp,
): Promise<Uint8Array> {
  await tx.db
    .insertInto('checkpoint_timestamp')
    .values({ size, authority, token: Buffer.from(token) })
    .onConflict((clash) => clash.doNothing())
    .execute();
  return (await timestampOf(tx, size)) ?? token;
}

export async function timestampOf({ db }: StoreTx, size: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('checkpoint_timestamp')
    .select('token')
    .where('size', '=', size)
    .executeTakeFirst();
  return row?.token ?? null;
}

import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../store.ts';
import type { StoreTx } from '../store.ts';
import type { RawFile } from './raw-file.ts';
import { rawPath } from './raw-file.ts';

/** For whom bytes are kept, and until when. */
export interface FileRecord extends RawFile {
  readonly name: string;
  readonly matter_id: string | null;
  /** The last day on which it must be there. */
  readonly keep_until: string;
}

/**
 * Records a file that `keepRaw` has written. The same bytes recorded again keep their first name
 * and the later of both terms. `store.file_missing` where they were removed in between.
 */
export async function registerFile(tx: StoreTx, folder: string, file: FileRecord): Promise<void> {
  if (tx.actor.party === systemActor.party) throw new TypeError('a file is somebody’s');
  await holdRaw(tx, file.sha256);
  if (!existsSync(rawPath(folder, file.sha256))) {
    throw new PolyprismError('store.file_missing', { sha256: file.sha256 });
  }
  const { tenant_id, user_id } = tx.actor;
  await tx.db
    .insertInto('file')
    .values({ ...file, tenant_id, user_id })
    .onConflict((clash) =>
      clash.columns(['sha256', 'tenant_id', 'user_id']).doUpdateSet({
        keep_until: sql<string>`greatest(file.keep_until, excluded.keep_until)`,
        removed_at: null,
      }),
    )
    .execute();
}

/** Nobody else records or removes these bytes until the transaction ends. */
export async function holdRaw(tx: StoreTx, sha256: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`raw/${sha256}`}, 0))`.execute(tx.db);
}

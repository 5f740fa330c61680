import { join } from 'node:path';
import type { Actor } from '../../model/actor.ts';
import { addMonths } from '../../model/days.ts';
import { legalDay } from '../../model/legal-day.ts';
import { registerFile } from '../../store/files/register-file.ts';
import type { Server } from '../server.ts';
import { keptMonths } from './kept-term.ts';

/** A raw file as it came. */
export interface SentFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Locks raw files for the term of whoever sent them, from today where they are: when they come,
 * and anew when an inspection reads them. Terms grow and never shrink.
 */
export async function keepSent(
  { store, workspace, now }: Pick<Server, 'store' | 'workspace' | 'now'>,
  actor: Actor,
  files: readonly SentFile[],
): Promise<void> {
  if (files.length === 0) return;
  await store.as(actor, async (tx) => {
    const tenant = await tx.db
      .selectFrom('tenant')
      .select('time_zone')
      .where('id', '=', actor.tenant_id)
      .executeTakeFirstOrThrow();
    const months = await keptMonths(tx, actor.tenant_id);
    const keep_until = addMonths(legalDay(tenant.time_zone, now()), months);
    // In one order, so that two who keep the same files do not wait for each other.
    const once = new Map(files.map((file) => [file.sha256, file]));
    for (const sha256 of [...once.keys()].toSorted()) {
      const { name, bytes } = once.get(sha256)!;
      const record = { sha256, name, bytes, matter_id: null, keep_until };
      await registerFile(tx, join(workspace, 'raw'), record);
    }
  });
}

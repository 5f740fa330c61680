import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { freeDisk, rawThing } from '../../store/disk/disk-use.ts';
import { removeDue } from '../../store/files/remove-due.ts';
import { systemActor } from '../../store/store.ts';
import type { Store, StoreTx } from '../../store/store.ts';
import { folderOf, inputsOf } from '../inspections/inspection-folder.ts';
import type { InspectionNote } from '../inspections/inspection-folder.ts';
import { dropUpload, readUpload } from '../uploads/upload-folder.ts';

/**
 * Removes raw files whose term is over: the records say so, then their bytes go, with the names
 * under which inspections and uploads of that tenant have them. What was found stays. Done by
 * several processes at once, or broken off, it is finished by the next; gives how many went.
 */
export async function removeOver(store: Store, workspace: string): Promise<number> {
  const gone = await removeDue(store, join(workspace, 'raw'));
  const over = await store.as(systemActor, removedLately);
  for (const [tenant_id, digests] of over) {
    await dropInputs(workspace, tenant_id, digests);
    await dropUploads(store, workspace, tenant_id, digests);
    await store.as(systemActor, async (tx) => {
      for (const sha256 of digests) await freeDisk(tx, rawThing(tenant_id, sha256));
    });
  }
  return gone.length;
}

/** By tenant, what it has no record of any more: of days, as a crash may have come between. */
async function removedLately({ db }: StoreTx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('file')
    .select(['tenant_id', 'sha256'])
    .groupBy(['tenant_id', 'sha256'])
    .having(sql<boolean>`bool_and(removed_at IS NOT NULL)
      AND max(removed_at) > now() - interval '7 days'`)
    .execute();
  const over = new Map<string, Set<string>>();
  for (const { tenant_id, sha256 } of rows)
    over.set(tenant_id, (over.get(tenant_id) ?? new Set()).add(sha256));
  return over;
}

async function dropInputs(
  workspace: string,
  tenant_id: string,
  digests: ReadonlySet<string>,
): Promise<void> {
  const place = { workspace, tenant_id };
  for (const id of await namesIn(folderOf(place, ''))) {
    const text = await readFile(join(folderOf(place, id), 'note.json'), 'utf8').catch(() => null);
    if (text === null) continue;
    // Written by beginInspection and by nobody else.
    const note = JSON.parse(text) as InspectionNote;
    const paths = inputsOf(place, note);
    for (const [i, { sha256 }] of note.inputs.entries()) {
      const path = paths[i];
      if (path !== undefined && digests.has(sha256)) await rm(path, { force: true });
    }
  }
}

async function dropUploads(
  store: Store,
  workspace: string,
  tenant_id: string,
  digests: ReadonlySet<string>,
): Promise<void> {
  const place = { workspace, tenant_id };
  for (const id of await namesIn(join(workspace, 'uploads', tenant_id))) {
    const upload = await readUpload(place, id).catch(() => null);
    if (upload === null || upload.sha256 === null || !digests.has(upload.sha256)) continue;
    await dropUpload(place, id);
    await store.as(systemActor, async (tx) => freeDisk(tx, { tenant_id, kind: 'upload', id }));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}

import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import type { RouteShape } from '../contract/route.ts';
import type { KeptPack } from '../findings/kept.ts';
import { inspectionSeenBy } from '../findings/seen-by.ts';
import type { Call } from '../server.ts';
import { signedIn } from '../signed-in.ts';
import { folderOf } from './inspection-folder.ts';

/** An inspection that is done, with where its process left what it made. */
export interface SeenInspection {
  readonly id: string;
  /** Whose inspection it is. */
  readonly tenant_id: string;
  readonly as_of: string;
  /** By which packs it judged; none where an older version kept it. */
  readonly packs: readonly KeptPack[];
  readonly out: string;
}

/**
 * The inspection, where the caller's tenant may see all of it: its own, and those of platforms it
 * supervises. For anybody else, and until it is done, there is none.
 */
export async function seenInspection<R extends RouteShape>(
  call: Call<R>,
  inspection_id: string,
): Promise<SeenInspection> {
  const { actor } = signedIn(call);
  const row = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('inspection')
      .select(['id', 'tenant_id', 'as_of', 'summary'])
      .where('id', '=', inspection_id)
      .where(inspectionSeenBy(actor))
      .executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  const { workspace } = call.server;
  // Kept by keepInspection.
  const { packs = [] } = row.summary as { readonly packs?: readonly KeptPack[] };
  const { id, tenant_id, as_of } = row;
  return { id, tenant_id, as_of, packs, out: join(folderOf({ workspace, tenant_id }, id), 'out') };
}

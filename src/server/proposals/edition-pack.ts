import { PolyprismError } from '../../model/issue.ts';
import type { Pack } from '../../model/provision.ts';
import type { UsedEdition } from '../../model/used-edition.ts';
import { packIn } from '../../packs/load-packs.ts';
import { readSignatures } from '../../packs/signature.ts';
import { parseTrust } from '../../packs/trust.ts';
import { verifyBundle } from '../../packs/verify-bundle.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { trustText } from './trust-text.ts';

/** A pack, and the published standard it is; left out where it is none. */
export interface TenantPack extends Pack {
  readonly edition?: UsedEdition;
}

/** The pack of an edition, read once its signature is found good again. */
export async function editionPack(
  store: Pick<Store, 'as'>,
  edition: UsedEdition,
): Promise<TenantPack> {
  const row = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('edition')
      .select(['standard', 'version', 'publisher', 'bundle', 'signatures', 'public_key'])
      .where('id', '=', edition.edition_id)
      .executeTakeFirstOrThrow(),
  );
  const path = `${row.standard}-${row.version}.tgz`;
  const signatures = readSignatures(row.signatures);
  if (signatures === null) throw new PolyprismError('trust.bad_signature_file', { path });
  const trust = parseTrust(trustText([row]), 'trust.yaml');
  const verified = verifyBundle(row.bundle, signatures, trust, path);
  return { ...(await packIn(row.bundle, verified, path)), edition };
}

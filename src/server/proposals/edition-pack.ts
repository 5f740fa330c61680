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

/** An edition as it is signed, in JSON: a process of its own finds the signature good again. */
export interface SignedEdition {
  readonly edition: UsedEdition;
  /** The built pack, base64. */
  readonly bundle: string;
  readonly signatures: string;
  /** Whose key it must be signed with. */
  readonly trust: string;
}

/** What was published, as it lies in the store. */
export async function signedEdition(
  store: Pick<Store, 'as'>,
  edition: UsedEdition,
): Promise<SignedEdition> {
  const row = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('edition')
      .select(['standard', 'version', 'publisher', 'bundle', 'signatures', 'public_key'])
      .where('id', '=', edition.edition_id)
      .executeTakeFirstOrThrow(),
  );
  const bundle = Buffer.from(row.bundle).toString('base64');
  return { edition, bundle, signatures: row.signatures, trust: trustText([row]) };
}

/** The pack of an edition, read once its signature is found good. */
export async function packOfSigned(signed: SignedEdition): Promise<TenantPack> {
  const { edition, bundle } = signed;
  const path = `${edition.standard}-${edition.version}.tgz`;
  const signatures = readSignatures(signed.signatures);
  if (signatures === null) throw new PolyprismError('trust.bad_signature_file', { path });
  const bytes = Buffer.from(bundle, 'base64');
  const verified = verifyBundle(bytes, signatures, parseTrust(signed.trust, 'trust.yaml'), path);
  return { ...(await packIn(bytes, verified, path)), edition };
}

/** The pack of an edition in the store. */
export async function editionPack(
  store: Pick<Store, 'as'>,
  edition: UsedEdition,
): Promise<TenantPack> {
  return await packOfSigned(await signedEdition(store, edition));
}

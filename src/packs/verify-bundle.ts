import { PolyprismError } from '../model/issue.ts';
import { readBundle } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { isSignatureOf } from './signature.ts';
import type { Signature } from './signature.ts';
import { isOlder } from './trust.ts';
import type { Trust, TrustedPublisher } from './trust.ts';

/** A built pack whose publisher is who it says, and the keys that signed it. */
export interface Verified extends Bundle {
  readonly publisher: string;
  /** Ids of the keys trusted, sorted. */
  readonly keys: readonly string[];
}

/**
 * Opens a built pack after its signatures have been found good: enough keys pinned for one
 * publisher signed these bytes, the pack is by that publisher, is one it may publish, and is not
 * older than the lowest version accepted. Whatever else is the case throws. Signatures of
 * strangers count for nothing and against nothing; a wrong one of a pinned key ends it.
 */
export function verifyBundle(
  file: Uint8Array,
  signatures: readonly Signature[],
  trust: Trust,
  path: string,
): Verified {
  if (signatures.length === 0) throw new PolyprismError('trust.unsigned', { path });
  const signers = trust.map((publisher) => ({
    publisher,
    keys: goodKeys(file, signatures, publisher),
  }));
  const enough = signers.filter(({ publisher, keys }) => keys.length >= publisher.threshold);
  if (enough.length === 0) throw notEnough(signers, signatures);
  const bundle = readBundle(file);
  const { manifest } = bundle;
  const signer = enough.find(({ publisher }) => publisher.name === manifest.publisher);
  if (!signer) {
    const signed = enough.map(({ publisher }) => publisher.name).join(', ');
    throw new PolyprismError('trust.wrong_publisher', { publisher: manifest.publisher, signed });
  }
  checkVersion(bundle, signer.publisher);
  return { ...bundle, publisher: manifest.publisher, keys: signer.keys };
}

/** The publisher's pinned keys that signed, each once. */
function goodKeys(
  file: Uint8Array,
  signatures: readonly Signature[],
  { name, keys }: TrustedPublisher,
): string[] {
  const good = new Set<string>();
  for (const one of signatures.filter(({ publisher }) => publisher === name)) {
    const key = keys.get(one.key);
    if (!key) continue;
    if (!isSignatureOf(file, one, key)) {
      throw new PolyprismError('trust.bad_signature', { publisher: name });
    }
    good.add(one.key);
  }
  return [...good].toSorted();
}

function notEnough(
  signers: readonly { readonly publisher: TrustedPublisher; readonly keys: readonly string[] }[],
  signatures: readonly Signature[],
): PolyprismError {
  const some = signers.find(({ keys }) => keys.length > 0);
  if (some) {
    const { name, threshold } = some.publisher;
    const params = { publisher: name, seen: some.keys.length, needed: threshold };
    return new PolyprismError('trust.too_few_signatures', params);
  }
  const seen = signatures.map(({ publisher, key }) => `${publisher} ${key}`).join(', ');
  return new PolyprismError('trust.unknown_key', { seen });
}

function checkVersion({ manifest }: Bundle, publisher: TrustedPublisher): void {
  const { id, version } = manifest;
  const least = publisher.packs.get(id);
  if (least === undefined) {
    throw new PolyprismError('trust.pack_not_listed', { publisher: publisher.name, id });
  }
  if (!/^\d+\.\d+\.\d+$/.test(version) || isOlder(version, least)) {
    throw new PolyprismError('trust.rollback', { id, version, least });
  }
}

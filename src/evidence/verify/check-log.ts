import { jsonOrNull } from '../../model/json-or-null.ts';
import { limits } from '../../model/limits.ts';
import { bag_paths } from '../bag/bag-paths.ts';
import { bytesOfBase64 } from '../base64.ts';
import { utf8Text } from '../bytes.ts';
import { isConsistent } from '../log/consistency-proof.ts';
import { isIncluded } from '../log/inclusion-proof.ts';
import { leafHash, sameHash } from '../log/merkle-hash.ts';
import type { Hash } from '../log/merkle-hash.ts';
import { readCheckpoint } from '../note/checkpoint.ts';
import type { Checkpoint } from '../note/checkpoint.ts';
import { cosignedAt } from '../note/cosignature.ts';
import { readNote, signersOf } from '../note/signed-note.ts';
import type { SignedNote } from '../note/signed-note.ts';
import { key_types } from '../note/verifier-key.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import { verifyTimestamp } from '../timestamp/verify-timestamp.ts';
import type { ReadBag } from './bag-source.ts';
import { broken, kept, notMade, untold } from './outcome.ts';
import type { Outcome, PromiseName } from './outcome.ts';

/** What the holder of a bag knows beforehand, from another source than the bag. */
export interface Against {
  /** Keys that sign bags or logs, and those of witnesses. */
  readonly keys: readonly VerifierKey[];
  /** An earlier checkpoint of the log, as it was given out; null without one. */
  readonly older: Uint8Array | null;
  /** Certificates of timestamp authorities. */
  readonly authorities: readonly Certificate[];
}

/** What the log has of a statement or event, and where it says to have it. */
export interface LogLeaf {
  readonly entry: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
}

/** Everything a bag says of the log it is in; null where it does not say where something is. */
export function checkLog(
  { contents }: ReadBag,
  leaves: readonly (LogLeaf | null)[],
  against: Against,
): Outcome[] {
  const bytes = contents.get(bag_paths.checkpoint);
  const logged = leaves.some((leaf) => leaf !== null);
  if (!bytes) return withoutLog(logged, against, contents);
  const note = readNote(bytes);
  const checkpoint = note && readCheckpoint(note.text);
  if (!note || !checkpoint) {
    const flawed = (promise: PromiseName): Outcome =>
      broken(promise, 'malformed', [bag_paths.checkpoint]);
    return (['log', 'checkpoint'] as const).map(flawed);
  }
  return [
    checkInclusion(leaves, checkpoint),
    checkCheckpoint(note, checkpoint, against.keys),
    ...checkWitnesses(note, against.keys),
    ...checkOlder(contents, checkpoint, against),
    checkTimestamp(contents, bytes, against.authorities),
  ];
}

function withoutLog(logged: boolean, against: Against, contents: ReadBag['contents']): Outcome[] {
  const witnessed = against.keys.some(({ type }) => type === key_types.cosignature);
  const stamped = against.authorities.length > 0 || contents.has(bag_paths.timestamp);
  return [
    logged ? broken('log', 'missing', [bag_paths.checkpoint]) : notMade('log'),
    logged ? broken('checkpoint', 'missing', [bag_paths.checkpoint]) : notMade('checkpoint'),
    ...(witnessed ? [broken('witnesses', 'no_log')] : []),
    ...(against.older ? [broken('older', 'no_log')] : []),
    stamped ? broken('timestamp', 'no_log') : notMade('timestamp'),
  ];
}

function checkInclusion(leaves: readonly (LogLeaf | null)[], { size, root }: Checkpoint): Outcome {
  const without = leaves.filter((leaf) => leaf === null).length;
  if (without > 0) return broken('log', 'not_logged', [`${without}`]);
  const outside = leaves.flatMap((one, at) => {
    if (!one) return [];
    const { entry, index, proof } = one;
    const leaf = leafHash(entry);
    return isIncluded({ index, size, leaf, proof, root }) ? [] : [`${at + 1}`];
  });
  return outside.length > 0 ? broken('log', 'not_included', outside) : kept('log', leaves.length);
}

/** The log's own key has its name: no other known key speaks for it. */
function checkCheckpoint(
  note: SignedNote,
  { origin, size }: Checkpoint,
  keys: readonly VerifierKey[],
): Outcome {
  const own = keys.filter(({ type, name }) => type === key_types.note && name === origin);
  if (own.length === 0)
    return keys.length > 0
      ? broken('checkpoint', 'other_log', [origin])
      : untold('checkpoint', 'no_key', [origin]);
  return signersOf(note, own)
    ? kept('checkpoint', size, [origin])
    : broken('checkpoint', 'other_signer', [origin]);
}

function checkWitnesses(note: SignedNote, keys: readonly VerifierKey[]): Outcome[] {
  const known = keys.filter(({ type }) => type === key_types.cosignature);
  if (known.length === 0) return [];
  const signers = signersOf(note, known);
  if (!signers) return [broken('witnesses', 'not_cosigned')];
  const told = signers.map(({ name, id }) => {
    const { bytes } = note.signatures.find((one) => one.name === name && one.id === id) ?? {};
    const time_s = bytes && cosignedAt(bytes);
    return `${name} ${new Date(Number(time_s ?? 0n) * 1000).toISOString()}`;
  });
  return [kept('witnesses', signers.length, told)];
}

function checkOlder(
  contents: ReadBag['contents'],
  grown: Checkpoint,
  { older, keys }: Against,
): Outcome[] {
  if (!older) return [];
  const note = readNote(older);
  const before = note && readCheckpoint(note.text);
  if (!note || !before || before.origin !== grown.origin) return [broken('older', 'other_log')];
  const own = keys.filter(({ type, name }) => type === key_types.note && name === before.origin);
  if (own.length > 0 && !signersOf(note, own)) return [broken('older', 'other_signer')];
  return [hasGrown(before, grown, readEarlier(contents.get(bag_paths.earlier)))];
}

function hasGrown(
  before: Checkpoint,
  grown: Checkpoint,
  proofs: ReadonlyMap<number, readonly Hash[]> | null,
): Outcome {
  if (!proofs) return broken('older', 'malformed', [bag_paths.earlier]);
  const sizes = [String(before.size), String(grown.size)];
  if (before.size === grown.size)
    return sameHash(before.root, grown.root)
      ? kept('older', 0, sizes)
      : broken('older', 'rewritten', sizes);
  const proof = proofs.get(before.size);
  if (before.size > grown.size || !proof) return untold('older', 'older_unknown', sizes);
  const claim = { size: before.size, root: before.root, proof };
  return isConsistent({ ...claim, grown: grown.size, grown_root: grown.root })
    ? kept('older', grown.size - before.size, sizes)
    : broken('older', 'rewritten', sizes);
}

/** Proofs by the size they start from; null when the file is none of ours. */
function readEarlier(bytes: Uint8Array | undefined): Map<number, readonly Hash[]> | null {
  const lines = utf8Text(bytes ?? new Uint8Array())
    .split('\n')
    .slice(0, -1);
  if (lines.length > limits.bag_earlier_max) return null;
  const proofs = new Map<number, readonly Hash[]>();
  for (const line of lines) {
    const { size, proof } = (jsonOrNull(line) ?? {}) as Record<string, unknown>;
    if (typeof size !== 'number' || !Array.isArray(proof)) return null;
    const read = (one: unknown): Uint8Array | null =>
      typeof one === 'string' ? bytesOfBase64(one) : null;
    const hashes = proof.map(read);
    if (!hashes.every((one) => one !== null)) return null;
    proofs.set(size, hashes);
  }
  return proofs;
}

function checkTimestamp(
  contents: ReadBag['contents'],
  stamped: Uint8Array,
  authorities: readonly Certificate[],
): Outcome {
  const token = contents.get(bag_paths.timestamp);
  if (!token) return authorities.length > 0 ? broken('timestamp', 'none') : notMade('timestamp');
  if (authorities.length === 0) return untold('timestamp', 'no_authority');
  const verdict = verifyTimestamp(token, stamped, authorities);
  return verdict.flaw === null
    ? kept('timestamp', 0, [verdict.time, verdict.authority])
    : broken('timestamp', 'timestamp', [verdict.flaw]);
}

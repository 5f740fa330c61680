import { canonicalJson } from '../evidence/canonical-json.ts';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError, compareText } from '../model/issue.ts';
import { jsonOrNull } from '../model/json-or-null.ts';
import { limits } from '../model/limits.ts';
import type { Pack } from '../model/provision.ts';
import { readGzip, writeGzip } from './gzip.ts';
import { predicates_name, writePredicates } from './predicates-file.ts';
import type { PackBytes } from './read-files.ts';
import { malformed, readTar, writeTar } from './tar.ts';

/** What a built pack says of itself: canonical JSON in `manifest.json`. */
export interface Manifest {
  readonly schema: 'polyprism.pack/1';
  readonly id: string;
  readonly version: string;
  readonly publisher: string;
  /** Digest of the pack, as a report names it. */
  readonly digest: string;
  /** Every other file, sorted by name, with the SHA-256 of its bytes. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

export interface Bundle {
  readonly manifest: Manifest;
  /** The author's files. */
  readonly files: readonly PackBytes[];
  /** predicates.json, made when the pack was built; null where no provision is decided by a row. */
  readonly predicates: Uint8Array | null;
}

const manifest_name = 'manifest.json';

/** A pack as one file: the same bytes from the same contents, anywhere and at any time. */
export function writeBundle(pack: Pack, unsorted: readonly PackBytes[]): Buffer {
  for (const name of [manifest_name, predicates_name]) {
    if (unsorted.some((one) => one.name === name)) {
      throw new PolyprismError('bundle.reserved_name', { name });
    }
  }
  const predicates = writePredicates(pack.provisions);
  const files = [...unsorted, ...(predicates ? [predicates] : [])].toSorted((a, b) =>
    compareText(a.name, b.name),
  );
  const { id, version, publisher, digest } = pack;
  const manifest: Manifest = {
    schema: 'polyprism.pack/1',
    id,
    version,
    publisher,
    digest,
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
  };
  const first = { name: manifest_name, bytes: Buffer.from(canonicalJson(manifest)) };
  return writeGzip(writeTar([first, ...files]));
}

/** The files of a built pack, each as its manifest says; anything else is refused. */
export function readBundle(bundle: Uint8Array): Bundle {
  const tar = readGzip(bundle, limits.bundle_bytes_max);
  if (!writeGzip(tar).equals(bundle)) throw malformed('not canonical');
  const [first, ...files] = readTar(tar);
  if (first?.name !== manifest_name) throw malformed('no manifest.json');
  const manifest = readManifest(first.bytes);
  const listed = new Map(manifest.files.map((one) => [one.name, one.sha256]));
  for (const { name, bytes } of files) {
    const expected = listed.get(name);
    if (expected === undefined) throw new PolyprismError('bundle.extra_file', { name });
    if (expected !== sha256(bytes)) throw new PolyprismError('bundle.changed_file', { name });
    listed.delete(name);
  }
  for (const name of listed.keys()) throw new PolyprismError('bundle.missing_file', { name });
  const predicates = files.find(({ name }) => name === predicates_name) ?? null;
  return {
    manifest,
    files: files.filter((one) => one !== predicates),
    predicates: predicates && predicates.bytes,
  };
}

function readManifest(bytes: Uint8Array): Manifest {
  const text = Buffer.from(bytes).toString('utf8');
  const value = jsonOrNull(text);
  if (!isManifest(value) || canonicalJson(value) !== text) throw malformed('manifest.json');
  return value;
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, id, version, publisher, digest, files } = value as Record<string, unknown>;
  return (
    schema === 'polyprism.pack/1' &&
    [id, version, publisher, digest].every((one) => typeof one === 'string') &&
    Array.isArray(files) &&
    files.every((one: unknown) => typeof one === 'object' && one !== null && isListed(one))
  );
}

function isListed(one: object): boolean {
  const { name, sha256: digest } = one as Record<string, unknown>;
  return typeof name === 'string' && typeof digest === 'string';
}

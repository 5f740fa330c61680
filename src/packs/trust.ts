import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic } from './diagnostic.ts';
import { idForm, versionText } from './front-matter.ts';
import { keyId } from './signature.ts';
import { dictionary, list, needed, nodeAt, oneOf, parseYaml } from './yaml-shape.ts';
import { record, spanOf, text, wrong } from './yaml-shape.ts';
import type { Shape } from './yaml-shape.ts';

/** A publisher whose packs are used, when enough of its keys signed them. */
export interface TrustedPublisher {
  readonly name: string;
  /** How many different keys must have signed. */
  readonly threshold: number;
  /** Public keys by their id. */
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** Packs it may publish, with the lowest version accepted. */
  readonly packs: ReadonlyMap<string, string>;
}

export type Trust = readonly TrustedPublisher[];

const expected_key = 'MCowBQYDK2VwAyEA… (Ed25519)';

/** An Ed25519 public key as the one line between BEGIN and END of its PEM file. */
const publicKey: Shape<KeyObject> = (yaml, node, owner) => {
  const line = text(/^[A-Za-z0-9+/]{59}=$/, expected_key)(yaml, node, owner);
  if (line === undefined) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(line, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, with the place.
  }
  return wrong(yaml, node, owner, expected_key);
};

/** A number of signatures: none at all would trust anybody. */
const threshold: Shape<number> = (yaml, node, owner) => {
  const value: unknown = node && 'value' in node ? node.value : undefined;
  if (Number.isSafeInteger(value) && Number(value) >= 1) return Number(value);
  return wrong(yaml, node, owner, '1, 2, …');
};

const trustFile = record({
  schema: needed(oneOf('polyprism.trust/1')),
  publishers: needed(
    list(
      record({
        name: needed(text()),
        threshold: needed(threshold),
        keys: needed(list(publicKey, 1)),
        packs: needed(dictionary(versionText, idForm)),
      }),
      1,
    ),
  ),
});

/** Reads trust.yaml; throws the first thing wrong with it, with its place. */
export function parseTrust(source: string, file: string): Trust {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics);
  const yaml = parseYaml(source, 0, report);
  const read = yaml ? trustFile(yaml, yaml.document.contents, null) : undefined;
  const names = (read?.publishers ?? []).map(({ name }) => name);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  // Of two entries the weaker one would decide.
  if (yaml && twice >= 0) {
    const span = spanOf(yaml, nodeAt(yaml, ['publishers', twice, 'name']));
    report('trust.publisher_twice', { publisher: names[twice] ?? '' }, ...span);
  }
  const [first] = diagnostics;
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  return (read?.publishers ?? []).map(({ keys, packs, ...one }) => ({
    ...one,
    keys: new Map(keys.map((key) => [keyId(key), key])),
    packs: new Map(packs),
  }));
}

/** Whether a version is lower than another: by number, part by part. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map(BigInt));
  const at = (a ?? []).findIndex((part, i) => part !== b?.[i]);
  return at >= 0 && (a?.[at] ?? 0n) < (b?.[at] ?? 0n);
}

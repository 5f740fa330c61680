import { jsonOrNull } from '../../model/json-or-null.ts';
import { bag_paths } from '../bag/bag-paths.ts';
import { bag_predicate } from '../bag/tag-files.ts';
import { utf8Text } from '../bytes.ts';
import { key_types } from '../note/verifier-key.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { isEnvelopeOf, readEnvelope } from '../statement/envelope.ts';
import { readStatement, statement_type } from '../statement/statement.ts';
import { tag_paths } from './bag-source.ts';
import type { ReadBag } from './bag-source.ts';
import { broken, kept, untold } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whether a known key signed that these files, through the manifests all of them, are the bag. */
export function checkSeal({ files, contents }: ReadBag, keys: readonly VerifierKey[]): Outcome {
  const content = contents.get(bag_paths.seal);
  if (!content) {
    return keys.length > 0 ? broken('seal', 'unsigned') : untold('seal', 'unsigned');
  }
  const envelope = readEnvelope(jsonOrNull(utf8Text(content)));
  const statement =
    envelope?.payloadType === statement_type && readStatement(envelope.bytes, bag_predicate);
  if (!envelope || !statement) return broken('seal', 'malformed', [bag_paths.seal]);
  const sealed = new Map(statement.subject.map(({ name, digest }) => [name, digest.sha256]));
  const changed = tag_paths.filter((path) => files.get(path)?.sha256 !== sealed.get(path));
  if (changed.length > 0) return broken('seal', 'changed', changed);
  if (sealed.size !== tag_paths.length) return broken('seal', 'malformed', [bag_paths.seal]);
  const known = signingKeys(keys);
  if (known.length === 0) return untold('seal', 'no_key');
  const signer = known.find(({ key }) => isEnvelopeOf(envelope, key));
  return signer ? kept('seal', 0, [signer.name]) : broken('seal', 'other_signer');
}

/** Keys that sign by themselves: those of witnesses only confirm what others signed. */
export function signingKeys(keys: readonly VerifierKey[]): VerifierKey[] {
  return keys.filter(({ type }) => type === key_types.note);
}

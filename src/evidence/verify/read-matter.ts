import { jsonOrNull } from '../../model/json-or-null.ts';
import { limits } from '../../model/limits.ts';
import { bag_paths } from '../bag/bag-paths.ts';
import type { BaggedEvent, MatterPredicate } from '../bag/matter-payload.ts';
import { matter_predicate } from '../bag/matter-payload.ts';
import { bytesOfBase64 } from '../base64.ts';
import { bytesOfHex, utf8Text } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hash_bytes } from '../log/merkle-hash.ts';
import { finding_predicate } from '../statement/inspection-statements.ts';
import type { FindingPredicate } from '../statement/inspection-statements.ts';
import { salt_bytes } from '../statement/log-entry.ts';
import type { ReadBag } from './bag-source.ts';
import { hasFinding, stated } from './read-statements.ts';
import type { Stated } from './read-statements.ts';

export interface BagMatter {
  readonly matter: Stated<MatterPredicate>;
  readonly events: readonly BaggedEvent[];
  readonly findings: readonly Stated<FindingPredicate>[];
}

/** The matter of a bag with its events; the path of the first file that is none of the kind. */
export function readMatter({ contents }: ReadBag): BagMatter | { readonly flaw: string } {
  const text = (path: string): string => utf8Text(contents.get(path) ?? new Uint8Array());
  const [matter, ...more] = stated<MatterPredicate>(text(bag_paths.matter), matter_predicate) ?? [];
  if (!matter || more.length > 0 || !isPredicate(matter.statement.predicate))
    return { flaw: bag_paths.matter };
  const events = readEvents(text(bag_paths.events));
  if (!events) return { flaw: bag_paths.events };
  const findings = stated<FindingPredicate>(text(bag_paths.findings), finding_predicate);
  if (!findings || !findings.every(hasFinding)) return { flaw: bag_paths.findings };
  return { matter, events, findings };
}

function isPredicate({ matter_id, entries, findings }: MatterPredicate): boolean {
  const lists = [entries, findings].every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
  );
  return typeof matter_id === 'string' && lists;
}

function readEvents(text: string): BaggedEvent[] | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.split('\n').slice(0, -1);
  if (lines.length > limits.bag_events_max) return null;
  const events = lines.map(readEvent);
  return events.every((one) => one !== null) ? events : null;
}

function readEvent(line: string): BaggedEvent | null {
  const value = jsonOrNull(line);
  if (typeof value !== 'object' || value === null || canonicalOrNull(value) !== line) return null;
  const { event, entry, salt, index, proof, ...more } = value as Record<string, unknown>;
  if (Object.keys(more).length > 0 || typeof event !== 'object' || event === null) return null;
  if (typeof entry !== 'string' || !/^[0-9a-f]{64}$/.test(entry)) return null;
  if (typeof index !== 'number' || !Array.isArray(proof)) return null;
  const bytes = (one: unknown): Uint8Array | null =>
    typeof one === 'string' ? bytesOfBase64(one) : null;
  const hashes = proof.map(bytes);
  const secret = bytes(salt);
  if (salt !== null && secret?.length !== salt_bytes) return null;
  if (!hashes.every((one) => one !== null && one.length === hash_bytes)) return null;
  // Each is a hash: the line above has looked.
  const path = hashes as Uint8Array[];
  return { event, entry: bytesOfHex(entry), salt: secret, index, proof: path };
}

/** Text of a lone surrogate has no canonical JSON: then no line either. */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}

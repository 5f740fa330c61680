import { bag_paths } from '../bag/bag-paths.ts';
import type { BaggedEvent } from '../bag/matter-payload.ts';
import { hexOf, sameBytes, utf8Bytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findingId } from '../statement/finding-id.ts';
import { logEntry } from '../statement/log-entry.ts';
import type { ReadBag } from './bag-source.ts';
import { broken, kept, notMade, untold } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { BagMatter } from './read-matter.ts';

/**
 * Whether the events are those the matter's statement lists, in order and of this matter, and each
 * shown whole is the one whose digest the log has. Of one shown in part the log only proves that
 * it is there: that the part is of it says whoever sealed the bag.
 */
export function checkEvents({ matter, events }: BagMatter): Outcome {
  const { matter_id, entries } = matter.statement.predicate;
  const listed = events.map(({ entry }) => hexOf(entry));
  if (canonicalJson(listed) !== canonicalJson(entries))
    return broken('events', 'disagrees_matter', [bag_paths.events]);
  let before = 0;
  for (const { event } of events) {
    const { number, matter_id: of } = event as Record<string, unknown>;
    if (of !== matter_id || typeof number !== 'number' || number <= before)
      return broken('events', 'disagrees_matter', [`${String(number)}`]);
    before = number;
  }
  const others = events.filter((one) => !isEntryOf(one));
  if (others.length > 0) return broken('events', 'bad_entry', others.map(numberOf));
  const parts = events.filter(({ salt }) => salt === null);
  return parts.length > 0
    ? untold('events', 'in_part', parts.map(numberOf))
    : kept('events', events.length);
}

function isEntryOf({ event, entry, salt }: BaggedEvent): boolean {
  return salt === null || sameBytes(logEntry(utf8Bytes(canonicalJson(event)), salt), entry);
}

function numberOf({ event }: BaggedEvent): string {
  return String((event as Record<string, unknown>)['number']);
}

/** Whether the findings are those the matter names, each with an id that is of what it says. */
export function checkMatterFindings({ matter, findings }: BagMatter): Outcome {
  const { findings: named } = matter.statement.predicate;
  const ids = findings.map(({ statement }) => statement.predicate.finding.id);
  if (canonicalJson(ids) !== canonicalJson(named))
    return broken('findings', 'disagrees_matter', [bag_paths.findings]);
  const wrong = findings.filter(({ statement }) => {
    const { subject, predicate } = statement;
    const inputs = subject.map(({ digest }) => digest.sha256);
    return idOrNull(predicate.finding, inputs) !== predicate.finding.id;
  });
  if (wrong.length > 0)
    return broken(
      'findings',
      'bad_id',
      wrong.map(({ statement }) => statement.predicate.finding.id),
    );
  return findings.length > 0 ? kept('findings', findings.length) : notMade('findings');
}

/** Null where it lacks what an id is made of: its shape is not checked field by field. */
function idOrNull(finding: Parameters<typeof findingId>[0], inputs: readonly string[]) {
  try {
    return findingId(finding, inputs);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether the files that events name are in the bag under their digests. */
export function checkMatterFiles({ matter }: BagMatter, { files }: ReadBag): Outcome {
  const { subject } = matter.statement;
  const there = [...files.values()].filter(({ path }) => path.startsWith(bag_paths.files));
  const other = there.filter(({ path, sha256 }) => path !== `${bag_paths.files}${sha256}`);
  if (other.length > 0)
    return broken(
      'inputs',
      'changed',
      other.map(({ path }) => path),
    );
  const known = new Set(there.map(({ sha256 }) => sha256));
  const named = new Set(subject.map(({ digest }) => digest.sha256));
  const stray = there.filter(({ sha256 }) => !named.has(sha256)).map(({ path }) => path);
  if (stray.length > 0) return broken('inputs', 'disagrees_matter', stray);
  const elsewhere = [...named].filter((one) => !known.has(one));
  if (elsewhere.length > 0) return untold('inputs', 'elsewhere', elsewhere);
  return named.size > 0 ? kept('inputs', named.size) : notMade('inputs');
}

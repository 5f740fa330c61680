import { compareText } from '../model/issue.ts';
import type { LineDigests } from './line-digests.ts';

/** What a part of a report says otherwise than the last one. */
export interface PartDifference {
  readonly added: readonly string[];
  readonly changed: readonly { readonly subject: string; readonly fields: readonly string[] }[];
  /** `subject` null: the tables no longer know who it was. */
  readonly gone: readonly { readonly subject: string | null; readonly digest: string }[];
  readonly unchanged: number;
}

/**
 * Compares digests of lines. `subjectOf` names subjects by digest as far as the tables know them;
 * those of `now` are all known. Sorted by subject, the nameless by digest.
 */
export function difference(
  last: LineDigests,
  now: LineDigests,
  subjectOf: ReadonlyMap<string, string>,
): PartDifference {
  const added: string[] = [];
  const changed: { subject: string; fields: string[] }[] = [];
  let unchanged = 0;
  for (const [digest, fields] of Object.entries(now)) {
    const subject = subjectOf.get(digest) ?? digest;
    const before = Object.hasOwn(last, digest) ? last[digest] : undefined;
    const names = before && [...new Set([...Object.keys(before), ...Object.keys(fields)])];
    const other = names?.filter((name) => before?.[name] !== fields[name]);
    if (!other) added.push(subject);
    else if (other.length > 0) changed.push({ subject, fields: other.toSorted(compareText) });
    else unchanged += 1;
  }
  const gone = Object.keys(last)
    .filter((digest) => !Object.hasOwn(now, digest))
    .map((digest) => ({ subject: subjectOf.get(digest) ?? null, digest }));
  return {
    added: added.toSorted(compareText),
    changed: changed.toSorted((a, b) => compareText(a.subject, b.subject)),
    gone: gone.toSorted(
      (a, b) =>
        compareText(a.subject ?? '\uffff', b.subject ?? '\uffff') ||
        compareText(a.digest, b.digest),
    ),
    unchanged,
  };
}

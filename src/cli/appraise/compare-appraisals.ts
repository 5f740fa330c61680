import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { Annex, Appraisal } from '../../model/appraisal.ts';

/** Parts of an appraisal that another run did not reproduce; annexes by their names. */
export function differencesOf(before: Appraisal, after: Appraisal): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => {
    const [old, now] = [before, after].map((one) => one[key as keyof Appraisal]);
    if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return [];
    return key === 'annexes' ? changedAnnexes(before.annexes, after.annexes) : [key];
  });
}

function changedAnnexes(before: readonly Annex[], after: readonly Annex[]): string[] {
  const digests = (all: readonly Annex[]): Map<string, string> =>
    new Map(all.map(({ name, sha256 }) => [name, sha256]));
  const [old, now] = [digests(before), digests(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return names.filter((name) => old.get(name) !== now.get(name));
}

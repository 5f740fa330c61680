import { linkKinds, personWeightMin } from '../../model/link-kinds.ts';
import type { LinkKind } from '../../model/link-kinds.ts';

export interface EvidenceSet {
  readonly kinds: readonly LinkKind[];
  readonly weight: number;
}

export const kindNames = Object.keys(linkKinds) as LinkKind[];

/**
 * The least sets of kinds that together decide: whoever shares every value of one is one person.
 * A set that holds a smaller deciding set says nothing more, and is left out.
 */
export const evidenceSets: readonly EvidenceSet[] = leastSets();

function leastSets(): EvidenceSet[] {
  const found: EvidenceSet[] = [];
  for (let size = 1; size <= kindNames.length; size++) {
    for (const kinds of subsetsOf(kindNames, size)) {
      const weight = kinds.reduce((sum, kind) => sum + linkKinds[kind].weight, 0);
      const known = found.some((one) => one.kinds.every((kind) => kinds.includes(kind)));
      if (weight >= personWeightMin && !known) found.push({ kinds, weight: Math.min(weight, 100) });
    }
  }
  return found;
}

function subsetsOf(kinds: readonly LinkKind[], size: number): LinkKind[][] {
  if (size === 0) return [[]];
  return kinds.flatMap((kind, i) =>
    subsetsOf(kinds.slice(i + 1), size - 1).map((rest) => [kind, ...rest]),
  );
}

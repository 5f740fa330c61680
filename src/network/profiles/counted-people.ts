import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * Nodes of each subtree that count (`counts` is 1), and the top itself, which always does: an
 * organiser is one of the organisation whatever became of its account (2013 opinions, art. 7).
 */
export function countedPeople({ parent }: Forest, counts: Uint8Array): Int32Array {
  const people = Int32Array.from(counts);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p !== ROOT) people[p]! += people[i]!;
    // Whoever is above has been told already.
    if (counts[i] === 0) people[i]!++;
  }
  return people;
}

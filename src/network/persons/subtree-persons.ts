import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';
import { heavyPaths, lowestCommon } from './heavy-paths.ts';

/**
 * Persons behind each subtree, its own top included, for all nodes at once (colour set size, Hui
 * 1992): one for every account, one less where two neighbouring accounts of a person, in the order
 * of `eulerOrder`, first meet; then summed up the trees. `person` numbers persons by any of their
 * accounts; `size` is what `subtreePeople` gives. No recursion, one pass each way; time is that of
 * the ways up to the meeting points, at most log2(nodes) steps each.
 */
export function subtreePersons(
  forest: Forest,
  size: Int32Array,
  position: Int32Array,
  person: Int32Array,
): Int32Array {
  const { parent } = forest;
  const persons = new Int32Array(parent.length).fill(1);
  const inOrder = sharedInOrder(position, person);
  if (inOrder !== null) {
    const top = heavyPaths(forest, size);
    const last = new Int32Array(person.length).fill(ROOT);
    for (const node of inOrder) {
      if (node === ROOT) continue;
      const before = last[person[node]!]!;
      last[person[node]!] = node;
      if (before === ROOT) continue;
      const meeting = lowestCommon(forest, top, before, node);
      if (meeting !== ROOT) persons[meeting]!--;
    }
  }
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p !== ROOT) persons[p]! += persons[i]!;
  }
  return persons;
}

/**
 * Nodes whose person has other nodes too, each at its position, ROOT elsewhere; null for none.
 * Putting them in place is linear, where sorting them by position would not be.
 */
function sharedInOrder(position: Int32Array, person: Int32Array): Int32Array | null {
  const seen = new Uint8Array(person.length);
  for (const one of person) if (seen[one]! < 2) seen[one]!++;
  if (!seen.includes(2)) return null;
  const inOrder = new Int32Array(person.length).fill(ROOT);
  for (let i = 0; i < person.length; i++) if (seen[person[i]!] === 2) inOrder[position[i]!] = i;
  return inOrder;
}

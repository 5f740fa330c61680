import { shellWeightMin } from '../../model/link-kinds.ts';
import { ROOT } from '../forest.ts';
import type { Ties } from './join-persons.ts';

/**
 * Persons by node once shell accounts count as the account they belong to: a shell shares a
 * payout or payment account, a device, or a phone under another identity, with an account above it
 * in its own line, whatever its own identity. Only the account moves, never the rest of the person
 * it is registered to. `nodeOf` is by member_no, null where both are the same number; `person` is
 * by node and stays as it is.
 */
export function shellAccounts(
  ties: Ties,
  place: { readonly size: Int32Array; readonly position: Int32Array },
  person: Int32Array,
  nodeOf: Int32Array | null,
): Int32Array {
  const owner = ownersAbove(ties, place, person, nodeOf);
  const counted = person.slice();
  // Owners stand above, hence have smaller numbers: theirs is settled before it is passed on.
  for (let i = 0; i < counted.length; i++) if (owner[i] !== ROOT) counted[i] = counted[owner[i]!]!;
  return counted;
}

/** By node: the nearest account above in the strongest tie they share; ROOT for none. */
function ownersAbove(
  ties: Ties,
  { size, position }: { readonly size: Int32Array; readonly position: Int32Array },
  person: Int32Array,
  nodeOf: Int32Array | null,
): Int32Array {
  const owner = new Int32Array(person.length).fill(ROOT);
  const line: number[] = [];
  for (let group = 0; group < ties.weight.length; group++) {
    if (ties.weight[group]! < shellWeightMin) continue;
    const members = ties.member.subarray(ties.start[group], ties.start[group + 1]);
    const nodes = nodeOf === null ? members.slice() : members.map((no) => nodeOf[no]!);
    nodes.sort((a, b) => position[a]! - position[b]!);
    line.length = 0;
    for (const node of nodes) {
      while (line.length > 0 && !holds(line.at(-1)!, node)) line.pop();
      const above = line.at(-1);
      line.push(node);
      if (above === undefined || owner[node] !== ROOT || person[above] === person[node]) continue;
      owner[node] = above;
    }
  }
  return owner;

  function holds(top: number, node: number): boolean {
    return position[node]! < position[top]! + size[top]!;
  }
}

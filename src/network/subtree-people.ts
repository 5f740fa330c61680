import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/** Accounts in each subtree, its own top included (2013 opinions, art. 7). */
export function subtreePeople({ parent }: Forest): Int32Array {
  const people = new Int32Array(parent.length).fill(1);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p !== ROOT) people[p]! += people[i]!;
  }
  return people;
}

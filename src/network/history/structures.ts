import { ROOT } from '../forest.ts';

/**
 * Which structure each member is in when those who ever hung together count as one: the smallest
 * member_no of it. Union-find with path halving.
 */
export function structures(parent: Int32Array, a: Int32Array, b: Int32Array): Int32Array {
  const leader = Int32Array.from({ length: parent.length }, (_, i) => i);
  const find = (member: number): number => {
    let x = member;
    while (leader[x] !== x) {
      leader[x] = leader[leader[x]!]!;
      x = leader[x]!;
    }
    return x;
  };
  const join = (one: number, other: number): void => {
    if (other === ROOT) return;
    const [x, y] = [find(one), find(other)];
    leader[Math.max(x, y)] = Math.min(x, y);
  };
  parent.forEach((up, member) => join(member, up));
  a.forEach((member, i) => join(member, b[i]!));
  return leader.map((_, member) => find(member));
}

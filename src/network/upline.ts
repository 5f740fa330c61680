import { ROOT } from './forest.ts';

/** From the root down to a member, both included; `parent` and the result are member numbers. */
export function upline(parent: Int32Array, member: number): number[] {
  const path: number[] = [];
  for (let at = member; at !== ROOT; at = parent[at]!) path.push(at);
  return path.toReversed();
}

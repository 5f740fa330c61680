import { ROOT } from '../forest.ts';
import type { Expected } from './chance-forest.ts';

/** What is counted of a forest at a time. */
export interface Shape {
  readonly members: number;
  readonly roots: number;
  readonly leaves: number;
  /** Deepest level. */
  readonly levels: number;
  readonly levels_sum: number;
}

/** Who joined, in the order of joining. */
export interface Joined {
  readonly order: Int32Array;
  /** By member_no. */
  readonly day: Int32Array;
}

export interface Shapes {
  /** The shape on the day before the first of the months. */
  readonly before: Shape;
  /** At the end of each month, with what chance would give. */
  readonly at_ends: readonly { readonly shape: Shape; readonly expected: Expected }[];
  /** Day each level was first there, index 0 for level 1; null where that is not known. */
  readonly levelDays: readonly number[] | null;
}

/** Columns by node, parents before children. */
export function shapeOf(parent: Int32Array, level: Int32Array): Shape {
  const recruited = new Uint8Array(parent.length);
  let [roots, leaves, levels, levels_sum] = [0, 0, 0, 0];
  for (let i = parent.length - 1; i >= 0; i--) {
    if (recruited[i] === 0) leaves++;
    if (parent[i] === ROOT) roots++;
    else recruited[parent[i]!] = 1;
    if (level[i]! > levels) levels = level[i]!;
    levels_sum += level[i]!;
  }
  return { members: parent.length, roots, leaves, levels, levels_sum };
}

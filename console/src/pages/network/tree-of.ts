import type { networkRead } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';

type NetworkBody = Good<typeof networkRead>['body'];
export type NetworkTree = NetworkBody['trees'][number];
export type TreeName = NetworkTree['name'];

/** Where a part of the page asks: inspection, tree, and its money. */
export interface Ground {
  readonly params: { readonly inspection_id: string; readonly tree: TreeName };
  readonly currency: string;
  readonly tree: NetworkTree;
}

/** The tree that is named, else the first. */
export function treeOf(
  trees: readonly NetworkTree[],
  name: string | undefined,
): NetworkTree | null {
  return trees.find((tree) => tree.name === name) ?? trees[0] ?? null;
}

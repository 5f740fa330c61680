import type { SqlProblem } from './problem.ts';
import type { TreeNode } from './syntax-tree.ts';

/** Records a problem at a node; at a word after it where one is given. */
export type Add = (
  code: SqlProblem['code'],
  params: SqlProblem['params'],
  node: TreeNode,
  word?: string,
) => void;

/** Says that a construct is not portable, and what to write instead. */
export function construct(
  add: Add,
  node: TreeNode,
  name: string,
  instead: string,
  word?: string,
): void {
  add('sql.construct', { construct: name, instead }, node, word);
}

import { Segmented } from 'antd';
import { useWords } from '../../app/language.ts';
import { networkWords } from '../../text/network.ts';
import type { NetworkTree, TreeName } from './tree-of.ts';

interface Props {
  readonly trees: readonly NetworkTree[];
  readonly tree: TreeName;
  readonly set: (name: TreeName) => void;
}

/** Who recruited whom, or who was placed below whom. */
export function TreeSwitch({ trees, tree, set }: Props) {
  const say = useWords(networkWords);
  return (
    <Segmented<TreeName>
      aria-label={say('tree')}
      value={tree}
      onChange={set}
      options={trees.map(({ name }) => ({ value: name, label: say(`tree_${name}`) }))}
    />
  );
}

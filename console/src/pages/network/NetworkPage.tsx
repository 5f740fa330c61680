import { useParams } from 'react-router';
import { networkRead } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { networkWords } from '../../text/network.ts';
import { NetworkView } from './NetworkView.tsx';
import { Tables } from './Tables.tsx';
import { treeOf } from './tree-of.ts';
import { TreeSwitch } from './TreeSwitch.tsx';
import { useNetworkState } from './use-network-state.ts';

/** The recruitment network of an inspection: drawn, walked, and as tables. */
export default function NetworkPage() {
  const { inspection = '' } = useParams();
  const say = useWords(networkWords);
  const state = useNetworkState();
  const { data, error, refetch } = useAsked(networkRead, { params: { inspection_id: inspection } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={16} />;
  const tree = treeOf(data.trees, state.values.tree);
  if (tree === null || tree.members === 0) {
    return (
      <>
        <PageHead title={say('title')} />
        <Empty title={say('none')} more={say('none_more')} />
      </>
    );
  }
  const params = { inspection_id: inspection, tree: tree.name };
  const ground = { params, currency: data.currency, tree };
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead_one', { day: data.as_of })}
        action={
          data.trees.length > 1 && (
            <TreeSwitch
              trees={data.trees}
              tree={tree.name}
              set={(name) => state.set('tree', name)}
            />
          )
        }
      />
      <NetworkView key={tree.name} ground={ground} as_of={data.as_of} state={state} />
      <Tables key={`${tree.name} tables`} ground={ground} state={state} />
    </>
  );
}

import { networkGrowth } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { networkWords } from '../../text/network.ts';
import { MemberSide } from './MemberSide.tsx';
import styles from './NetworkPage.module.css';
import { Sight } from './Sight.tsx';
import type { Ground } from './tree-of.ts';
import { useExplorer } from './use-explorer.ts';
import type { NetworkState } from './use-network-state.ts';

interface Props {
  readonly ground: Ground;
  readonly as_of: string;
  readonly state: NetworkState;
}

/** The picture with its slider, and beside it the member chosen. */
export function NetworkView({ ground, as_of, state }: Props) {
  const say = useWords(networkWords);
  const { inspection_id, tree } = ground.params;
  const network = useExplorer(inspection_id, tree, ground.tree.index_sha256);
  const growth = useAsked(networkGrowth, { params: ground.params });
  const { member, side: chosen } = state.values;
  const side = chosen === 'caused' ? chosen : 'earned';
  const error = network.error ?? growth.error;
  if (error !== null) {
    const retry = (): void => void Promise.all([network.refetch(), growth.refetch()]);
    return <Failed error={error} retry={retry} />;
  }
  if (network.data === undefined || growth.data === undefined) return <Loading lines={16} />;
  const choose = (member_id: string): void => state.set('member', member_id);
  return (
    <div className={styles['sight']}>
      <Sight
        ground={ground}
        network={network.data}
        growth={growth.data}
        as_of={as_of}
        side={side}
        state={state}
      />
      {member === undefined ? (
        <p className={`${styles['hint']} soft`}>{say('member_hint')}</p>
      ) : (
        <MemberSide
          ground={ground}
          member_id={member}
          side={side}
          setSide={(to) => state.set('side', to === 'earned' ? '' : to)}
          choose={choose}
          close={() => state.set('member', '')}
        />
      )}
    </div>
  );
}

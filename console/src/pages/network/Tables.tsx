import { Segmented } from 'antd';
import { useWords } from '../../app/language.ts';
import { networkWords } from '../../text/network.ts';
import { Candidates } from './Candidates.tsx';
import styles from './NetworkPage.module.css';
import { Profiles } from './Profiles.tsx';
import { Structures } from './Structures.tsx';
import type { Ground } from './tree-of.ts';
import type { NetworkState } from './use-network-state.ts';
import { Whole } from './Whole.tsx';

const parts = ['candidates', 'structures', 'profiles', 'whole'] as const;

interface Props {
  readonly ground: Ground;
  readonly state: NetworkState;
}

/** What the picture shows, to be read, sorted and kept. */
export function Tables({ ground, state }: Props) {
  const say = useWords(networkWords);
  const part = parts.find((one) => one === state.values.part) ?? 'candidates';
  const choose = (member_id: string): void => {
    state.set('member', member_id);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className={styles['tables']}>
      <div className={styles['parts']}>
        <Segmented
          aria-label={say('part')}
          value={part}
          onChange={(value) => state.set('part', value === 'candidates' ? '' : value)}
          options={parts.map((value) => ({ value, label: say(`part_${value}`) }))}
        />
      </div>
      {part === 'candidates' && <Candidates ground={ground} state={state} choose={choose} />}
      {part === 'structures' && <Structures ground={ground} choose={choose} />}
      {part === 'profiles' && <Profiles ground={ground} state={state} choose={choose} />}
      {part === 'whole' && <Whole tree={ground.tree} />}
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { findingsWords } from '../../text/findings.ts';
import type { FindingSeen } from './FindingList.tsx';
import { findings_max } from './matter-kinds.ts';
import { OpenMatter } from './OpenMatter.tsx';
import styles from './SelectionBar.module.css';

type Chosen = ReadonlyMap<string, FindingSeen>;

interface Props {
  /** Those listed so far. */
  readonly rows: readonly FindingSeen[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

/** How many are selected, and the matter to be opened from them. */
export function SelectionBar({ rows, chosen, choose }: Props) {
  const say = useWords(findingsWords);
  const [isOpen, setOpen] = useState(false);
  const findings = [...chosen.values()];
  const most = Math.min(rows.length, findings_max);
  const isSeveral = new Set(findings.map((one) => one.inspection_id)).size > 1;
  const isTooMany = findings.length > findings_max;
  return (
    <div className={styles['bar']} role="group" aria-label={say('open_matter')}>
      <span role="status">{say('selected', { count: findings.length })}</span>
      {findings.length === 0 ? (
        <Button
          type="text"
          onClick={() => choose(new Map(rows.slice(0, most).map((row) => [row.id, row])))}
        >
          {say('select_loaded', { most })}
        </Button>
      ) : (
        <Button type="text" onClick={() => choose(new Map())}>
          {say('unselect')}
        </Button>
      )}
      <Button
        type="primary"
        disabled={findings.length === 0 || isSeveral || isTooMany}
        onClick={() => setOpen(true)}
      >
        {say('open_matter')}
      </Button>
      {isSeveral && <p className={styles['why']}>{say('several')}</p>}
      {isTooMany && <p className={styles['why']}>{say('too_many', { most: findings_max })}</p>}
      {isOpen && <OpenMatter findings={findings} close={() => setOpen(false)} />}
    </div>
  );
}

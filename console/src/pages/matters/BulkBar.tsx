import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import styles from './BulkBar.module.css';
import { bulkStepNames } from './bulk-steps.ts';
import type { BulkStep } from './bulk-steps.ts';
import { BulkForm } from './BulkForm.tsx';
import type { MatterRow } from './matter-types.ts';

interface Props {
  /** Those chosen. */
  readonly rows: readonly MatterRow[];
  readonly clear: () => void;
}

/** What can be done with all matters chosen. */
export function BulkBar({ rows, clear }: Props) {
  const say = useWords(matterWords);
  const [step, setStep] = useState<BulkStep | null>(null);
  return (
    <div className={styles['bar']} role="region" aria-label={say('bulk')}>
      <span>{say('bulk_chosen', { count: rows.length })}</span>
      {bulkStepNames.map((one) => (
        <Button key={one} size="small" onClick={() => setStep(one)}>
          {say(`bulk_${one}`)}
        </Button>
      ))}
      <Button size="small" type="text" onClick={clear}>
        {say('bulk_clear')}
      </Button>
      {step !== null && <BulkForm step={step} rows={rows} close={() => setStep(null)} />}
    </div>
  );
}

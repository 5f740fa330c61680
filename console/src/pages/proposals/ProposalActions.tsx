import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { proposalWords } from '../../text/proposals.ts';
import { StepDialog } from './StepDialog.tsx';
import { isButton } from './step-names.ts';
import type { Button as Step } from './step-names.ts';
import type { ProposalView } from './proposal-types.ts';
import styles from './Proposals.module.css';

/** What one may do now, as the server says; the way ahead first. */
export function ProposalActions({ view }: { readonly view: ProposalView }) {
  const say = useWords(proposalWords);
  const [chosen, setChosen] = useState<Step | null>(null);
  const { steps_now, proposal } = view;
  // Out for comment first; once it was, the review is next.
  const ahead = proposal.comment === null ? 'open' : 'submit';
  const all = steps_now.map(({ type }) => type).filter(isButton);
  const steps = all.toSorted((a, b) => Number(b === ahead) - Number(a === ahead));
  if (steps.length === 0) return <p className="soft">{say('nothing_to_do')}</p>;
  return (
    <div className={styles['actions']}>
      {steps.map((type, i) => (
        <Button
          key={type}
          type={i === 0 ? 'primary' : 'default'}
          danger={type === 'drop' || type === 'withdraw'}
          onClick={() => setChosen(type)}
        >
          {say(`step_${type}`)}
        </Button>
      ))}
      {chosen !== null && <StepDialog view={view} type={chosen} close={() => setChosen(null)} />}
    </div>
  );
}

import { useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { isStep } from './step-names.ts';
import type { ProposalView } from './proposal-types.ts';
import styles from './Proposals.module.css';

type Step = Omit<ProposalView['steps'][number], 'by'>;

/** Every step with its reason, the newest first. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const say = useWords(proposalWords);
  return (
    <ol className={styles['steps']}>
      {steps.toReversed().map(({ number, type, at, reason, until, version, revision }) => (
        <li key={number}>
          <b>{isStep(type) ? say(`did_${type}`) : type}</b> <Moment at={at} />
          {version !== null && (
            <p>
              <code>{version}</code> · {say('revision_of', { revision: revision ?? 0 })}
            </p>
          )}
          {until !== null && (
            <p>
              {say('until')} <Moment at={until} />
            </p>
          )}
          {reason !== null && (
            <p className={styles['reason']}>
              <bdi>{reason}</bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

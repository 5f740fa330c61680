import { useWords } from '../../app/language.ts';
import { importWords } from '../../text/imports.ts';
import { Bar } from '../../parts/Bar.tsx';
import { countText } from './count-text.ts';
import styles from './RunSteps.module.css';

/** One sign of life of an inspection: a step, how far it is, and its pace. */
export interface Told {
  readonly step: string;
  readonly subject: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly rows: number;
  readonly rows_per_s: number | null;
  readonly left_s: number | null;
}

const steps = ['hash', 'read', 'load', 'detect', 'map', 'network', 'provisions', 'report'] as const;

/** The steps of an inspection in their order, and what is known of the one under way. */
export function RunSteps({ told }: { readonly told: Told | null }) {
  const say = useWords(importWords);
  const at = steps.findIndex((step) => step === told?.step);
  const share = told === null || told.total === null ? null : told.done / told.total;
  return (
    <div className={styles['steps']} aria-live="polite">
      <ol>
        {steps.map((step, i) => (
          <li key={step} className={i < at ? styles['past'] : i === at ? styles['now'] : undefined}>
            <span aria-hidden="true">{i < at ? '✓' : i === at ? '◐' : '○'}</span>{' '}
            {say(`step_of_${step}`)}
          </li>
        ))}
      </ol>
      <Bar share={share} label={say('progress')} />
      <p className={styles['pace']}>
        {told === null && say('waits')}
        {told !== null && told.subject !== null && <bdi>{told.subject}</bdi>}
        {told !== null && told.rows > 0 && (
          <span>{say('rows', { rows: countText(told.rows) })}</span>
        )}
        {told !== null && told.rows_per_s !== null && (
          <span>{say('rate', { rows: countText(told.rows_per_s) })}</span>
        )}
        {told !== null && told.left_s !== null && told.total !== null && (
          <span>{say('left', { count: told.left_s })}</span>
        )}
      </p>
    </div>
  );
}

import { Button } from 'antd';
import type { StudyProgress } from '../../api/use-study.ts';
import { useWords } from '../../app/language.ts';
import { Bar } from '../../parts/Bar.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';

interface Props {
  readonly study: {
    readonly running: boolean;
    readonly progress: StudyProgress | null;
    readonly error: unknown;
    readonly answer: { readonly ended?: 'bound' | 'time' } | null;
    readonly stop: () => void;
  };
  /** Is the answer about what stands in the editor now? */
  readonly isAbout: boolean;
}

const steps = ['waiting', 'packs', 'search', 'simulate', 'money'] as const;

/** How far a study is, how to stop it, and what is to be known of its answer. */
export function StudyState({ study, isAbout }: Props) {
  const say = useWords(planWords);
  const { running, progress, error, answer, stop } = study;
  if (running) {
    const { step = 'packs', done = 0, total = null } = progress ?? {};
    const name = say(`step_${steps.find((one) => one === step) ?? 'packs'}`);
    return (
      <div className={styles['state']} role="status">
        <span>{name}</span>
        <Bar share={total === null ? null : done / total} label={name} />
        <Button size="small" onClick={stop}>
          {say('stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['note']} role="status">
      <ProblemLine error={error} />
      {answer !== null && !isAbout && <p>{say('stale')}</p>}
      {answer?.ended === 'time' && <p>{say('ended_by_time')}</p>}
    </div>
  );
}

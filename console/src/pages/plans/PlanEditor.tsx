import { useMemo } from 'react';
import { limits } from '../../../../src/model/limits.ts';
import { useWords } from '../../app/language.ts';
import { CodeField } from '../../parts/CodeField.tsx';
import { WrongPlaces } from '../../parts/WrongPlaces.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';
import { plan_file } from './use-lab-study.ts';
import type { Wrong } from './use-lab-study.ts';

interface Props {
  readonly plan: string;
  readonly change: (plan: string) => void;
  readonly assumptions: string;
  readonly changeAssumptions: (text: string) => void;
  readonly wrong: readonly Wrong[];
}

/** The plan's text and that of the assumptions, with what is wrong in them by line. */
export function PlanEditor({ plan, change, assumptions, changeAssumptions, wrong }: Props) {
  const say = useWords(planWords);
  const [inPlan, inAssumptions] = useMemo(
    () => [
      wrong.filter(({ file }) => file === plan_file),
      wrong.filter(({ file }) => file !== plan_file),
    ],
    [wrong],
  );
  return (
    <form className="fields" onSubmit={(event) => event.preventDefault()}>
      <CodeField
        label={say('plan_text')}
        hint={say('plan_hint')}
        value={plan}
        change={change}
        wrong={inPlan}
        lines={18}
        max={limits.plan_bytes_max}
      />
      <WrongPlaces title={say('wrong')} wrong={inPlan} />
      <details open={inAssumptions.length > 0 || undefined}>
        <summary className={styles['summary']}>{say('assumptions')}</summary>
        <CodeField
          label={say('assumptions_text')}
          hint={say('assumptions_hint')}
          value={assumptions}
          change={changeAssumptions}
          wrong={inAssumptions}
          lines={6}
          max={limits.plan_bytes_max}
          placeholder={'schema: polyprism.assumptions/1\npopulation: 1000\nmonths: 24'}
        />
        <WrongPlaces title={say('wrong')} wrong={inAssumptions} />
      </details>
    </form>
  );
}

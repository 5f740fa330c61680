import { useMemo } from 'react';
import { limits } from '../../../../src/model/limits.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { MarkedText } from '../../parts/MarkedText.tsx';
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
      <Field label={say('plan_text')} hint={say('plan_hint')}>
        {(id) => (
          <MarkedText
            id={id}
            value={plan}
            change={change}
            code
            wrong={linesOf(inPlan)}
            lines={18}
            max={limits.plan_bytes_max}
          />
        )}
      </Field>
      <WrongList wrong={inPlan} />
      <details open={inAssumptions.length > 0 || undefined}>
        <summary className={styles['summary']}>{say('assumptions')}</summary>
        <Field label={say('assumptions_text')} hint={say('assumptions_hint')}>
          {(id) => (
            <MarkedText
              id={id}
              value={assumptions}
              change={changeAssumptions}
              code
              wrong={linesOf(inAssumptions)}
              lines={6}
              max={limits.plan_bytes_max}
              placeholder={'schema: polyprism.assumptions/1\npopulation: 1000\nmonths: 24'}
            />
          )}
        </Field>
        <WrongList wrong={inAssumptions} />
      </details>
    </form>
  );
}

function linesOf(wrong: readonly Wrong[]): ReadonlySet<number> {
  return new Set(wrong.flatMap(({ line }) => (line === null ? [] : [line])));
}

function WrongList({ wrong }: { readonly wrong: readonly Wrong[] }) {
  const say = useWords(planWords);
  const local = useLocalised();
  if (wrong.length === 0) return null;
  return (
    <section role="alert" className={styles['wrong']}>
      <h2>{say('wrong')}</h2>
      <ul>
        {wrong.map((one) => (
          <li key={`${one.line} ${one.column} ${one.en}`}>
            {one.line !== null && (
              <code>{say('place', { line: one.line, column: one.column ?? 1 })}</code>
            )}{' '}
            <bdi>{local(one)}</bdi> <code className="soft">{one.code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useMemo } from 'react';
import { prechecksPlan } from '../../../../src/server/contract/prechecks.ts';
import { limits } from '../../../../src/model/limits.ts';
import { Link } from 'react-router';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSettled } from '../../api/use-settled.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { precheckWords } from '../../text/precheck.ts';
import styles from './PrecheckPage.module.css';
import { PlanTests } from '../../parts/PlanTests.tsx';

export type CheckedPlan = Good<typeof prechecksPlan>['body'];

interface Props {
  readonly plan: string;
  readonly change: (plan: string) => void;
}

const settle_ms = 600;

/** A commission plan in its language: mistakes by line, then which provisions it meets. */
export function PlanPrecheck({ plan, change }: Props) {
  const say = useWords(precheckWords);
  const settled = useSettled(plan, settle_ms);
  const some = settled.trim() !== '';
  const asked = useAsked(prechecksPlan, { body: { plan: settled } }, { keep: true, enabled: some });
  const checked = some ? asked.data : undefined;
  const wrong = useMemo(
    () => new Set(checked?.wrong.flatMap(({ line }) => (line === null ? [] : [line]))),
    [checked],
  );
  return (
    <div className={styles['pair']}>
      <form className="fields" onSubmit={(event) => event.preventDefault()}>
        <p>
          <Link to="/plans/lab" state={{ plan }}>
            {say('plan_lab')}
          </Link>
        </p>
        <Field label={say('plan_text')} hint={say('plan_hint')}>
          {(id) => (
            <MarkedText
              id={id}
              value={plan}
              change={change}
              code
              wrong={wrong}
              lines={16}
              max={limits.plan_bytes_max}
            />
          )}
        </Field>
      </form>
      <PlanAnswer
        checked={checked}
        asked={some}
        busy={asked.isFetching}
        error={asked.error}
        retry={() => void asked.refetch()}
      />
    </div>
  );
}

interface AnswerProps {
  readonly checked: CheckedPlan | undefined;
  readonly asked: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

function PlanAnswer({ checked, asked, busy, error, retry }: AnswerProps) {
  const say = useWords(precheckWords);
  if (!asked) return <Empty title={say('nothing')} more={say('plan_nothing')} />;
  if (error !== null) return <Failed error={error} retry={retry} />;
  if (checked === undefined) return <Loading lines={8} line_px={56} />;
  if (checked.wrong.length > 0) return <Wrong wrong={checked.wrong} />;
  return <PlanTests {...checked} busy={busy} />;
}

function Wrong({ wrong }: Pick<CheckedPlan, 'wrong'>) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  return (
    <section role="alert">
      <h2>{say('plan_wrong')}</h2>
      <ul className={styles['wrong']}>
        {wrong.map((one) => (
          <li key={`${one.line} ${one.column} ${one.en}`}>
            {one.line !== null && (
              <code>{say('place', { line: one.line, column: one.column ?? 1 })}</code>
            )}
            <span>
              <bdi>{local(one)}</bdi> <code className="soft">{one.code}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from 'react-router';
import { limits } from '../../../../src/model/limits.ts';
import { prechecksPlan } from '../../../../src/server/contract/prechecks.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSettled } from '../../api/use-settled.ts';
import { useWords } from '../../app/language.ts';
import { CodeField } from '../../parts/CodeField.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlanTests } from '../../parts/PlanTests.tsx';
import { WrongPlaces } from '../../parts/WrongPlaces.tsx';
import { precheckWords } from '../../text/precheck.ts';
import styles from './PrecheckPage.module.css';

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
  return (
    <div className={styles['pair']}>
      <form className="fields" onSubmit={(event) => event.preventDefault()}>
        <p>
          <Link to="/plans/lab" state={{ plan }}>
            {say('plan_lab')}
          </Link>
        </p>
        <CodeField
          label={say('plan_text')}
          hint={say('plan_hint')}
          value={plan}
          change={change}
          wrong={checked?.wrong ?? []}
          lines={16}
          max={limits.plan_bytes_max}
        />
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
  if (checked.wrong.length > 0) {
    return <WrongPlaces title={say('plan_wrong')} wrong={checked.wrong} />;
  }
  return <PlanTests {...checked} busy={busy} />;
}

import { Button, Select } from 'antd';
import { useState } from 'react';
import { limits } from '../../../../src/model/limits.ts';
import type { CompareStudy } from '../../../../src/model/plan-study.ts';
import { plansKnown, plansList, plansRead } from '../../../../src/server/contract/plans.ts';
import type { plansCompare } from '../../../../src/server/contract/plans.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { CodeField } from '../../parts/CodeField.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Field } from '../../parts/Field.tsx';
import { WrongPlaces } from '../../parts/WrongPlaces.tsx';
import { planWords } from '../../text/plans.ts';
import { Compared } from './Compared.tsx';
import { JudgingFields } from './JudgingFields.tsx';
import styles from './Plans.module.css';
import { StudyState } from './StudyState.tsx';
import type { Judging } from './use-judging.ts';
import { plan_file } from './use-lab-study.ts';
import type { LabStudy } from './use-lab-study.ts';

interface Props {
  readonly plan: string;
  readonly assumptions: string | null;
  readonly judging: Judging;
  readonly study: LabStudy<typeof plansCompare, CompareStudy>;
}

const reach = { members: 2, events: 3, seconds: 240 };

/** The plan beside another: what each meets, and what the same people would come to under both. */
export function CompareView({ plan, assumptions, judging, study }: Props) {
  const say = useWords(planWords);
  const [other, setOther] = useState('');
  const given = { body: { plans: [plan, other], assumptions, ...judging.body, ...reach } };
  const { answer, running, begin, isAbout } = study;
  const wrong = (answer?.wrong ?? []).filter((one) => one.plan === 1 && one.file === plan_file);
  return (
    <>
      <JudgingFields judging={judging} />
      <OtherPlan choose={setOther} />
      <CodeField
        label={say('other_text')}
        value={other}
        change={setOther}
        wrong={wrong}
        lines={5}
        max={limits.plan_bytes_max}
      />
      <WrongPlaces title={say('wrong')} wrong={wrong} />
      <div className={styles['tools']}>
        <Button
          type="primary"
          loading={running}
          disabled={plan.trim() === '' || other.trim() === ''}
          onClick={() => begin(given)}
        >
          {say('compare')}
        </Button>
      </div>
      <StudyState study={study} isAbout={isAbout(given)} />
      {answer?.sides !== undefined ? (
        <Compared answer={answer as CompareStudy} />
      ) : (
        !running && <Empty title={say('compare_none')} more={say('compare_none_more')} />
      )}
    </>
  );
}

/** Puts the text of a saved plan, or of a known one, beside. */
function OtherPlan({ choose }: { readonly choose: (plan: string) => void }) {
  const say = useWords(planWords);
  const local = useLocalised();
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useAsked(plansKnown, {});
  const { rows } = useRows(plansList, { query: {} });
  const isSaved = rows.some(({ id }) => id === chosen);
  const saved = useAsked(plansRead, { params: { plan_id: chosen ?? '' } }, { enabled: isSaved });
  const [taken, setTaken] = useState<string | null>(null);
  const text = isSaved
    ? saved.data?.id === chosen && saved.data?.plan
    : known.data?.items.find(({ id }) => id === chosen)?.plan;
  if (typeof text === 'string' && taken !== chosen) {
    setTaken(chosen);
    choose(text);
  }
  const group = (label: string, options: { value: string; label: string }[]) =>
    options.length === 0 ? [] : [{ label, options }];
  return (
    <Field label={say('other')}>
      {(id) => (
        <Select
          id={id}
          value={chosen}
          onChange={setChosen}
          options={[
            ...group(
              say('saved'),
              rows.map((one) => ({ value: one.id, label: one.title })),
            ),
            ...group(
              say('known'),
              (known.data?.items ?? []).map((one) => ({
                value: one.id,
                label: local(one.title),
              })),
            ),
          ]}
        />
      )}
    </Field>
  );
}

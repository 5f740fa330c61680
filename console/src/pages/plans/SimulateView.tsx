import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { limits } from '../../../../src/model/limits.ts';
import type { SimulationStudy } from '../../../../src/model/plan-study.ts';
import type { plansSimulate } from '../../../../src/server/contract/plans.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Field } from '../../parts/Field.tsx';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';
import { SimulationShown } from './SimulationShown.tsx';
import { StudyState } from './StudyState.tsx';
import type { LabStudy } from './use-lab-study.ts';

interface Props {
  readonly plan: string;
  readonly assumptions: string | null;
  readonly study: LabStudy<typeof plansSimulate, SimulationStudy>;
}

const seconds = 240;
const seed_max = 0xffff_ffff;

/** Plays the plan many times under assumptions: what it would do, and to whom. */
export function SimulateView({ plan, assumptions, study }: Props) {
  const say = useWords(planWords);
  const [runs, setRuns] = useState<number | null>(null);
  const [seed, setSeed] = useState<number | null>(null);
  const [month, setMonth] = useState<number | null>(null);
  const given = {
    body: {
      plan,
      assumptions,
      ...(runs !== null && { runs }),
      ...(seed !== null && { seed }),
      ...(month !== null && { join_month: month }),
      seconds,
    },
  };
  const { answer, running, begin, isAbout } = study;
  return (
    <>
      <div className={styles['tools']}>
        <Count label={say('runs')} value={runs} set={setRuns} max={limits.simulation_runs_max} />
        <Count label={say('seed')} value={seed} set={setSeed} min={0} max={seed_max} />
        <Count
          label={say('join_month')}
          value={month}
          set={setMonth}
          max={limits.simulation_months_max}
        />
        <Button
          type="primary"
          loading={running}
          disabled={plan.trim() === ''}
          onClick={() => begin(given)}
        >
          {say('simulate')}
        </Button>
      </div>
      <p className="soft">{say('simulate_more')}</p>
      <StudyState study={study} isAbout={isAbout(given)} />
      {answer?.simulation !== undefined && answer.shown !== undefined ? (
        <SimulationShown simulation={answer.simulation} shown={answer.shown} />
      ) : (
        !running && <Empty title={say('simulate_none')} more={say('simulate_none_more')} />
      )}
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number | null;
  readonly set: (value: number | null) => void;
  readonly min?: number;
  readonly max: number;
}

function Count({ label, value, set, min = 1, max }: CountProps) {
  const say = useWords(planWords);
  return (
    <Field label={label}>
      {(id) => (
        <InputNumber
          id={id}
          value={value}
          onChange={set}
          min={min}
          max={max}
          precision={0}
          placeholder={say('usual')}
        />
      )}
    </Field>
  );
}

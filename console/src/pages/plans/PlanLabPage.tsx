import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import * as routes from '../../../../src/server/contract/plans.ts';
import type {
  CompareStudy,
  LintStudy,
  MendStudy,
  SimulationStudy,
} from '../../../../src/model/plan-study.ts';
import { useWords } from '../../app/language.ts';
import { useIsWide } from '../../app/look.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { planWords } from '../../text/plans.ts';
import { CompareView } from './CompareView.tsx';
import { KeptPlan } from './KeptPlan.tsx';
import { MendView } from './MendView.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import styles from './Plans.module.css';
import { SimulateView } from './SimulateView.tsx';
import { TestsView } from './TestsView.tsx';
import { useJudging } from './use-judging.ts';
import { useLabStudy } from './use-lab-study.ts';
import { useStart } from './use-start.ts';
import type { Start } from './use-start.ts';

/** A plan as text, and what becomes of it: tests, simulation, mending, comparing. */
export default function PlanLabPage() {
  const { start, error, retry } = useStart();
  if (start !== null) return <Lab key={start.key} start={start} />;
  if (error !== null) return <Failed error={error} retry={retry} />;
  return <Loading lines={16} />;
}

const views = ['tests', 'simulate', 'mend', 'compare'] as const;

function Lab({ start }: { readonly start: Start }) {
  const say = useWords(planWords);
  const [plan, setPlan] = useState(start.plan);
  const [assumptions, setAssumptions] = useState(start.assumptions ?? '');
  const studies = useStudies();
  const wrong = useMemo(() => {
    const all = Object.values(studies).flatMap(({ answer }) => answer?.wrong ?? []);
    return all.filter((one) => one.plan === 0);
  }, [studies]);
  const isChanged = plan !== start.plan || assumptions !== (start.assumptions ?? '');
  return (
    <>
      <PageHead
        title={start.title === '' ? say('title') : <bdi>{start.title}</bdi>}
        lead={start.from === null ? say('lab_lead') : <From from={start.from} />}
      />
      <div className={styles['lab']}>
        <div className={styles['sheet']}>
          <PlanEditor
            plan={plan}
            change={setPlan}
            assumptions={assumptions}
            changeAssumptions={setAssumptions}
            wrong={wrong}
          />
          <KeptPlan
            start={start}
            isChanged={isChanged}
            plan={plan}
            assumptions={assumptions === '' ? null : assumptions}
          />
        </div>
        <Views {...{ plan, setPlan, assumptions, studies }} />
      </div>
    </>
  );
}

function From({ from: { tenant, created_at } }: { readonly from: NonNullable<Start['from']> }) {
  const say = useWords(planWords);
  return (
    <>
      {say('shared_by')} <bdi>{tenant}</bdi> · <Moment at={created_at} />
    </>
  );
}

/** Kept while the views change: what was found stays, what is under way goes on. */
function useStudies() {
  const tests = useLabStudy<typeof routes.plansLint, LintStudy>(routes.plansLint);
  const play = useLabStudy<typeof routes.plansSimulate, SimulationStudy>(routes.plansSimulate);
  const mend = useLabStudy<typeof routes.plansMend, MendStudy>(routes.plansMend);
  const compare = useLabStudy<typeof routes.plansCompare, CompareStudy>(routes.plansCompare);
  return { tests, play, mend, compare };
}

export type Studies = ReturnType<typeof useStudies>;

interface ViewsProps {
  readonly plan: string;
  readonly setPlan: (plan: string) => void;
  readonly assumptions: string;
  readonly studies: Studies;
}

function Views({ plan, setPlan, assumptions, studies }: ViewsProps) {
  const say = useWords(planWords);
  const isWide = useIsWide();
  const judging = useJudging();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'tests';
  const assumed = assumptions.trim() === '' ? null : assumptions;
  return (
    <div className={styles['view']}>
      <Segmented
        aria-label={say('view')}
        value={view}
        block={!isWide}
        options={views.map((value) => ({ value, label: say(`view_${value}`) }))}
        onChange={(next) =>
          setSearch(
            (last) => {
              last.set('view', next);
              return last;
            },
            { replace: true },
          )
        }
      />
      {view === 'tests' && <TestsView plan={plan} judging={judging} study={studies.tests} />}
      {view === 'simulate' && (
        <SimulateView plan={plan} assumptions={assumed} study={studies.play} />
      )}
      {view === 'mend' && (
        <MendView plan={plan} use={setPlan} judging={judging} study={studies.mend} />
      )}
      {view === 'compare' && (
        <CompareView plan={plan} assumptions={assumed} judging={judging} study={studies.compare} />
      )}
    </div>
  );
}

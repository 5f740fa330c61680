import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { LintStudy, ShownTest } from '../../../../src/model/plan-study.ts';
import type { plansLint } from '../../../../src/server/contract/plans.ts';
import { useSettled } from '../../api/use-settled.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlanTests } from '../../parts/PlanTests.tsx';
import type { PlanVerdict } from '../../parts/PlanTests.tsx';
import { planWords } from '../../text/plans.ts';
import { JudgingFields } from './JudgingFields.tsx';
import styles from './Plans.module.css';
import { StudyState } from './StudyState.tsx';
import type { Judging } from './use-judging.ts';
import type { LabStudy } from './use-lab-study.ts';

interface Props {
  readonly plan: string;
  readonly judging: Judging;
  readonly study: LabStudy<typeof plansLint, LintStudy>;
}

const settle_ms = 700;

/** How far is looked by itself, and when asked to look further. */
const near = { members: 2, events: 3, seconds: 60 };
const far = { members: 4, events: 5, seconds: 240 };

/** Which provisions the plan meets, each with its smallest network; as it is written. */
export function TestsView({ plan, judging, study }: Props) {
  const say = useWords(planWords);
  const [reach, setReach] = useState(near);
  const settled = useSettled(plan, settle_ms);
  const given = { body: { plan: settled, ...judging.body, ...reach } };
  const { answer, running, begin, stop, isAbout } = study;
  const asked = JSON.stringify(given);
  const isAsked = isAbout(given);
  const some = settled.trim() !== '';
  useEffect(() => {
    if (some && !isAsked) begin(given);
    if (!some) stop();
    // What is asked is `asked`; `given` is the same, made anew each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, some]);
  return (
    <>
      <JudgingFields judging={judging} />
      {some && <StudyState study={study} isAbout={isAsked && settled === plan} />}
      {!some && <Empty title={say('nothing')} more={say('nothing_more')} />}
      {some && answer === null && running && <Loading lines={8} line_px={56} />}
      {some && isWhole(answer) && (
        <>
          <PlanTests
            as_of={answer.as_of}
            packs={answer.packs}
            searched={answer.searched}
            tests={answer.tests.map(verdictOf)}
            busy={running}
          />
          {reach === near && (
            <div className={styles['tools']}>
              <Button disabled={running} onClick={() => setReach(far)}>
                {say('further')}
              </Button>
              <span className="soft">{say('further_more', far)}</span>
            </div>
          )}
        </>
      )}
    </>
  );
}

function isWhole(answer: Partial<LintStudy> | null): answer is LintStudy {
  return answer?.tests !== undefined;
}

function verdictOf({ on_paper, example, ...test }: ShownTest): PlanVerdict {
  const found = example ?? on_paper;
  return {
    ...test,
    explanation: found?.explanation ?? null,
    evidence: found?.evidence ?? [],
    members: example?.members ?? null,
    drawn: example?.drawn ?? null,
  };
}

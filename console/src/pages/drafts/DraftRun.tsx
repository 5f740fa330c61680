import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { draftsRun } from '../../../../src/server/contract/drafts.ts';
import { useStudy } from '../../api/use-study.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { useInspectionNames } from '../findings/use-inspection-names.ts';
import styles from './Drafts.module.css';
import { RanOnData } from './RanOnData.tsx';
import type { Ran } from './RanOnData.tsx';
import { RunProgress } from './RunProgress.tsx';

interface Props {
  readonly draft_id: string;
  readonly isChanged: boolean;
}

/** Tries what was saved on the data of an inspection; nothing it finds is kept. */
export function DraftRun({ draft_id, isChanged }: Props) {
  const say = useWords(draftsWords);
  const { inspections, isThere } = useInspectionNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const [as_of, setAsOf] = useState('');
  const run = useStudy<typeof draftsRun, Ran>(draftsRun);
  const inspection_id = chosen ?? [...inspections.keys()][0];
  const { running } = run;
  const answer = running || isChanged || run.error !== null ? null : run.answer;
  return (
    <section className={styles['part']}>
      <h2>{say('run')}</h2>
      <p className="soft">{say('run_lead')}</p>
      <div className={styles['tools']}>
        <Field label={say('inspection')}>
          {(id) => (
            <Select
              id={id}
              value={inspection_id ?? null}
              onChange={setChosen}
              options={[...inspections].map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
        <Field label={say('as_of')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={as_of}
              onChange={({ target }) => setAsOf(target.value)}
            />
          )}
        </Field>
        <Button
          disabled={isChanged || inspection_id === undefined}
          loading={running}
          onClick={() => {
            if (inspection_id === undefined) return;
            const body = { inspection_id, ...(as_of !== '' && { as_of }) };
            run.start({ params: { draft_id }, body });
          }}
        >
          {say('run_do')}
        </Button>
        {running && <Button onClick={run.stop}>{say('stop')}</Button>}
        {isChanged && <span className="soft">{say('save_first')}</span>}
      </div>
      <p className="soft">
        {isThere && inspections.size === 0 ? say('no_inspection') : say('as_of_hint')}
      </p>
      {running && <RunProgress progress={run.progress} />}
      <ProblemLine error={run.error} />
      {answer?.pack === null && <p role="status">{say('unsound')}</p>}
      {answer?.findings !== undefined && <RanOnData ran={answer} />}
    </section>
  );
}

import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Localised } from '../../../../src/model/localised.ts';
import { draftsRun } from '../../../../src/server/contract/drafts.ts';
import { useStudy } from '../../api/use-study.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { useInspectionNames } from '../findings/use-inspection-names.ts';
import styles from './Drafts.module.css';

/** What a draft finds in inspected data (`drafts.run`). */
interface Ran {
  readonly as_of?: string;
  readonly findings?: number;
  readonly first?: readonly {
    readonly provision: string;
    readonly verdict: string;
    readonly subject: { readonly table: string; readonly id: string };
    readonly explanation: Localised;
  }[];
}

interface Props {
  readonly draft_id: string;
  readonly isChanged: boolean;
}

/** Tries what was saved on the data of an inspection; nothing it finds is kept. */
export function DraftRun({ draft_id, isChanged }: Props) {
  const say = useWords(draftsWords);
  const local = useLocalised();
  const { inspections } = useInspectionNames();
  const [chosen, setChosen] = useState<string | null>(null);
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
        <Button
          disabled={isChanged || inspection_id === undefined}
          loading={running}
          onClick={() => {
            if (inspection_id === undefined) return;
            run.start({ params: { draft_id }, body: { inspection_id } });
          }}
        >
          {say('run_do')}
        </Button>
        {running && <Button onClick={run.stop}>{say('stop')}</Button>}
        {isChanged && <span className="soft">{say('save_first')}</span>}
      </div>
      <ProblemLine error={run.error} />
      {answer?.findings !== undefined && (
        <>
          <p role="status">{say('found', { count: answer.findings, day: answer.as_of ?? '' })}</p>
          {(answer.first ?? []).length > 0 && (
            <PlainTable
              label={say('run')}
              heads={[say('finding'), say('provision'), say('verdict'), say('explanation')]}
              rows={(answer.first ?? []).map((one, i) => ({
                key: String(i),
                cells: [
                  <bdi key="subject">{`${one.subject.table} ${one.subject.id}`}</bdi>,
                  <bdi key="provision">{one.provision}</bdi>,
                  one.verdict,
                  <bdi key="told">{local(one.explanation)}</bdi>,
                ],
              }))}
            />
          )}
        </>
      )}
    </section>
  );
}

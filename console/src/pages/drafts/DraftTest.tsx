import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { draftsTest } from '../../../../src/server/contract/drafts.ts';
import { useStudy } from '../../api/use-study.ts';
import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { draftsWords } from '../../text/drafts.ts';
import styles from './Drafts.module.css';

/** How the cases of a draft came out (`drafts.test`). */
interface Tested {
  readonly passed?: boolean;
  readonly provisions?: readonly {
    readonly provision: string;
    readonly cases: number;
    readonly passed: number;
    readonly failures: readonly { readonly case: string }[];
    readonly mutants: { readonly made: number; readonly survivors: readonly string[] } | null;
  }[];
}

interface Props {
  readonly draft_id: string;
  readonly isChanged: boolean;
}

/** Runs the cases of what was saved, and small mistakes in it. */
export function DraftTest({ draft_id, isChanged }: Props) {
  const say = useWords(draftsWords);
  const [mutants, setMutants] = useState(false);
  const test = useStudy<typeof draftsTest, Tested>(draftsTest);
  const { running } = test;
  // What came out before says nothing of what is written now, or of a run that failed.
  const answer = running || isChanged || test.error !== null ? null : test.answer;
  return (
    <section className={styles['part']}>
      <h2>{say('test')}</h2>
      <p className="soft">{say('test_lead')}</p>
      <div className={styles['tools']}>
        <Checkbox checked={mutants} onChange={(event) => setMutants(event.target.checked)}>
          {say('mutants')}
        </Checkbox>
        <Button
          disabled={isChanged}
          loading={running}
          onClick={() => test.start({ params: { draft_id }, body: { mutants } })}
        >
          {say('test_do')}
        </Button>
        {running && <Button onClick={test.stop}>{say('stop')}</Button>}
        {isChanged && <span className="soft">{say('save_first')}</span>}
      </div>
      <ProblemLine error={test.error} />
      {answer?.provisions !== undefined && (
        <>
          <p role="status">
            {answer.passed === true ? (
              <Tag tone="ok" sign="✓">
                {say('passed')}
              </Tag>
            ) : (
              <Tag tone="breach" sign="✕">
                {say('failed')}
              </Tag>
            )}
          </p>
          <PlainTable
            label={say('test')}
            heads={[say('provision'), say('cases'), say('failures'), say('survivors')]}
            rows={answer.provisions.map((one) => ({
              key: one.provision,
              cells: [
                <bdi key="id">{one.provision}</bdi>,
                `${one.passed} / ${one.cases}`,
                <bdi key="failed">{one.failures.map((failure) => failure.case).join(' · ')}</bdi>,
                <bdi key="left">{one.mutants === null ? '' : survivorsOf(one.mutants)}</bdi>,
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}

function survivorsOf({ made, survivors }: { made: number; survivors: readonly string[] }): string {
  return [`${survivors.length} / ${made}`, ...survivors].join(' · ');
}

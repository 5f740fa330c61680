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
import { Failures } from './Failures.tsx';
import type { Failure } from './Failures.tsx';
import { RunProgress } from './RunProgress.tsx';

/** How the cases of a draft came out (`drafts.test`). */
interface Tested {
  /** null where the draft is not sound: nothing was run then. */
  readonly pack?: unknown;
  readonly passed?: boolean;
  readonly provisions?: readonly {
    readonly provision: string;
    readonly cases: number;
    readonly passed: number;
    readonly version_in_force: string;
    readonly failures: readonly Failure[];
    /** Kinds of case there should be and are not. */
    readonly missing: readonly ('breach' | 'clean' | 'undecided' | 'first_day')[];
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
      {running && <RunProgress progress={test.progress} />}
      <ProblemLine error={test.error} />
      {answer?.pack === null && <p role="status">{say('unsound')}</p>}
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
            heads={[say('provision'), say('cases'), say('missing'), say('survivors')]}
            rows={answer.provisions.map((one) => ({
              key: `${one.provision} ${one.version_in_force}`,
              cells: [
                <bdi key="id">{one.provision}</bdi>,
                `${one.passed} / ${one.cases}`,
                one.missing.map((kind) => say(`kind_${kind}`)).join(' · '),
                <bdi key="left">{one.mutants === null ? '' : survivorsOf(one.mutants)}</bdi>,
              ],
            }))}
          />
          {answer.provisions
            .filter(({ failures }) => failures.length > 0)
            .map(({ provision, version_in_force, failures }) => (
              <Failures
                key={`${provision} ${version_in_force}`}
                provision={provision}
                failures={failures}
              />
            ))}
        </>
      )}
    </section>
  );
}

function survivorsOf({ made, survivors }: { made: number; survivors: readonly string[] }): string {
  return [`${survivors.length} / ${made}`, ...survivors].join(' · ');
}

import { Select } from 'antd';
import { useState } from 'react';
import { draftsRead } from '../../../../src/server/contract/drafts.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { LineDiff } from '../../parts/LineDiff.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { draftsWords } from '../../text/drafts.ts';
import type { DraftFile } from './draft-files.ts';
import styles from './Drafts.module.css';

interface Props {
  readonly draft_id: string;
  readonly revision: number;
  /** As they are written now. */
  readonly files: readonly DraftFile[];
}

/** What is written now has no number yet. */
const now = 0;

/** Two revisions, or one and what is written now, file by file as they differ. */
export function Revisions({ draft_id, revision, files }: Props) {
  const say = useWords(draftsWords);
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState(now);
  const before = useRevision(draft_id, from);
  const after = useRevision(draft_id, to === now ? null : to);
  const numbers = Array.from({ length: revision }, (_, i) => revision - i);
  const label = (number: number): string => say('revision_of', { revision: number });
  const newer = to === now ? files : after.data?.revision.files;
  const error = before.error ?? after.error;
  return (
    <section className={styles['part']}>
      <h2>{say('older')}</h2>
      <div className={styles['tools']}>
        <Field label={say('older_from')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={from}
              onChange={(value: number | null | undefined) => setFrom(value ?? null)}
              options={numbers.map((value) => ({ value, label: label(value) }))}
            />
          )}
        </Field>
        <Field label={say('older_to')}>
          {(id) => (
            <Select
              id={id}
              value={to}
              onChange={setTo}
              options={[
                { value: now, label: say('older_now') },
                ...numbers.map((value) => ({ value, label: label(value) })),
              ]}
            />
          )}
        </Field>
      </div>
      <ProblemLine error={error} />
      {from !== null && error === null && (
        <Differing before={before.data?.revision.files} after={newer} />
      )}
    </section>
  );
}

function useRevision(draft_id: string, number: number | null) {
  const given = { params: { draft_id }, query: { revision: number ?? 1 } };
  return useAsked(draftsRead, given, { enabled: number !== null });
}

interface DifferingProps {
  readonly before: readonly DraftFile[] | undefined;
  readonly after: readonly DraftFile[] | undefined;
}

function Differing({ before, after }: DifferingProps) {
  const say = useWords(draftsWords);
  if (before === undefined || after === undefined) return <Loading lines={4} />;
  const textIn = (files: readonly DraftFile[], name: string): string | undefined =>
    files.find((one) => one.name === name)?.text;
  const names = [...new Set([...after, ...before].map(({ name }) => name))].filter(
    (name) => textIn(before, name) !== textIn(after, name),
  );
  if (names.length === 0) return <p role="status">{say('older_same')}</p>;
  return names.map((name) => {
    const [old, fresh] = [textIn(before, name), textIn(after, name)];
    return (
      <div key={name}>
        <h3>
          <bdi className="id">{name}</bdi>{' '}
          <span className="soft">
            {old === undefined ? say('file_new') : fresh === undefined ? say('file_gone') : ''}
          </span>
        </h3>
        <LineDiff label={name} before={old ?? ''} after={fresh ?? ''} />
      </div>
    );
  });
}

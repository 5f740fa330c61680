import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { stepsBulk } from '../../../../src/server/contract/matters.ts';
import type { Good } from '../../api/call.ts';
import { newKey, useAsk } from '../../api/use-ask.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { matterWords } from '../../text/matters.ts';
import { useMatterTitle } from './use-matter-title.ts';
import styles from './BulkBar.module.css';
import { bulkSteps } from './bulk-steps.ts';
import type { BulkStep } from './bulk-steps.ts';
import { DataFields } from './DataFields.tsx';
import { formData } from './form-data.ts';
import type { FormValues } from './form-data.ts';
import type { MatterRow } from './matter-types.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly step: BulkStep;
  readonly rows: readonly MatterRow[];
  readonly close: () => void;
}

type Answer = Good<typeof stepsBulk>['body']['items'][number];

/** The same step in many matters; afterwards what came of each. */
export function BulkForm({ step, rows: given, close }: Props) {
  useFocusBack();
  const say = useWords(matterWords);
  // As they were when this was opened: what is read again meanwhile changes nothing here.
  const [rows] = useState(given);
  const [values, setValues] = useState<FormValues>({});
  const [tried, setTried] = useState(false);
  const fields = bulkSteps[step];
  const { data, faults } = formData(fields, values);
  const body = {
    type: step,
    data,
    matters: rows.map(({ id, number }) => ({ matter_id: id, expected: number })),
  };
  const sent = JSON.stringify(body);
  const headers = useMemo(() => ({ sent, key: newKey() }), [sent]).key;
  const take = useAsk(stepsBulk, { changes: ['matters.', 'overview.'] });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) take.mutate({ headers, body });
  };
  const common = { kind: '', step, fields, values, matter: null };
  return (
    <Modal open onCancel={close} footer={null} title={say(`bulk_${step}`)} width={560}>
      {take.data === undefined ? (
        <form className="fields" onSubmit={submit} noValidate>
          <p className="soft">{say('bulk_more', { count: rows.length })}</p>
          <DataFields {...common} set={setValues} faults={tried ? faults : {}} />
          <ProblemLine error={take.error} />
          <div className="buttons">
            <Button onClick={close}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={take.isPending}>
              {say('take')}
            </Button>
          </div>
        </form>
      ) : (
        <Answers answers={take.data.items} rows={rows} close={close} />
      )}
    </Modal>
  );
}

interface AnswersProps {
  readonly answers: readonly Answer[];
  readonly rows: readonly MatterRow[];
  readonly close: () => void;
}

function Answers({ answers, rows, close }: AnswersProps) {
  const say = useWords(matterWords);
  const language = useLanguage();
  const titleOf = useMatterTitle();
  const titles = new Map(rows.map((row) => [row.id, titleOf(row)]));
  const done = answers.filter(({ problem }) => problem === null).length;
  return (
    <div className="fields">
      <p role="status">{say('bulk_done', { done, refused: answers.length - done })}</p>
      <ul className={styles['answers']}>
        {answers.map(({ matter_id, problem }) => (
          <li key={matter_id}>
            <bdi>{titles.get(matter_id) ?? matter_id}</bdi>
            {problem === null ? (
              <Tag tone="ok" sign="✓">
                {say('bulk_taken')}
              </Tag>
            ) : (
              <Tag tone="breach" sign="!">
                {say('bulk_refused')}
              </Tag>
            )}
            {problem !== null && <p>{problem[language]}</p>}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button type="primary" onClick={close}>
          {say('close')}
        </Button>
      </div>
    </div>
  );
}

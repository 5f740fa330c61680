import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { inspectionsCreate } from '../../../../src/server/contract/inspections.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './StartForm.module.css';
import { SettingFields } from './SettingFields.tsx';
import { bodyOf, unset } from './settings.ts';
import type { Settings } from './settings.ts';

interface Props {
  readonly name: string;
  readonly uploads: readonly string[];
  /** Corrected; null where what is detected holds. */
  readonly mapping: string | null;
  readonly failed: (error: unknown) => void;
}

/** By which standards, as of which day, in which zone and currency; then the inspection begins. */
export function StartForm({ name, uploads, mapping, failed }: Props) {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const [set, setSettings] = useState<Settings>({ ...unset, title: name });
  const change = (by: Partial<Settings>): void => setSettings({ ...set, ...by });
  const start = useAsk(inspectionsCreate, {
    changes: ['inspections.', 'jobs.', 'overview.'],
    done: ({ id }) => void navigate(`/imports/${id}`),
  });
  const send = (): void => {
    start.mutate({ body: bodyOf(set, uploads, mapping) }, { onError: failed });
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SettingFields set={set} change={change} />
      <div className={styles['end']}>
        <ProblemLine error={start.error} />
        <div className="buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={start.isPending}
            disabled={set.title.trim() === '' || set.packs.length === 0}
          >
            {say('start')}
          </Button>
        </div>
      </div>
    </form>
  );
}

import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { mattersRead, mattersStep } from '../../../../src/server/contract/matters.ts';
import { problemOf } from '../../api/problem-error.ts';
import { newKey, useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import { DataFields } from './DataFields.tsx';
import { formData } from './form-data.ts';
import type { FormValues } from './form-data.ts';
import type { Matter } from './matter-types.ts';
import { MovedOn } from './MovedOn.tsx';
import { ReasonField } from './ReasonField.tsx';
import type { FormField } from './read-fields.ts';

interface Props {
  readonly matter: Matter;
  /** The step, or `approve`, `reject`, `retract`. */
  readonly step: string;
  readonly fields: readonly FormField[];
  readonly reasonNeeded: boolean;
  /** What is sent, of what was written. */
  readonly asked: (data: Readonly<Record<string, unknown>>) => {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** The button's verb. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly children?: ReactNode;
  /** Taken, or given up. */
  readonly close: () => void;
}

/** One step: what it asks for, why, and a button; told kindly where the matter went on. */
export function StepForm(props: Props) {
  const { matter, step, fields, reasonNeeded, asked, verb, danger = false, close } = props;
  const say = useWords(matterWords);
  const queries = useQueryClient();
  const [values, setValues] = useState<FormValues>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  // What was read when this form was opened; a step is taken upon that and nothing later.
  const [seen, setSeen] = useState(matter.number);
  const { data, faults } = formData(fields, values, matter.currency);
  const told = reason.trim();
  const body = { ...asked(data), expected: seen, ...(told !== '' && { reason: told }) };
  // One submission, one key: what is sent again unchanged takes hold once.
  const sent = JSON.stringify(body);
  const headers = useMemo(() => ({ sent, key: newKey() }), [sent]).key;
  const take = useAsk(mattersStep, { changes: ['matters.', 'overview.'], done: close });
  const noReason = reasonNeeded && told === '';
  const moved = take.error !== null && problemOf(take.error).code === 'store.conflict';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (noReason || Object.keys(faults).length > 0) return;
    const refresh = (): void => void queries.invalidateQueries({ queryKey: [mattersRead.id] });
    take.mutate({ params: { matter_id: matter.id }, headers, body }, { onError: refresh });
  };
  const readOn = (): void => {
    take.reset();
    setSeen(matter.number);
  };
  const common = { kind: matter.kind, step, fields, values, matter };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {props.children}
      <DataFields {...common} set={setValues} faults={tried ? faults : {}} />
      <ReasonField
        needed={reasonNeeded}
        reason={reason}
        set={setReason}
        missing={tried && noReason}
      />
      {moved || matter.number !== seen ? (
        <MovedOn events={matter.events} seen={seen} readOn={readOn} />
      ) : (
        <ProblemLine error={take.error} />
      )}
      <div className="buttons">
        <Button onClick={close}>{say('cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          danger={danger}
          loading={take.isPending}
          disabled={matter.number !== seen}
        >
          {verb}
        </Button>
      </div>
    </form>
  );
}

import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { mattersOpen } from '../../../../src/server/contract/matters.ts';
import { newKey, useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { operatorWords } from '../../text/operator.ts';
import type { Matter } from '../matters/matter-types.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly measure: Matter;
  readonly name: string;
  readonly close: () => void;
}

const grounds_chars_max = 20_000;
const title_chars_max = 200;

/** An appeal against a measure, at the platform that took it. */
export function AppealForm({ measure, name, close }: Props) {
  useFocusBack();
  const say = useWords(operatorWords);
  const navigate = useNavigate();
  const [headers] = useState(newKey);
  const open = useAsk(mattersOpen, {
    changes: ['matters.', 'overview.'],
    done: ({ matter_id }) => void navigate(`/matters/${matter_id}`),
  });
  const { id, owner_tenant_id } = measure;
  const submit = (field: (name: string) => string): void =>
    open.mutate({
      headers,
      body: {
        kind: 'appeal',
        face: 'applicant',
        parties: [{ face: 'owner', tenant_id: owner_tenant_id }],
        data: {
          title: say('appeal_title', { title: name }).slice(0, title_chars_max),
          measure_id: id,
          grounds: field('grounds').trim(),
        },
      },
    });
  return (
    <Modal open onCancel={close} footer={null} title={say('appeal')} width={560} destroyOnHidden>
      <PlainForm submit={submit}>
        <p className="soft">{say('appeal_lead')}</p>
        <Field label={say('appeal_grounds')} hint={say('appeal_hint')}>
          {(field) => (
            <Input.TextArea
              id={field}
              name="grounds"
              rows={6}
              maxLength={grounds_chars_max}
              autoFocus
              required
            />
          )}
        </Field>
        <ProblemLine error={open.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {say('appeal_send')}
          </Button>
        </div>
      </PlainForm>
    </Modal>
  );
}

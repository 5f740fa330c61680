import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { viewsCreate } from '../../../../src/server/contract/matters-views.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import type { MatterQuery } from './use-matter-filters.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly query: MatterQuery;
  readonly close: () => void;
}

const name_chars_max = 100;

/** Keeps what the list is narrowed by, for oneself or for the whole office. */
export function SaveView({ query, close }: Props) {
  useFocusBack();
  const say = useWords(matterWords);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useAsk(viewsCreate, { changes: ['views.'], done: close });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A view is what is looked for; how it is sorted and paged is the moment's.
    const { sort: _sort, limit: _limit, cursor: _cursor, ...kept } = query;
    if (name.trim() !== '') save.mutate({ body: { name: name.trim(), shared, query: kept } });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('view_save')} width={440}>
      <form className="fields" onSubmit={submit}>
        <Field label={say('view_name')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              required
              maxLength={name_chars_max}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {say('view_share')}
        </Checkbox>
        <ProblemLine error={save.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={name.trim() === ''}
          >
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

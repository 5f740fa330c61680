import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { webhooksCreate } from '../../../../src/server/contract/webhooks.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { OnceShown } from '../../parts/OnceShown.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

const scheme = 'https://';
const examples = 'open, decide';

/** Where to tell what; then the secret its signatures are made with, shown once. */
export function WebhookForm({ close }: { readonly close: () => void }) {
  useFocusBack();
  const say = useWords(adminLinkWords);
  const [types, setTypes] = useState<string[]>([]);
  const make = useAsk(webhooksCreate, { changes: ['webhooks.'] });
  const title = say('webhook_new');
  return (
    <Modal open onCancel={close} footer={null} title={title} width={560} destroyOnHidden>
      {make.data !== undefined ? (
        <div className="fields">
          <OnceShown title={say('secret')} more={say('secret_more')} text={make.data.secret} />
          <div className="buttons">
            <Button type="primary" onClick={close}>
              {say('close')}
            </Button>
          </div>
        </div>
      ) : (
        <PlainForm submit={(field) => make.mutate({ body: { url: field('url').trim(), types } })}>
          <Field label={say('webhook_url')} hint={say('webhook_url_hint', { scheme })}>
            {(id) => (
              <Input
                id={id}
                name="url"
                placeholder={scheme}
                autoComplete="off"
                autoFocus
                required
              />
            )}
          </Field>
          <Field label={say('types')} hint={say('types_hint', { examples })}>
            {(id) => (
              <Select
                id={id}
                mode="tags"
                tokenSeparators={[',', ' ']}
                open={false}
                suffixIcon={null}
                value={types}
                onChange={setTypes}
              />
            )}
          </Field>
          <ProblemLine error={make.error} />
          <div className="buttons">
            <Button onClick={close}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={make.isPending}>
              {say('webhook_do')}
            </Button>
          </div>
        </PlainForm>
      )}
    </Modal>
  );
}

import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Role } from '../../../../src/model/actor.ts';
import { keysCreate, scopes } from '../../../../src/server/contract/keys.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { OnceShown } from '../../parts/OnceShown.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import { Boxes } from './Boxes.tsx';
import { RoleBoxes } from './RoleBoxes.tsx';
import { useScopeNames } from './use-scope-names.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

type Scope = (typeof scopes)[number];

const days_max = 400;
const days_usual = 90;

/** A key: for what, how far, how long; then its token, shown once. */
export function KeyForm({ close }: { readonly close: () => void }) {
  useFocusBack();
  const say = useWords(adminWords);
  const scopeName = useScopeNames();
  const { roles: own } = useSession();
  const [wanted, setWanted] = useState<readonly Scope[]>(['read']);
  const [chosen, setChosen] = useState<readonly Role[]>([]);
  const make = useAsk(keysCreate, { changes: ['keys.'] });
  const submit = (field: (name: string) => string): void => {
    const days = Number(field('days'));
    const body = { name: field('name'), scopes: [...wanted], roles: [...chosen], days };
    make.mutate({ body });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('key_new')} width={520} destroyOnHidden>
      {make.data !== undefined ? (
        <div className="fields">
          <OnceShown title={say('key_made')} more={say('key_made_more')} text={make.data.token} />
          <div className="buttons">
            <Button type="primary" onClick={close}>
              {say('close')}
            </Button>
          </div>
        </div>
      ) : (
        <PlainForm submit={submit}>
          <Field label={say('name')} hint={say('key_hint')}>
            {(id) => <Input id={id} name="name" maxLength={200} autoFocus required />}
          </Field>
          <Boxes
            legend={say('scopes')}
            offered={scopes}
            chosen={wanted}
            choose={setWanted}
            nameOf={scopeName}
          />
          <RoleBoxes offered={own} chosen={chosen} choose={setChosen} />
          <Field label={say('days')} hint={say('days_hint')}>
            {(id) => (
              <Input
                id={id}
                name="days"
                type="number"
                min={1}
                max={days_max}
                defaultValue={days_usual}
                required
              />
            )}
          </Field>
          <ProblemLine error={make.error} />
          <div className="buttons">
            <Button onClick={close}>{say('cancel')}</Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={make.isPending}
              disabled={wanted.length === 0 || chosen.length === 0}
            >
              {say('key_new')}
            </Button>
          </div>
        </PlainForm>
      )}
    </Modal>
  );
}

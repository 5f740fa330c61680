import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import {
  affiliationKinds,
  affiliationsCreate,
} from '../../../../src/server/contract/affiliations.ts';
import type { tenantsList } from '../../../../src/server/contract/tenants.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { affiliationSides, othersFor } from './affiliation-sides.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly tenants: readonly Good<typeof tenantsList>['body']['items'][number][];
  readonly close: () => void;
}

/** A relation proposed to another tenant: of which kind, to whom, and of which account. */
export function AffiliationForm({ tenants, close }: Props) {
  useFocusBack();
  const say = useWords(adminLinkWords);
  const { party, tenant_id } = useSession();
  const kinds = affiliationKinds.filter((one) => othersFor(one, party).length > 0);
  const [kind, setKind] = useState(kinds[0] ?? 'member');
  const [other, setOther] = useState<string | null>(null);
  const propose = useAsk(affiliationsCreate, { changes: ['affiliations.'], done: close });
  const parties = othersFor(kind, party);
  const others = tenants.filter((one) => one.id !== tenant_id && parties.includes(one.party));
  const side = (of: typeof kind) => (affiliationSides[of].under.includes(party) ? 'under' : 'over');
  const submit = (field: (name: string) => string): void => {
    if (other === null) return;
    const account = field('account');
    propose.mutate({ body: { kind, tenant_id: other, ...(kind === 'claim' && { account }) } });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('propose')} width={520} destroyOnHidden>
      <PlainForm submit={submit}>
        <p className="soft">{say('propose_lead')}</p>
        <Field label={say('relation')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              options={kinds.map((value) => ({
                value,
                label: say(`relation_${value}_${side(value)}`),
              }))}
              onChange={(next) => {
                setKind(next);
                setOther(null);
              }}
            />
          )}
        </Field>
        <Field label={say('other')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={other}
              placeholder={say('choose')}
              options={others.map(({ id: value, name }) => ({ value, label: name }))}
              onChange={setOther}
            />
          )}
        </Field>
        {kind === 'claim' && (
          <Field label={say('account')} hint={say('account_hint')}>
            {(id) => <Input id={id} name="account" maxLength={200} required />}
          </Field>
        )}
        <ProblemLine error={propose.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={propose.isPending}
            disabled={other === null}
          >
            {say('propose_do')}
          </Button>
        </div>
      </PlainForm>
    </Modal>
  );
}

import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Party } from '../../../../src/model/actor.ts';
import { tenantsCreate } from '../../../../src/server/contract/tenants.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { JurisdictionField } from '../../parts/JurisdictionField.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import { partyNames } from '../../text/people.ts';
import { Invitation } from './Invitation.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { LicenceFields, licenceIn } from './LicenceFields.tsx';

const offered = ['regulator', 'association', 'platform', 'operator'] as const satisfies Party[];
const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** An organisation with its first administrator; then the link that lets that one in. */
export function TenantForm({ close }: { readonly close: () => void }) {
  useFocusBack();
  const say = useWords(adminWords);
  const local = useLocalised();
  const [party, setParty] = useState<(typeof offered)[number]>('platform');
  const [zone, setZone] = useState('Asia/Shanghai');
  const [jurisdiction, setJurisdiction] = useState('cn');
  const take = useAsk(tenantsCreate, { changes: ['tenants.'] });
  const submit = (field: (name: string) => string): void =>
    take.mutate({
      body: {
        name: field('name'),
        party,
        time_zone: zone,
        jurisdiction,
        ...(party === 'operator' && licenceIn(field)),
        admin: { name: field('admin'), login: field('login') },
      },
    });
  return (
    <Modal open onCancel={close} footer={null} title={say('take_in')} width={520} destroyOnHidden>
      {take.data !== undefined ? (
        <Invitation
          name={`${take.variables.body.admin.name} (${take.data.tenant.name})`}
          secret={take.data.invitation}
          close={close}
        />
      ) : (
        <PlainForm submit={submit}>
          <p className="soft">{say('take_in_lead')}</p>
          <Field label={say('tenant_name')}>
            {(id) => <Input id={id} name="name" maxLength={200} autoFocus required />}
          </Field>
          <Field label={say('party')}>
            {(id) => (
              <Select
                id={id}
                value={party}
                options={offered.map((value) => ({ value, label: local(partyNames[value]) }))}
                onChange={setParty}
              />
            )}
          </Field>
          <Field label={say('zone')}>
            {(id) => <Select id={id} showSearch value={zone} options={zones} onChange={setZone} />}
          </Field>
          <JurisdictionField value={jurisdiction} onChange={setJurisdiction} />
          {party === 'operator' && <LicenceFields />}
          <Field label={say('admin_name')}>
            {(id) => <Input id={id} name="admin" maxLength={200} required />}
          </Field>
          <Field label={say('admin_login')} hint={say('login_hint')}>
            {(id) => <Input id={id} name="login" minLength={3} maxLength={200} required />}
          </Field>
          <ProblemLine error={take.error} />
          <div className="buttons">
            <Button onClick={close}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={take.isPending}>
              {say('take_in_do')}
            </Button>
          </div>
        </PlainForm>
      )}
    </Modal>
  );
}

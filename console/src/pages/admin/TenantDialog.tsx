import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { tenantsChange, tenantsChanges } from '../../../../src/server/contract/tenants.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { JurisdictionField } from '../../parts/JurisdictionField.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { usePlaceNames } from '../../parts/use-place-names.ts';
import { adminWords } from '../../text/admin.ts';
import { jurisdictionWords } from '../../text/jurisdiction.ts';
import type { Tenant } from './TenantsPart.tsx';

interface Props {
  readonly tenant: Tenant;
  readonly close: () => void;
}

/** By which law an organisation goes from a day on, its licence, and what was changed so far. */
export function TenantDialog({ tenant, close }: Props) {
  useFocusBack();
  const say = useWords(jurisdictionWords);
  const common = useWords(adminWords);
  const [jurisdiction, setJurisdiction] = useState(tenant.jurisdiction);
  const change = useAsk(tenantsChange, { changes: ['tenants.', 'submissions.'], done: close });
  const submit = (field: (name: string) => string): void =>
    change.mutate({
      params: { tenant_id: tenant.id },
      body: {
        from_on: field('from_on'),
        jurisdiction,
        licence_number: field('licence_number').trim() || null,
        licence_url: field('licence_url').trim() || null,
        reason: field('reason'),
      },
    });
  return (
    <Modal open onCancel={close} footer={null} title={<bdi>{tenant.name}</bdi>} width={520}>
      <PlainForm submit={submit}>
        <p className="soft">{say('change_lead')}</p>
        <Field label={say('change_from')}>
          {(id) => <Input id={id} name="from_on" type="date" required />}
        </Field>
        <JurisdictionField value={jurisdiction} onChange={setJurisdiction} />
        <Field label={say('change_licence')}>
          {(id) => (
            <Input
              id={id}
              name="licence_number"
              maxLength={200}
              defaultValue={tenant.licence_number ?? ''}
            />
          )}
        </Field>
        <Field label={say('change_page')}>
          {(id) => (
            <Input
              id={id}
              name="licence_url"
              type="url"
              maxLength={1_000}
              defaultValue={tenant.licence_url ?? ''}
            />
          )}
        </Field>
        <Field label={say('change_reason')}>
          {(id) => <Input.TextArea id={id} name="reason" rows={2} maxLength={2_000} required />}
        </Field>
        <ProblemLine error={change.error} />
        <div className="buttons">
          <Button onClick={close}>{common('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('change_do')}
          </Button>
        </div>
      </PlainForm>
      <h3>{say('changes')}</h3>
      <Changes tenant_id={tenant.id} />
    </Modal>
  );
}

/** Every change so far, each with its reason. */
function Changes({ tenant_id }: { readonly tenant_id: string }) {
  const say = useWords(jurisdictionWords);
  const placeNames = usePlaceNames();
  const asked = useAsked(tenantsChanges, { params: { tenant_id }, query: { limit: 200 } });
  if (asked.error !== null) {
    return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  }
  if (asked.data === undefined) return <Loading lines={2} line_px={41} />;
  if (asked.data.items.length === 0) return <p className="soft">{say('changes_none')}</p>;
  return (
    <ol>
      {asked.data.items.map(({ number, from_on, jurisdiction, licence_number, reason }) => (
        <li key={number}>
          {say('change_line', {
            day: from_on,
            law: placeNames(jurisdiction),
            licence: licence_number ?? say('change_no_licence'),
          })}{' '}
          <bdi className="soft">{reason}</bdi>
        </li>
      ))}
    </ol>
  );
}

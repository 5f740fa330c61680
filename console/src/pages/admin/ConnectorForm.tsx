import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { connectorsCreate } from '../../../../src/server/contract/connectors.ts';
import { standardsList } from '../../../../src/server/contract/standards.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { usePlatforms } from '../imports/use-platforms.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

const example = 'mysql://user:password@db.example.com:3306/mall';
const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** A database by its URL: by which packs it is inspected, about whom, and how often. */
export function ConnectorForm({ close }: { readonly close: () => void }) {
  useFocusBack();
  const say = useWords(adminLinkWords);
  const platforms = usePlatforms();
  const [packs, setPacks] = useState<string[]>(['cn']);
  const [platform, setPlatform] = useState<string | null>(null);
  const [time_zone, setZone] = useState('Asia/Shanghai');
  const connect = useAsk(connectorsCreate, { changes: ['connectors.'], done: close });
  const submit = (field: (name: string) => string): void => {
    const cron = field('cron').trim().replaceAll(/\s+/g, ' ');
    connect.mutate({
      body: {
        name: field('name'),
        url: field('url').trim(),
        packs,
        time_zone,
        ...(platform !== null && { platform_id: platform }),
        ...(cron !== '' && { cron }),
      },
    });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('connect')} width={560} destroyOnHidden>
      <PlainForm submit={submit}>
        <p className="soft">{say('connect_lead')}</p>
        <WhatFields />
        <PacksField packs={packs} set={setPacks} />
        {platforms.length > 0 && (
          <Field label={say('platform')} hint={say('platform_hint')}>
            {(id) => (
              <Select
                id={id}
                allowClear
                value={platform}
                options={[...platforms]}
                onChange={(next: string | null | undefined) => setPlatform(next ?? null)}
              />
            )}
          </Field>
        )}
        <Field label={say('cron')} hint={say('cron_hint')}>
          {(id) => <Input id={id} name="cron" maxLength={200} placeholder="30 2 * * *" />}
        </Field>
        <Field label={say('zone')}>
          {(id) => (
            <Select id={id} showSearch value={time_zone} options={zones} onChange={setZone} />
          )}
        </Field>
        <ProblemLine error={connect.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={connect.isPending}
            disabled={packs.length === 0}
          >
            {say('connect_do')}
          </Button>
        </div>
      </PlainForm>
    </Modal>
  );
}

/** What it is called, and where it is. */
function WhatFields() {
  const say = useWords(adminLinkWords);
  return (
    <>
      <Field label={say('name')}>
        {(id) => <Input id={id} name="name" maxLength={200} autoFocus required />}
      </Field>
      <Field label={say('url')} hint={say('url_hint', { example })}>
        {(id) => (
          <Input id={id} name="url" minLength={10} maxLength={2_000} autoComplete="off" required />
        )}
      </Field>
    </>
  );
}

interface PacksProps {
  readonly packs: string[];
  readonly set: (packs: string[]) => void;
}

function PacksField({ packs, set }: PacksProps) {
  const say = useWords(adminLinkWords);
  const local = useLocalised();
  const library = useAsked(standardsList, { headers: {} });
  const options = library.data?.items.map((one) => ({ value: one.id, label: local(one.title) }));
  return (
    <Field label={say('packs')}>
      {(id) => (
        <Select id={id} mode="multiple" value={packs} options={options ?? []} onChange={set} />
      )}
    </Field>
  );
}

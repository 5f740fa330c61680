import { Input, Select } from 'antd';
import { standardsList } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { importWords } from '../../text/imports.ts';
import type { Settings } from './settings.ts';
import { usePlatforms } from './use-platforms.ts';

interface Props {
  readonly set: Settings;
  readonly change: (by: Partial<Settings>) => void;
}

/** By which standards, and about whom. */
export function SettingFields({ set, change }: Props) {
  const say = useWords(importWords);
  const local = useLocalised();
  const packs = useAsked(standardsList, { headers: {} });
  const platforms = usePlatforms();
  return (
    <>
      <Field label={say('title_of')}>
        {(id) => (
          <Input id={id} value={set.title} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <Field label={say('packs')} hint={say('packs_hint')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...set.packs]}
            options={(packs.data?.items ?? []).map((one) => ({
              value: one.id,
              label: local(one.title),
            }))}
            onChange={(packs_now: string[]) => change({ packs: packs_now })}
          />
        )}
      </Field>
      {platforms.length > 0 && (
        <Field label={say('platform')} hint={say('platform_hint')}>
          {(id) => (
            <Choice
              id={id}
              value={set.platform_id}
              options={platforms}
              pick={(platform_id) => change({ platform_id })}
            />
          )}
        </Field>
      )}
      <PlaceFields set={set} change={change} />
    </>
  );
}

/** As of which day, in which zone and currency. */
function PlaceFields({ set, change }: Props) {
  const say = useWords(importWords);
  return (
    <>
      <Field label={say('as_of')} hint={say('as_of_hint')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={set.as_of}
            onChange={(e) => change({ as_of: e.target.value })}
          />
        )}
      </Field>
      <Field label={say('zone')} hint={say('zone_hint')}>
        {(id) => (
          <Choice
            id={id}
            value={set.time_zone}
            options={zones}
            pick={(time_zone) => change({ time_zone })}
          />
        )}
      </Field>
      <Field label={say('currency')} hint={say('zone_hint')}>
        {(id) => (
          <Choice
            id={id}
            value={set.currency}
            options={currencies}
            pick={(currency) => change({ currency })}
          />
        )}
      </Field>
    </>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionsOf = (values: readonly string[]): readonly Option[] =>
  values.map((value) => ({ value, label: value }));
const zones = optionsOf(Intl.supportedValuesOf('timeZone'));
const currencies = optionsOf(Intl.supportedValuesOf('currency'));

interface ChoiceProps {
  readonly id: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly pick: (value: string | null) => void;
}

/** One of many, found by typing; nothing chosen: as the data say. */
function Choice({ id, value, options, pick }: ChoiceProps) {
  return (
    <Select
      id={id}
      showSearch
      allowClear
      value={value}
      options={[...options]}
      onChange={(next: string | undefined) => pick(next ?? null)}
    />
  );
}

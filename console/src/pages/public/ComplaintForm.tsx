import { Button, Input } from 'antd';
import type { SyntheticEvent } from 'react';
import { publicComplain } from '../../../../src/server/contract/complaints.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { publicWords } from '../../text/public.ts';
import { sayIn } from '../../text/words.ts';
import type { Language } from '../../text/words.ts';
import styles from './Complain.module.css';
import type { Sent } from './ComplaintReceipt.tsx';
import { ContactFields } from './ContactFields.tsx';

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly offices: readonly Place[];
  readonly platforms: readonly Place[];
  readonly sent: (sent: Sent) => void;
}

/** Below what the contract takes: seller and order stand above the facts. */
const facts_chars_max = 9_500;
const request_chars_max = 2_000;
const line_chars_max = 200;

/** Four questions, in the order in which somebody would tell it. */
export function ComplaintForm({ offices, platforms, sent }: Props) {
  const say = useWords(publicWords);
  const language = useLanguage();
  const complain = useAsk(publicComplain);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    const office_id = field('office');
    const platform_id = field('platform');
    const title = field('title');
    const body = {
      office_id,
      ...(platform_id !== '' && { platform_id }),
      title,
      facts: factsOf(field, language),
      request: field('request'),
      contact: {
        name: field('name') || null,
        phone: field('phone') || null,
        email: field('email') || null,
        address: field('address') || null,
      },
      language,
    };
    const office = offices.find(({ id }) => id === office_id)?.name ?? '';
    complain.mutate({ body }, { onSuccess: (answer) => sent({ ...answer, office, title }) });
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <AboutWhom offices={offices} platforms={platforms} />
      <fieldset>
        <legend>{say('what')}</legend>
        <Field label={say('title')} hint={say('title_hint')}>
          {(id) => <Input id={id} name="title" size="large" required maxLength={line_chars_max} />}
        </Field>
        <Field label={say('facts')} hint={say('facts_hint')}>
          {(id) => (
            <Input.TextArea id={id} name="facts" required rows={8} maxLength={facts_chars_max} />
          )}
        </Field>
        <Field label={say('request')} hint={say('request_hint')}>
          {(id) => (
            <Input.TextArea
              id={id}
              name="request"
              required
              rows={2}
              maxLength={request_chars_max}
            />
          )}
        </Field>
      </fieldset>
      <ContactFields />
      <ProblemLine error={complain.error} />
      <Button type="primary" size="large" htmlType="submit" loading={complain.isPending}>
        {say('send')}
      </Button>
    </form>
  );
}

function AboutWhom({ offices, platforms }: Pick<Props, 'offices' | 'platforms'>) {
  const say = useWords(publicWords);
  return (
    <fieldset>
      <legend>{say('to_whom')}</legend>
      <Field label={say('office')} hint={say('office_hint')}>
        {(id) => <Choice id={id} name="office" places={offices} />}
      </Field>
      {platforms.length > 0 && (
        <Field label={say('platform')}>
          {(id) => (
            <Choice id={id} name="platform" places={platforms} none={say('platform_none')} />
          )}
        </Field>
      )}
      <div className={styles['pair']}>
        <Field label={say('seller')} hint={say('seller_hint')}>
          {(id) => <Input id={id} name="seller" size="large" maxLength={line_chars_max} />}
        </Field>
        <Field label={say('order')}>
          {(id) => <Input id={id} name="order" size="large" maxLength={100} />}
        </Field>
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly places: readonly Place[];
  readonly none?: string;
}

/** The browser's own: telephones show it as they show all others. */
function Choice({ id, name, places, none }: ChoiceProps) {
  return (
    <select id={id} name={name} className={styles['select']}>
      {none !== undefined && <option value="">{none}</option>}
      {places.map((place) => (
        <option key={place.id} value={place.id}>
          {place.name}
        </option>
      ))}
    </select>
  );
}

/** Seller and order, where they are given, above what happened. */
function factsOf(field: (name: string) => string, language: Language): string {
  const say = sayIn(publicWords, language);
  const [seller, order] = [field('seller'), field('order')];
  return [
    ...(seller === '' ? [] : [say('prefix_seller', { seller })]),
    ...(order === '' ? [] : [say('prefix_order', { order })]),
    field('facts'),
  ].join('\n');
}

import { LockOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { publicWords } from '../../text/public.ts';
import styles from './Complain.module.css';

/** How to be reached, and plainly: what for, by whom, for how long. */
export function ContactFields() {
  const say = useWords(publicWords);
  return (
    <fieldset>
      <legend>{say('contact')}</legend>
      <div className={styles['sealed']}>
        <LockOutlined />
        <div>
          <p>{say('contact_lead')}</p>
          <ul>
            <li>{say('contact_use')}</li>
            <li>{say('contact_who')}</li>
            <li>{say('contact_term')}</li>
          </ul>
          <p className="soft">{say('contact_none')}</p>
        </div>
      </div>
      <div className={styles['pair']}>
        <Field label={say('name')}>
          {(id) => <Input id={id} name="name" size="large" autoComplete="name" maxLength={100} />}
        </Field>
        <Field label={say('phone')}>
          {(id) => (
            <Input id={id} name="phone" type="tel" size="large" autoComplete="tel" maxLength={40} />
          )}
        </Field>
        <Field label={say('email')}>
          {(id) => (
            <Input
              id={id}
              name="email"
              type="email"
              size="large"
              autoComplete="email"
              maxLength={200}
            />
          )}
        </Field>
        <Field label={say('address')}>
          {(id) => (
            <Input
              id={id}
              name="address"
              size="large"
              autoComplete="street-address"
              maxLength={300}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

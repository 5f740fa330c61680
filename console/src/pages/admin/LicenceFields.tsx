import { Input } from 'antd';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { licenceWords } from '../../text/licence.ts';

const names = ['credit_code', 'licence_number', 'licence_url'] as const;
type Licence = Readonly<Record<(typeof names)[number], string | null>>;

/** What was typed; what was left empty is not known. */
export function licenceIn(field: (name: string) => string): Licence {
  const [credit_code = null, licence_number = null, licence_url = null] = names.map(
    (name) => field(name).trim() || null,
  );
  return { credit_code, licence_number, licence_url };
}

/** What the public is shown of a firm that looks it up. */
export function LicenceFields() {
  const say = useWords(licenceWords);
  return (
    <>
      <Field label={say('code')} hint={say('code_hint')}>
        {(id) => <Input id={id} name="credit_code" maxLength={18} />}
      </Field>
      <Field label={say('number')}>
        {(id) => <Input id={id} name="licence_number" maxLength={200} />}
      </Field>
      <Field label={say('page')} hint={say('page_hint')}>
        {(id) => <Input id={id} name="licence_url" type="url" maxLength={1_000} />}
      </Field>
    </>
  );
}

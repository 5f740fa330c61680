import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { matterWords } from '../../text/matters.ts';
import { DigestInput } from './DigestInput.tsx';
import styles from './DataField.module.css';
import type { FieldFault } from './form-data.ts';
import { MatterInput } from './MatterInput.tsx';
import type { FormField } from './read-fields.ts';
import type { ValueWords } from './use-value-words.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly step: string;
  readonly field: FormField;
  readonly value: string | boolean | undefined;
  readonly set: (value: string | boolean) => void;
  readonly fault: FieldFault | undefined;
  readonly words: ValueWords;
  /** What can be chosen, where that is known: offices, colleagues, matters. */
  readonly choices: readonly Choice[] | undefined;
  /** Of amounts; null where the matter has none. */
  readonly currency: string | null;
}

/** The control of one field of a step. */
export function DataField(props: Props) {
  const { field, value, set, fault, words } = props;
  const say = useWords(matterWords);
  const faultId = useId();
  const name = words.field(field.name);
  const label = field.optional ? say('optional', { name }) : name;
  if (field.is === 'flag') {
    return (
      <Checkbox checked={value === true} onChange={(event) => set(event.target.checked)}>
        {label}
      </Checkbox>
    );
  }
  return (
    <div>
      <Field label={label} hint={hintOf(field, say, props.choices !== undefined)}>
        {(id) => <Control {...props} id={id} text={typeof value === 'string' ? value : ''} />}
      </Field>
      {fault !== undefined && (
        <p id={faultId} className={styles['fault']} role="alert">
          {say(`fault_${fault}`, { name })}
        </p>
      )}
    </div>
  );
}

type Say = ReturnType<typeof useWords<(typeof matterWords)['zh']>>;

function hintOf({ is }: FormField, say: Say, chosen: boolean): string | undefined {
  if (is === 'digest') return say('hint_digest');
  if (is === 'digests') return say('hint_digests');
  return is === 'lines' && !chosen ? say('hint_lines') : undefined;
}

interface ControlProps extends Props {
  readonly id: string;
  readonly text: string;
}

function Control(props: ControlProps) {
  const { id, text, step, field, set, fault, words, choices, currency } = props;
  const { is, name, values, chars_max } = field;
  const status = fault === undefined ? '' : ('error' as const);
  const common = { id, value: text, status } as const;
  const onChange = (event: { readonly target: { readonly value: string } }): void =>
    set(event.target.value);
  if (is === 'id' && matterFields.has(name)) return <MatterInput {...{ id, text, status, set }} />;
  if (is === 'choice' || choices !== undefined) {
    const options =
      choices ?? values.map((value) => ({ value, label: words.value(step, name, value) ?? value }));
    return <ChoiceInput {...{ id, text, status, options, set }} many={is === 'lines'} />;
  }
  switch (is) {
    case 'day':
      return (
        <Input {...common} type="date" className={styles['short'] ?? ''} onChange={onChange} />
      );
    case 'instant':
      return <Input {...common} type="datetime-local" onChange={onChange} />;
    case 'whole':
      return <Input {...common} inputMode="numeric" onChange={onChange} />;
    case 'money':
      return <MoneyInput {...common} currency={currency} onChange={onChange} />;
    case 'digest':
    case 'digests':
      return <DigestInput {...{ id, text, status, set }} many={is === 'digests'} />;
    case 'id':
      return <Input {...common} maxLength={chars_max} onChange={onChange} />;
    default:
      return (
        <Input.TextArea
          {...common}
          rows={short.has(name) ? 1 : 4}
          maxLength={is === 'lines' ? undefined : chars_max}
          onChange={onChange}
        />
      );
  }
}

const matterFields = new Set(['matter_id', 'measure_id', 'case_id', 'appeal_id']);

/** Texts of one line, as they mostly are. */
const short = new Set([
  'title',
  'queue',
  'tags',
  'url',
  'court',
  'receiver',
  'place',
  'channel',
  'number',
  'subject_name',
  'credit_code',
  'region',
  'category',
  'rule_title',
  'rule_article',
  'rule_version',
]);

interface ChoiceProps {
  readonly id: string;
  readonly text: string;
  readonly status: '' | 'error';
  readonly options: readonly Choice[];
  readonly many: boolean;
  readonly set: (value: string) => void;
}

/** One of a list, or several, a line each; what is not in the list can be written. */
function ChoiceInput({ id, text, status, options, many, set }: ChoiceProps) {
  const common = { id, status, options: [...options], showSearch: { optionFilterProp: 'label' } };
  if (many) {
    const chosen = text === '' ? [] : text.split('\n');
    return (
      <Select
        {...common}
        mode="tags"
        value={chosen}
        onChange={(next: string[]) => set(next.join('\n'))}
      />
    );
  }
  return (
    <Select
      {...common}
      allowClear
      value={text === '' ? null : text}
      onChange={(next: string | null | undefined) => set(next ?? '')}
    />
  );
}

interface MoneyProps {
  readonly currency: string | null;
  readonly id: string;
  readonly value: string;
  readonly status: '' | 'error';
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}

function MoneyInput({ currency, ...props }: MoneyProps) {
  const say = useWords(matterWords);
  const suffix = currency === 'CNY' ? say('yuan') : (currency ?? say('minor_units'));
  return <Input {...props} inputMode="decimal" suffix={suffix} className={styles['short'] ?? ''} />;
}

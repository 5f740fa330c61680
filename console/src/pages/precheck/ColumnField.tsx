import { Input, Select } from 'antd';
import { shapeOf } from '../../../../src/model/tables.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { codeText } from '../../parts/code-text.ts';
import { Field } from '../../parts/Field.tsx';
import { columnLabel } from '../../parts/need-text.ts';
import { precheckWords } from '../../text/precheck.ts';
import type { Asked } from './kinds.ts';

interface Props {
  readonly table: Asked['table'];
  readonly column: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** One column to fill, by its type; an empty one is unknown. */
export function ColumnField({ table, column, value, change }: Props) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  const language = useLanguage();
  const shape = shapeOf(table).columns[column];
  if (shape === undefined) return null;
  const { type, values } = shape;
  const options =
    type === 'bool'
      ? [
          { value: 'true', label: say('yes') },
          { value: 'false', label: say('no') },
        ]
      : values?.map((one) => ({ value: one, label: codeText(table, column, one, language) }));
  const hint = type === 'money_minor' ? say('amount_hint') : undefined;
  return (
    <Field label={columnLabel(local(shape.doc))} hint={hint}>
      {(id) =>
        options === undefined ? (
          <Input
            id={id}
            value={value}
            type={inputTypes[type] ?? 'text'}
            inputMode={type === 'money_minor' ? 'decimal' : undefined}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Select
            id={id}
            value={value === '' ? null : value}
            options={options}
            allowClear
            placeholder={say('unknown')}
            onChange={(chosen: string | null | undefined) => change(chosen ?? '')}
          />
        )
      }
    </Field>
  );
}

const inputTypes: Readonly<Record<string, string>> = {
  int: 'number',
  double: 'number',
  date: 'date',
  instant: 'datetime-local',
};

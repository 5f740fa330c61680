import { DataField } from './DataField.tsx';
import type { FormData, FormValues } from './form-data.ts';
import type { Matter } from './matter-types.ts';
import type { FormField } from './read-fields.ts';
import { useChoices } from './use-choices.ts';
import { useValueWords } from './use-value-words.ts';

interface Props {
  readonly kind: string;
  readonly step: string;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly set: (values: FormValues) => void;
  /** Shown once somebody tried to send. */
  readonly faults: FormData['faults'];
  readonly matter: Matter | null;
}

/** All fields of a step. */
export function DataFields({ kind, step, fields, values, set, faults, matter }: Props) {
  const words = useValueWords(kind);
  const choicesOf = useChoices(fields, matter);
  return fields.map((field) => (
    <DataField
      key={field.name}
      step={step}
      field={field}
      value={values[field.name]}
      set={(value) => set({ ...values, [field.name]: value })}
      fault={faults[field.name]}
      words={words}
      choices={choicesOf(field.name)}
      currency={matter?.currency ?? null}
    />
  ));
}

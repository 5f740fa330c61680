import { Select } from 'antd';
import { aboutRead } from '../../../src/server/contract/health.ts';
import { useAsked } from '../api/use-asked.ts';
import { useWords } from '../app/language.ts';
import { jurisdictionWords } from '../text/jurisdiction.ts';
import { Field } from './Field.tsx';
import { usePlaceNames } from './use-place-names.ts';

interface JurisdictionFieldProps {
  readonly value: string;
  readonly onChange: (jurisdiction: string) => void;
}

/** Whose law a new organisation goes by, of those there is law of. */
export function JurisdictionField({ value, onChange }: JurisdictionFieldProps) {
  const say = useWords(jurisdictionWords);
  const placeNames = usePlaceNames();
  const { data: about } = useAsked(aboutRead, {});
  const known = about?.jurisdictions ?? [value];
  return (
    <Field label={say('jurisdiction')} hint={say('hint')}>
      {(id) => (
        <Select
          id={id}
          value={value}
          options={known.map((one) => ({ value: one, label: placeNames(one) }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

import { Field } from './Field.tsx';
import { MarkedText } from './MarkedText.tsx';
import type { WrongPlace } from './WrongPlaces.tsx';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong in it; told beside by `WrongPlaces`. */
  readonly wrong: readonly WrongPlace[];
  /** So many lines at least are shown. */
  readonly lines: number;
  readonly max: number;
  readonly placeholder?: string;
}

/** A text a machine will read, its lines numbered and those with a mistake marked. */
export function CodeField({ label, hint, wrong, ...text }: Props) {
  const lines = new Set(wrong.flatMap(({ line }) => (line === null ? [] : [line])));
  return (
    <Field label={label} hint={hint}>
      {(id) => <MarkedText id={id} {...text} code wrong={lines} />}
    </Field>
  );
}

import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** What a good value looks like, or what it is for. */
  readonly hint?: string | undefined;
  /** The control, with the id its label names. */
  readonly children: (id: string) => ReactNode;
}

/** One field of a form: label above, hint below. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <p className="hint">{hint}</p>}
    </div>
  );
}

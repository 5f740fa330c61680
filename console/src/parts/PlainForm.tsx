import type { ReactNode, SyntheticEvent } from 'react';

interface Props {
  /** Its fields by name; a name that is not there is an empty text. */
  readonly submit: (field: (name: string) => string) => void;
  readonly children: ReactNode;
}

/** A form whose fields the browser keeps: they are read when it is sent. */
export function PlainForm({ submit, children }: Props) {
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    submit((name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    });
  };
  return (
    <form className="fields" onSubmit={onSubmit}>
      {children}
    </form>
  );
}

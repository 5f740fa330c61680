import { isTableName, shapeOf } from '../../../../src/model/tables.ts';
import { useLocalised } from '../../app/language.ts';

interface Props {
  readonly table: string;
  /** Left out: the table itself is named. */
  readonly column?: string;
}

/** A canonical table or column: its name, and what it holds in the reader's language. */
export function NameOf({ table, column }: Props) {
  const local = useLocalised();
  const shape = isTableName(table) ? shapeOf(table) : undefined;
  const doc = column === undefined ? shape?.doc : shape?.columns[column]?.doc;
  return (
    <span>
      <code>{column ?? table}</code>
      {doc !== undefined && <span className="soft"> {local(doc)}</span>}
    </span>
  );
}

import { Input } from 'antd';
import { useMemo } from 'react';
import { prechecksCreate } from '../../../../src/server/contract/prechecks.ts';
import { isTableName, shapeOf } from '../../../../src/model/tables.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSettled } from '../../api/use-settled.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { precheckWords } from '../../text/precheck.ts';
import { Answer } from './Answer.tsx';
import { columnLabel } from '../../parts/need-text.ts';
import { ColumnField } from './ColumnField.tsx';
import { hitsOf, marksOf } from './hits.ts';
import { kinds } from './kinds.ts';
import type { KindName } from './kinds.ts';
import styles from './PrecheckPage.module.css';
import { recordOf } from './record-of.ts';
import type { Typed } from './record-of.ts';
import { useLibrary } from '../../parts/use-library.ts';

export type Checked = Good<typeof prechecksCreate>['body'];

interface Props {
  readonly kind: Exclude<KindName, 'plan'>;
  readonly typed: Typed;
  readonly change: (column: string, value: string) => void;
}

const noPacks: Checked['packs'] = [];
const settle_ms = 350;
const text_chars_max = 100_000;

/** A listing, a post, a segment of a script or a promotion: the text left, verdicts right. */
export function RecordPrecheck({ kind, typed, change }: Props) {
  const say = useWords(precheckWords);
  const { table, texts, fields } = kinds[kind];
  const settled = useSettled(typed, settle_ms);
  const body = useMemo(() => recordOf(kind, settled), [kind, settled]);
  const some = Object.values(settled).some((value) => value.trim() !== '');
  const asked = useAsked(prechecksCreate, { body }, { keep: true, enabled: some });
  const checked = some ? asked.data : undefined;
  const library = useLibrary(checked?.packs ?? noPacks);
  // What was filled stays in sight after it has been answered.
  const needed = [...new Set([...Object.keys(typed), ...columnsNeeded(checked)])].filter(
    (column) => ![...texts, ...fields].includes(column),
  );
  const field = (column: string) => (
    <ColumnField
      key={column}
      table={table}
      column={column}
      value={typed[column] ?? ''}
      change={(value) => change(column, value)}
    />
  );
  return (
    <div className={styles['pair']}>
      <form className="fields" onSubmit={(event) => event.preventDefault()}>
        {texts.map((column) => (
          <TextField
            key={column}
            kind={kind}
            column={column}
            value={typed[column] ?? ''}
            change={(value) => change(column, value)}
            checked={checked}
            library={library}
          />
        ))}
        <div className={styles['small']}>{fields.map(field)}</div>
        {needed.length > 0 && (
          <section className={styles['needed']}>
            <h2>{say('needed')}</h2>
            <p className="soft">{say('needed_more')}</p>
            <div className={styles['small']}>{needed.map(field)}</div>
          </section>
        )}
      </form>
      <Answer
        asked={some}
        checked={checked}
        busy={asked.isFetching}
        error={asked.error}
        retry={() => void asked.refetch()}
        library={library}
      />
    </div>
  );
}

interface TextProps extends Pick<Props, 'kind'> {
  readonly column: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly checked: Checked | undefined;
  readonly library: ReturnType<typeof useLibrary>;
}

/** A short text in a line, a long one with the terms found in it marked. */
function TextField({ kind, column, value, change, checked, library }: TextProps) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  const shape = shapeOf(kinds[kind].table).columns[column];
  const label = shape === undefined ? column : columnLabel(local(shape.doc));
  const marks = marksOf(hitsOf(checked), column, value, (hit) => ({
    title: `${local(library.list(hit.list_id))}${hit.excepted === true ? say('excepted') : ''}`,
  }));
  return (
    <Field label={label}>
      {(id) =>
        kind === 'promotion' ? (
          <Input id={id} value={value} onChange={(event) => change(event.target.value)} />
        ) : (
          <MarkedText
            id={id}
            value={value}
            change={change}
            marks={marks}
            max={text_chars_max}
            placeholder={column === 'title' ? say('paste_title') : say('paste')}
            lines={column === 'title' ? 1 : column === 'claims' ? 7 : 14}
          />
        )
      }
    </Field>
  );
}

/** Columns of the record itself that a verdict waits for. */
function columnsNeeded(checked: Checked | undefined): string[] {
  if (checked === undefined) return [];
  if (!isTableName(checked.table)) return [];
  const { columns } = shapeOf(checked.table);
  return checked.verdicts
    .flatMap(({ needs }) => needs)
    .map((need) => need.split('.'))
    .filter(([table, column = '']) => table === checked.table && column in columns)
    .map(([, column = '']) => column);
}

import type { inspectionsAccounting } from '../../../../src/server/contract/accounting.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './AccountingView.module.css';
import { countText } from './count-text.ts';
import { IssueList } from './IssueList.tsx';
import { NameOf } from './NameOf.tsx';
import { Reasons } from './Reasons.tsx';

export type Accounting = Good<typeof inspectionsAccounting>['body'];

interface Props {
  readonly accounting: Accounting;
}

/** What became of every row: read and refused are all that were present. */
export function AccountingView({ accounting }: Props) {
  const say = useWords(importWords);
  const { software, raw_tables } = accounting;
  const sum = (field: 'present' | 'read' | 'refused'): number =>
    raw_tables.reduce((total, table) => total + table[field], 0);
  return (
    <section className={styles['accounting']}>
      <div>
        <h2>{say('accounting')}</h2>
        <p className="soft">{say('accounting_lead')}</p>
      </div>
      <p className={styles['sum']}>
        <span>
          <b>{countText(sum('read'))}</b> {say('read')}
        </span>
        <span aria-hidden="true">+</span>
        <span className={sum('refused') > 0 ? styles['refused'] : undefined}>
          <b>{countText(sum('refused'))}</b> {say('refused')}
        </span>
        <span aria-hidden="true">=</span>
        <span>
          <b>{countText(sum('present'))}</b> {say('present')}
        </span>
      </p>
      <p>
        <b>{software.name === null ? say('software_none') : <bdi>{software.name}</bdi>}</b>{' '}
        <Reasons reasons={software.reasons} />
      </p>
      <IssueList issues={accounting.issues} />
      <RawTables tables={raw_tables} />
      <Tables tables={accounting.tables} />
    </section>
  );
}

/** Every raw table with its rows; those left aside say why. */
function RawTables({ tables }: { readonly tables: Accounting['raw_tables'] }) {
  const say = useWords(importWords);
  const local = useLocalised();
  const label = say('raw_tables', { count: tables.length });
  return (
    <details open={tables.length <= 12}>
      <summary>{label}</summary>
      <PlainTable
        label={label}
        heads={[say('raw_table'), say('present'), say('read'), say('refused'), say('left_aside')]}
        numeric={[1, 2, 3]}
        rows={tables.map(({ name, present, read, refused, skipped }) => ({
          key: name,
          cells: [
            <bdi key="name">{name}</bdi>,
            countText(present),
            countText(read),
            countText(refused),
            skipped === null ? '' : <span className="soft">{local(skipped)}</span>,
          ],
        }))}
      />
    </details>
  );
}

/** What they became. */
function Tables({ tables }: { readonly tables: Accounting['tables'] }) {
  const say = useWords(importWords);
  const label = say('tables', { count: tables.length });
  return (
    <details>
      <summary>{label}</summary>
      <PlainTable
        label={label}
        heads={[say('table'), say('present'), say('read'), say('refused'), say('columns')]}
        numeric={[1, 2, 3]}
        rows={tables.map(({ table, present, read, refused, columns }) => ({
          key: table,
          cells: [
            <NameOf key="name" table={table} />,
            countText(present),
            countText(read),
            countText(refused),
            <span key="columns" className="soft">
              {columns.join(', ')}
            </span>,
          ],
        }))}
      />
    </details>
  );
}

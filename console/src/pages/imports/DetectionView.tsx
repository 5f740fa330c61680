import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { importWords } from '../../text/imports.ts';
import { ColumnRoles } from './ColumnRoles.tsx';
import styles from './DetectionView.module.css';
import { NameOf } from './NameOf.tsx';
import { Reasons } from './Reasons.tsx';
import type { Role } from './mapping-text.ts';
import type { Detection } from './use-detections.ts';

interface Props {
  readonly name: string;
  readonly detection: Detection;
  /** The mapping as it is now. */
  readonly mapping: string;
  readonly choose: (role: Role, raw_column: string | null) => void;
}

/** What a file was found to be, with the reasons; columns can be chosen anew. */
export function DetectionView({ name, detection, mapping, choose }: Props) {
  const say = useWords(importWords);
  const local = useLocalised();
  const { software, tables, columns, skipped, assumptions } = detection;
  return (
    <section className={styles['view']}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <div>
        <p className={styles['software']}>
          {software.name === null ? say('software_none') : <bdi>{software.name}</bdi>}
          {software.name !== null && (
            <span className="soft"> {say('score', { score: percent(software.score) })}</span>
          )}
        </p>
        <Reasons reasons={software.reasons} />
      </div>
      {tables.length > 0 && (
        <details open={tables.length <= 8}>
          <summary>{say('tables_found', { count: tables.length })}</summary>
          <PlainTable
            label={say('tables_found', { count: tables.length })}
            heads={[say('raw_table'), say('read_as'), say('reason')]}
            rows={tables.map(({ raw_table, table, reasons }) => ({
              key: `${raw_table} ${table}`,
              cells: [
                <bdi key="raw">{raw_table}</bdi>,
                <NameOf key="table" table={table} />,
                <Reasons key="reasons" reasons={reasons} />,
              ],
            }))}
          />
        </details>
      )}
      {columns.length > 0 && <ColumnRoles columns={columns} mapping={mapping} choose={choose} />}
      {assumptions.length > 0 && (
        <details>
          <summary>{say('assumptions', { count: assumptions.length })}</summary>
          <PlainTable
            label={say('assumptions', { count: assumptions.length })}
            heads={[say('subject'), say('value'), say('reason')]}
            rows={assumptions.map(({ what, subject, value, reason }) => ({
              key: `${what} ${subject}`,
              cells: [subject, <bdi key="value">{value}</bdi>, local(reason)],
            }))}
          />
        </details>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{say('skipped', { count: skipped.length })}</summary>
          <ul className={styles['skipped']}>
            {skipped.map(({ table, reason }) => (
              <li key={table}>
                <code>{table}</code> <span className="soft">{local(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function percent(score: number): number {
  return Math.round(score * 100);
}

import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';

type Case = ProvisionVersion['cases'][number];

/** Its cases: rows that are given, and what has to come out. */
export function Cases({ cases }: { readonly cases: readonly Case[] }) {
  const say = useWords(standardsWords);
  return (
    <section className={styles['part']}>
      <h2>{say('cases')}</h2>
      <div>
        {cases.map((one) => (
          <details key={one.name} className={styles['case']}>
            <summary>{one.name}</summary>
            <OneCase one={one} />
          </details>
        ))}
      </div>
    </section>
  );
}

function OneCase({ one }: { readonly one: Case }) {
  const say = useWords(standardsWords);
  const { as_of, tables, expect } = one;
  const subjects = (list: readonly { readonly subject: string }[]): string =>
    list.map(({ subject }) => subject).join(', ');
  return (
    <div>
      <p className="soft">{say('case_as_of', { day: as_of })}</p>
      {Object.entries(tables).map(([table, rows]) => {
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
        return (
          <PlainTable
            key={table}
            label={table}
            heads={columns}
            rows={rows.map((row, i) => ({
              key: String(i),
              cells: columns.map((column) => (
                <bdi key={column}>{row[column] == null ? '' : String(row[column])}</bdi>
              )),
            }))}
          />
        );
      })}
      {expect.breach.length > 0 && (
        <p>{say('case_breach', { subjects: subjects(expect.breach) })}</p>
      )}
      {expect.cannot_tell.length > 0 && (
        <p>{say('case_unknown', { subjects: subjects(expect.cannot_tell) })}</p>
      )}
      {expect.ok.length > 0 && <p>{say('case_ok', { subjects: expect.ok.join(', ') })}</p>}
    </div>
  );
}

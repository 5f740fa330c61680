import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import { CaseExpected } from './CaseExpected.tsx';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';

type Version = Pick<ProvisionVersion, 'cases' | 'finds'>;

/** Its cases: rows that are given, and what has to come out. */
export function Cases({ version: { cases, finds } }: { readonly version: Version }) {
  const say = useWords(standardsWords);
  return (
    <section className={styles['part']}>
      <h2>{say('cases')}</h2>
      <div>
        {cases.map((one) => (
          <details key={one.name} className={styles['case']}>
            <summary>
              <bdi>{one.name}</bdi>
            </summary>
            <div>
              <p className="soft">{say('case_as_of', { day: one.as_of })}</p>
              <Given one={one} />
              <CaseExpected expect={one.expect} finds={finds} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

function Given({ one }: { readonly one: ProvisionVersion['cases'][number] }) {
  const say = useWords(standardsWords);
  const { tables, present, absent } = one;
  return (
    <>
      {Object.entries(tables).map(([table, rows]) => {
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
        return (
          <div key={table}>
            <h4>
              <code>{table}</code>
            </h4>
            {rows.length === 0 ? (
              <p className="soft">{say('case_no_rows')}</p>
            ) : (
              <PlainTable
                label={table}
                heads={columns}
                rows={rows.map((row, i) => ({
                  key: String(i),
                  cells: columns.map((column) => <Cell key={column} value={row[column]} />),
                }))}
              />
            )}
          </div>
        );
      })}
      {present.length > 0 && (
        <p>
          {say('case_present')} <code>{present.join(', ')}</code>
        </p>
      )}
      {absent.length > 0 && (
        <p>
          {say('case_absent')} <code>{absent.join(', ')}</code>
        </p>
      )}
    </>
  );
}

type Value = string | number | boolean | null | undefined;

const short_chars = 24;

/** What a row does not name is NULL in it; a text may be empty, which is something else. */
function Cell({ value }: { readonly value: Value }) {
  const say = useWords(standardsWords);
  if (value === null || value === undefined) return <code className="soft">NULL</code>;
  if (value === '') return <span className="soft">{say('case_empty_text')}</span>;
  const text = String(value);
  // An instant in three lines is nothing to compare.
  return <bdi className={text.length <= short_chars ? styles['short'] : ''}>{text}</bdi>;
}

import { useLanguage, useWords } from '../../app/language.ts';
import { needText } from '../../parts/need-text.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';
import { subjectText } from './subject-text.ts';
import { useCiteText } from './use-cite-text.ts';
import { useCodeWords } from './use-code-words.ts';
import { useDaysText } from './use-days-text.ts';

/** The test as it runs: what it reads, its parameters, and its SQL. */
export function ProvisionTest({ version }: { readonly version: ProvisionVersion }) {
  const say = useWords(standardsWords);
  const citeText = useCiteText();
  const daysText = useDaysText();
  const language = useLanguage();
  const { unitText } = useCodeWords();
  const named = (table: string, columns: readonly string[]): string =>
    columns
      .map((one) => needText(`${table}.${one}`)[language])
      .join(language === 'zh' ? '、' : ', ');
  const { parameters, reads, test, cannot_tell } = version;
  return (
    <section className={styles['part']}>
      <h2>{say('test')}</h2>
      <pre className={styles['code']}>{test}</pre>
      {cannot_tell !== null && (
        <>
          <h3>{say('cannot_tell')}</h3>
          <pre className={styles['code']}>{cannot_tell}</pre>
        </>
      )}
      {parameters.length > 0 && (
        <PlainTable
          label={say('parameters')}
          heads={[say('parameter'), say('value'), say('unit'), say('in_force'), say('cite')]}
          rows={parameters.flatMap(({ name, unit, values }) =>
            values.map(({ from, to, value, cite }) => ({
              key: `${name} ${from}`,
              cells: [
                <code key="name">{name}</code>,
                <bdi key="value">{String(value)}</bdi>,
                unitText(unit),
                daysText({ from, to }),
                <bdi key="cite">{citeText(cite)}</bdi>,
              ],
            })),
          )}
        />
      )}
      <PlainTable
        label={say('reads')}
        heads={[say('reads'), say('required'), say('optional')]}
        rows={reads.map(({ table, required, optional }) => ({
          key: table,
          cells: [
            <span key="table" title={table}>
              {subjectText(table, language)}
            </span>,
            named(table, required),
            named(table, optional),
          ],
        }))}
      />
    </section>
  );
}

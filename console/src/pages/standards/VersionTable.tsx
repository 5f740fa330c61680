import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ComparedField, ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';
import { useDaysText } from './use-days-text.ts';
import { VersionField } from './VersionField.tsx';

interface Props {
  readonly versions: readonly ProvisionVersion[];
  readonly differs: readonly ComparedField[];
}

/** Dated versions side by side: only that in which they differ, their cases among it. */
export function VersionTable({ versions, differs }: Props) {
  const say = useWords(standardsWords);
  const daysText = useDaysText();
  const own = versions.map((one) => ownCases(one, versions));
  const row = (key: ComparedField | 'cases', cells: readonly React.ReactNode[]) => ({
    key,
    cells: [
      say(`field_${key}`),
      ...cells.map((cell, i) => (
        <div key={versions[i]?.in_force.from} className={styles['version']}>
          {cell}
        </div>
      )),
    ],
  });
  return (
    <section className={styles['part']}>
      <h2>{say('compare')}</h2>
      <PlainTable
        label={say('compare')}
        heads={[say('field'), ...versions.map(({ in_force }) => daysText(in_force))]}
        rows={[
          ...differs.map((field) =>
            row(
              field,
              versions.map((one) => <VersionField key="told" version={one} field={field} />),
            ),
          ),
          ...(own.every((names) => names.length === 0)
            ? []
            : [
                row(
                  'cases',
                  own.map((names) => names.join('\n')),
                ),
              ]),
        ]}
      />
    </section>
  );
}

/** Names of the cases of a version that another has not, word for word. */
function ownCases(version: ProvisionVersion, versions: readonly ProvisionVersion[]): string[] {
  const others = versions
    .filter((one) => one !== version)
    .map(({ cases }) => new Set(cases.map((one) => JSON.stringify(one))));
  return version.cases
    .filter((one) => others.some((known) => !known.has(JSON.stringify(one))))
    .map(({ name }) => name);
}

import { articleText } from '../../../../src/model/article-text.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';

const told = [
  'title',
  'law',
  'reading',
  'test',
  'cannot_tell',
  'remedy',
  'cites',
  'parameters',
  'cases',
  'in_force',
] as const;
type Told = (typeof told)[number];

interface Props {
  readonly versions: readonly ProvisionVersion[];
  readonly differs: readonly string[];
}

/** Dated versions side by side: only that in which they differ. */
export function VersionTable({ versions, differs }: Props) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const textOf = (version: ProvisionVersion, field: Told): string => {
    switch (field) {
      case 'title':
      case 'law':
      case 'reading':
      case 'remedy':
        return local(version[field]);
      case 'test':
      case 'cannot_tell':
        return version[field] ?? '';
      case 'cites':
        return version.cites
          .map(({ law, article }) => `${local(law)} ${local(articleText(article))}`)
          .join('\n');
      case 'parameters':
        return version.parameters
          .map(({ name, values }) => `${name} = ${values.map(({ value }) => value).join(', ')}`)
          .join('\n');
      case 'cases':
        return version.cases.map(({ name }) => name).join('\n');
      case 'in_force':
        return `${version.in_force.from} – ${version.in_force.to ?? ''}`;
    }
  };
  return (
    <section className={styles['part']}>
      <h2>{say('compare')}</h2>
      <PlainTable
        label={say('compare')}
        heads={[say('field'), ...versions.map(({ in_force: { from } }) => say('since', { from }))]}
        rows={told
          .filter((field) => differs.includes(field))
          .map((field) => ({
            key: field,
            cells: [
              say(`field_${field}`),
              ...versions.map((version) => (
                <div key={version.in_force.from} className={styles['text']}>
                  {textOf(version, field)}
                </div>
              )),
            ],
          }))}
      />
    </section>
  );
}

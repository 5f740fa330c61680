import { useLocalised, useWords } from '../../app/language.ts';
import type { Localised } from '../../../../src/model/localised.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';

/** What the law asks and how it is read, with what it rests on, ways out and consequences. */
export function ProvisionLaw({ version }: { readonly version: ProvisionVersion }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const list = (texts: readonly Localised[]) => (
    <ul className="list">
      {texts.map((text) => (
        <li key={text.en}>{local(text)}</li>
      ))}
    </ul>
  );
  const [cite] = version.cites;
  return (
    <>
      <section className={styles['part']}>
        <h2>{say('the_law')}</h2>
        <p className={styles['text']}>{local(version.law)}</p>
        <h3>{say('cites')}</h3>
        <CiteList cites={version.cites} />
        {cite !== undefined && (
          <p className="soft">
            {say('confidence', { day: cite.checked, how: say(`confidence_${cite.confidence}`) })}
          </p>
        )}
      </section>
      <section className={styles['part']}>
        <h2>{say('reading')}</h2>
        <p className={styles['text']}>{local(version.reading)}</p>
        {version.exceptions.length > 0 && <h3>{say('exceptions')}</h3>}
        {list(version.exceptions)}
        {version.false_positives.length > 0 && <h3>{say('false_positives')}</h3>}
        {list(version.false_positives)}
        <h3>{say('remedy')}</h3>
        <p className={styles['text']}>{local(version.remedy)}</p>
      </section>
    </>
  );
}

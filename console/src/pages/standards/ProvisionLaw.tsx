import { useLocalised, useWords } from '../../app/language.ts';
import type { Localised } from '../../../../src/model/localised.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { standardsWords } from '../../text/standards.ts';
import { Fine } from './Fine.tsx';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';
import { useReadText } from './use-read-text.ts';

/** What the law asks and how it is read, with what it rests on, ways out and consequences. */
export function ProvisionLaw({ version }: { readonly version: ProvisionVersion }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const readText = useReadText();
  const list = (title: string, texts: readonly Localised[]) =>
    texts.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="list">
          {texts.map((text) => (
            <li key={text.en}>{local(text)}</li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <section className={styles['part']}>
        <h2>{say('the_law')}</h2>
        <p className={styles['text']}>{local(version.law)}</p>
        <h3>{say('cites')}</h3>
        <CiteList cites={version.cites} note={readText} />
      </section>
      <section className={styles['part']}>
        <h2>{say('reading')}</h2>
        <p className={styles['text']}>{local(version.reading)}</p>
        {list(say('exceptions'), version.exceptions)}
        {list(say('false_positives'), version.false_positives)}
        <h3>{say('explain')}</h3>
        <p className={styles['text']}>{local(version.explain)}</p>
        <p className="soft">{say('explain_hint')}</p>
        <h3>{say('remedy')}</h3>
        <p className={styles['text']}>{local(version.remedy)}</p>
        {version.fine !== null && <Fine fine={version.fine} />}
      </section>
    </>
  );
}

import { useState } from 'react';
import { useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { EvidenceTable } from '../../parts/EvidenceTable.tsx';
import { StandardLink } from '../../parts/StandardLink.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { tagWords } from '../../text/tags.ts';
import { verdictWords } from '../../text/verdicts.ts';
import { needText } from '../../parts/need-text.ts';
import { ProvisionLaw } from '../../parts/ProvisionLaw.tsx';
import type { Checked } from './RecordPrecheck.tsx';
import type { Library } from '../../parts/use-library.ts';
import styles from '../../parts/Verdicts.module.css';

type One = Checked['verdicts'][number];

interface Props {
  readonly verdicts: readonly One[];
  readonly library: Library;
}

/** Verdicts from the gravest on; what nothing was found by is folded away. */
export function Verdicts({ verdicts, library }: Props) {
  const say = useWords(verdictWords);
  const of = (verdict: One['verdict']) => verdicts.filter((one) => one.verdict === verdict);
  const found = [...of('breach'), ...of('indication')];
  const open = of('cannot_tell');
  const fine = of('no_breach');
  return (
    <>
      {found.map((one) => (
        <Found key={one.provision} one={one} library={library} />
      ))}
      {found.length === 0 && <p className={styles['none']}>{say('none_found')}</p>}
      {open.length > 0 && (
        <section>
          <h3>{say('open', { count: open.length })}</h3>
          <ul className={styles['open']}>
            {open.map((one) => (
              <Open key={one.provision} one={one} library={library} />
            ))}
          </ul>
        </section>
      )}
      {fine.length > 0 && (
        <details className={styles['more']}>
          <summary>{say('fine', { count: fine.length })}</summary>
          <ul>
            {fine.map(({ provision }) => (
              <li key={provision}>
                <bdi>{library.title(provision)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface OneProps {
  readonly one: One;
  readonly library: Library;
}

/** One that does not meet a provision, or may not: why, by which article, what to do. */
function Found({ one, library }: OneProps) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const tag = useWords(tagWords);
  const [open, setOpen] = useState(false);
  const { provision, verdict, explanation, evidence, severity, version_in_force, standard } = one;
  const head = library.provision(provision);
  return (
    <article className={`${styles['found']} ${styles[verdict]}`}>
      <header>
        <VerdictTag verdict={verdict} />
        {isSeverity(severity) && <SeverityTag severity={severity} />}
        <h3>
          <bdi>{library.title(provision)}</bdi>
        </h3>
      </header>
      {explanation !== null && (
        <p>
          <bdi>{local(explanation)}</bdi>
        </p>
      )}
      {head !== null && <CiteList cites={head.cites} />}
      {standard !== null && (
        <p className="soft">
          {tag('standard')} <StandardLink standard={standard} />
        </p>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('law_and_ways')}</summary>
        {open && (
          <>
            {head !== null && (
              <ProvisionLaw
                standard={head.standard}
                provision={provision}
                from={version_in_force}
              />
            )}
            <EvidenceTable label={say('evidence')} rows={evidence} />
          </>
        )}
      </details>
    </article>
  );
}

function Open({ one, library }: OneProps) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const needs = one.needs.map((need) => local(needText(need)));
  return (
    <li>
      <bdi>{library.title(one.provision)}</bdi>
      <span className="soft">{say('needs', { what: needs.join(say('and')) })}</span>
    </li>
  );
}

function isSeverity(text: string | null): text is 'high' | 'medium' | 'low' {
  return text === 'high' || text === 'medium' || text === 'low';
}

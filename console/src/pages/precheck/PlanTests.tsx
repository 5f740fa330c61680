import { useLocalised, useWords } from '../../app/language.ts';
import { EvidenceTable } from '../../parts/EvidenceTable.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { precheckWords } from '../../text/precheck.ts';
import type { CheckedPlan } from './PlanPrecheck.tsx';
import { ProvisionLaw } from './ProvisionLaw.tsx';
import { useLibrary } from './use-library.ts';
import styles from './Verdicts.module.css';

type Test = CheckedPlan['tests'][number];

/** Which provisions a plan meets by its words or by a small network. */
export function PlanTests({
  checked,
  busy,
}: {
  readonly checked: CheckedPlan;
  readonly busy: boolean;
}) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  const { tests, searched, as_of, packs } = checked;
  const library = useLibrary(packs);
  const of = (verdict: Test['verdict']) => tests.filter((one) => one.verdict === verdict);
  const [met, open, fine] = [of('met'), of('cannot_tell'), of('not_met')];
  const used = packs.map(({ id, version }) => `${id} ${version}`).join(say('and'));
  return (
    <section className={styles['answer']} aria-busy={busy}>
      <header className={styles['head']}>
        <h2>{say('verdicts')}</h2>
        <span className={styles['busy']} role="status">
          {busy ? say('busy') : ''}
        </span>
      </header>
      <p className="soft">
        {say('judged_by', { day: as_of, packs: used })} {say('searched', searched)}
      </p>
      {met.length === 0 && <p className={styles['none']}>{say('none_met')}</p>}
      {met.map((one) => {
        const standard = library.provision(one.provision)?.standard;
        return <MetTest key={one.provision} one={one} standard={standard} />;
      })}
      {open.length > 0 && (
        <section>
          <h3>{say('open', { count: open.length })}</h3>
          <ul className={styles['open']}>
            {open.map((one) => (
              <li key={one.provision}>
                <bdi>{local(one.title)}</bdi>
                <span className="soft">{say('needs', { what: one.needs.join(say('and')) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {fine.length > 0 && (
        <details className={styles['more']}>
          <summary>{say('not_met', { count: fine.length })}</summary>
          <ul>
            {fine.map(({ provision, title }) => (
              <li key={provision}>
                <bdi>{local(title)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface MetProps {
  readonly one: Test;
  readonly standard: string | undefined;
}

function MetTest({ one, standard }: MetProps) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  const verdict = one.finds ?? 'indication';
  return (
    <article className={`${styles['found']} ${styles[verdict]}`}>
      <header>
        <VerdictTag verdict={verdict} />
        <h3>
          <bdi>{local(one.title)}</bdi>
        </h3>
      </header>
      <p className="soft">
        {one.members === null ? say('by_words') : say('by_network', { count: one.members })}
      </p>
      {one.explanation !== null && (
        <p>
          <bdi>{local(one.explanation)}</bdi>
        </p>
      )}
      <details>
        <summary>{say('law_and_ways')}</summary>
        {standard !== undefined && (
          <ProvisionLaw standard={standard} provision={one.provision} from={null} />
        )}
        <EvidenceTable label={say('evidence')} rows={one.evidence} />
      </details>
    </article>
  );
}

import type { DrawnNetwork } from '../../../src/model/drawn-network.ts';
import type { Localised } from '../../../src/model/localised.ts';
import type { UsedEdition } from '../../../src/model/used-edition.ts';
import { useLocalised, useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';
import { verdictWords } from '../text/verdicts.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { needText } from './need-text.ts';
import { NetworkDrawing } from './NetworkDrawing.tsx';
import { ProvisionLaw } from './ProvisionLaw.tsx';
import { StandardLink } from './StandardLink.tsx';
import { useLibrary } from './use-library.ts';
import { VerdictTag } from './VerdictTag.tsx';
import styles from './Verdicts.module.css';

/** What one provision says of a plan. */
export interface PlanVerdict {
  readonly provision: string;
  readonly title: Localised;
  readonly verdict: 'met' | 'not_met' | 'cannot_tell';
  readonly finds: 'breach' | 'reached' | 'indication' | null;
  readonly explanation: Localised | null;
  readonly evidence: readonly Readonly<Record<string, unknown>>[];
  /** Of the smallest network that meets it; null where the plan's words do. */
  readonly members: number | null;
  /** That network; left out where nobody drew it. */
  readonly drawn?: DrawnNetwork | null;
  readonly needs: readonly string[];
  /** The published standard it is of; left out where only law was asked. */
  readonly standard?: UsedEdition | null;
}

interface Props {
  readonly as_of: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly searched: {
    readonly members: number;
    readonly events: number;
    readonly networks: number;
  };
  readonly tests: readonly PlanVerdict[];
  readonly busy: boolean;
}

/** Which provisions a plan meets by its words or by a small network. */
export function PlanTests({ as_of, packs, searched, tests, busy }: Props) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const library = useLibrary(packs);
  const of = (verdict: PlanVerdict['verdict']) => tests.filter((one) => one.verdict === verdict);
  const [met, open, fine] = [of('met'), of('cannot_tell'), of('not_met')];
  const needsIn = (needs: readonly string[]): string =>
    needs.map((need) => local(needText(need))).join(say('and'));
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
                <span className="soft">{say('needs', { what: needsIn(one.needs) })}</span>
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
  readonly one: PlanVerdict;
  readonly standard: string | undefined;
}

function MetTest({ one, standard }: MetProps) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const tag = useWords(tagWords);
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
      {one.drawn && <NetworkDrawing drawn={one.drawn} />}
      {one.explanation !== null && (
        <p>
          <bdi>{local(one.explanation)}</bdi>
        </p>
      )}
      {one.standard && (
        <p className="soft">
          {tag('standard')} <StandardLink standard={one.standard} />
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

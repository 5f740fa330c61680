import { useLocalised, useWords } from '../../app/language.ts';
import { StageTag } from '../../parts/StageTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { overviewWords } from '../../text/overview.ts';
import { tagWords } from '../../text/tags.ts';
import type { Inspection } from './Prism.tsx';
import styles from './PrismRow.module.css';
import { shownVerdict } from './shown-verdict.ts';

interface Props {
  readonly stage: Inspection['stages'][number];
  readonly provisions: Inspection['provisions'];
}

/** One stage: its provisions as cells, breaches first, and how many there are of each verdict. */
export function PrismRow({ stage: row, provisions }: Props) {
  const say = useWords(overviewWords);
  const sayTag = useWords(tagWords);
  const local = useLocalised();
  const { stage, breach, cannot_tell, no_breach } = row;
  const name = stage === null ? say('stage_none') : sayTag(stage);
  const met = stage === 'line' ? 'reached' : 'breach';
  const summary =
    cannot_tell === null || no_breach === null
      ? say('prism_own', { stage: name, met: sayTag(met), breach })
      : say('prism_row', {
          stage: name,
          met: sayTag(met),
          breach,
          unknown: cannot_tell,
          ok: no_breach,
        });
  return (
    <div className={`${styles['row']} ${styles[stage ?? 'none']}`}>
      <div className={styles['name']}>{stage === null ? name : <StageTag stage={stage} />}</div>
      <div role="img" aria-label={say('prism', { summary })} className={styles['cells']}>
        {provisions.map((one) => (
          <span
            key={one.provision}
            title={local(one.title)}
            className={styles[shownVerdict(one)]}
          />
        ))}
      </div>
      <dl className={styles['counts']}>
        <Count verdict={met} count={breach} />
        <Count verdict="cannot_tell" count={cannot_tell} />
        <Count verdict="no_breach" count={no_breach} />
      </dl>
    </div>
  );
}

interface CountProps {
  readonly verdict: 'breach' | 'reached' | 'cannot_tell' | 'no_breach';
  readonly count: number | null;
}

function Count({ verdict, count }: CountProps) {
  if (count === null) return null;
  return (
    <div>
      <dt>
        <VerdictTag verdict={verdict} />
      </dt>
      <dd className={count === 0 ? styles['zero'] : styles[`n_${verdict}`]}>{count}</dd>
    </div>
  );
}

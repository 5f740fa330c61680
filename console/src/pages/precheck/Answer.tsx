import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { precheckWords } from '../../text/precheck.ts';
import { verdictWords } from '../../text/verdicts.ts';
import { HitList } from './HitList.tsx';
import { Issues } from './Issues.tsx';
import type { Checked } from './RecordPrecheck.tsx';
import type { Library } from '../../parts/use-library.ts';
import { Verdicts } from './Verdicts.tsx';
import styles from '../../parts/Verdicts.module.css';

interface Props {
  /** Whether there is anything to ask about. */
  readonly asked: boolean;
  readonly checked: Checked | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly library: Library;
}

/** All that is said of a record: the gravest first, then what it was found by. */
export function Answer({ asked, checked, busy, error, retry, library }: Props) {
  const say = useWords(precheckWords);
  const told = useWords(verdictWords);
  if (!asked) return <Empty title={say('nothing')} more={say('nothing_more')} />;
  if (error !== null) return <Failed error={error} retry={retry} />;
  if (checked === undefined) return <Loading lines={8} line_px={56} />;
  const { verdict, as_of, packs, verdicts, beyond, issues } = checked;
  const used = packs.map(({ id, version }) => `${id} ${version}`).join(told('and'));
  return (
    <section className={styles['answer']} aria-label={told('verdicts')} aria-busy={busy}>
      <header className={styles['head']}>
        <h2>{told('verdicts')}</h2>
        <VerdictTag verdict={verdict} />
        <span className={styles['busy']} role="status">
          {busy ? told('busy') : ''}
        </span>
      </header>
      <p className="soft">{told('judged_by', { day: as_of, packs: used })}</p>
      <Issues issues={issues} />
      <HitList checked={checked} library={library} />
      <Verdicts verdicts={verdicts} library={library} />
      {beyond.length > 0 && (
        <details className={styles['more']}>
          <summary>{say('beyond', { count: beyond.length })}</summary>
          <p className="soft">{say('beyond_more')}</p>
          <ul>
            {beyond.map((id) => (
              <li key={id}>
                <bdi>{library.title(id)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

import { standardsProvision } from '../../../src/server/contract/standards.ts';
import { useAsked } from '../api/use-asked.ts';
import { useLocalised, useWords } from '../app/language.ts';
import { CiteList } from './CiteList.tsx';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';
import { verdictWords } from '../text/verdicts.ts';
import styles from './Verdicts.module.css';

interface Props {
  readonly standard: string;
  readonly provision: string;
  /** First day of the version it was judged by; null for the newest. */
  readonly from: string | null;
}

/** What a provision rests on, how it is read, what is left out, and how to put it right. */
export function ProvisionLaw({ standard, provision, from }: Props) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const params = { standard, provision };
  const { data, error, refetch } = useAsked(standardsProvision, { params, headers: {} });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  const version =
    data?.versions.find(({ in_force }) => in_force.from === from) ?? data?.versions.at(-1);
  if (version === undefined) return <Loading lines={4} line_px={24} />;
  return (
    <div className={styles['law']}>
      <Part title={say('law')}>
        <CiteList cites={version.cites} />
      </Part>
      <Part title={say('reading')}>
        <Prose text={local(version.reading)} />
      </Part>
      <Part title={say('ways_out')}>
        <Prose text={local(version.remedy)} />
      </Part>
      {version.exceptions.length > 0 && (
        <Part title={say('exceptions')}>
          <ul className={styles['points']}>
            {version.exceptions.map((one) => (
              <li key={one.en}>
                <bdi>{local(one)}</bdi>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function Prose({ text }: { readonly text: string }) {
  return (
    <p className={styles['prose']}>
      <bdi>{text.trim()}</bdi>
    </p>
  );
}

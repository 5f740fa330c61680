import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/language.ts';
import { StandardLink } from '../../parts/StandardLink.tsx';
import { findingsWords } from '../../text/findings.ts';
import { tagWords } from '../../text/tags.ts';
import type { OneFinding } from './FindingPage.tsx';
import styles from './FindingPage.module.css';
import { useInspectionNames } from './use-inspection-names.ts';

interface Props {
  readonly finding: OneFinding;
  /** Page of its provision, in the version applied; null where the library has none. */
  readonly to: string | null;
}

/** Its id, where it comes from and where it stands in the raw data. */
export function FindingFacts({ finding, to }: Props) {
  const say = useWords(findingsWords);
  const tag = useWords(tagWords);
  const { inspections, platforms } = useInspectionNames();
  const { provision, inspection_id, platform_id, parameters, standard } = finding;
  const set = Object.entries(parameters).map(([name, value]) => `${name} = ${String(value)}`);
  return (
    <section>
      <h2>{say('facts_of')}</h2>
      <dl className={styles['facts']}>
        <CopiedId id={finding.finding_id} />
        {to === null ? (
          <Fact name={say('provision')} value={provision} isCode />
        ) : (
          <div>
            <dt>{say('provision')}</dt>
            <dd>
              <Link to={to}>
                <bdi className="id">{provision}</bdi>
              </Link>
            </dd>
          </div>
        )}
        {standard !== null && (
          <div>
            <dt>{tag('standard')}</dt>
            <dd>
              <StandardLink standard={standard} />
            </dd>
          </div>
        )}
        <Fact name={say('platform')} value={platforms.get(platform_id) ?? platform_id} />
        <Fact name={say('inspection')} value={inspections.get(inspection_id) ?? inspection_id} />
        <Fact name={say('source')} value={useSource(finding)} />
        {set.length > 0 && <Fact name={say('parameters')} value={set.join('\n')} isCode />}
      </dl>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
}

function Fact({ name, value, isCode = false }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value.split('\n').map((line) => (
          <bdi key={line} className={isCode ? 'id' : ''} style={{ display: 'block' }}>
            {line}
          </bdi>
        ))}
      </dd>
    </div>
  );
}

function useSource({ source, subject }: Pick<OneFinding, 'source' | 'subject'>): string {
  const say = useWords(findingsWords);
  if (source === null) return say('source_none');
  const { file, table, line, key } = source;
  if (line === null) return say('source_key', { file: String(file), key: `${key} ${subject.id}` });
  return say('source_at', { file: String(file), table: String(table), line: String(line) });
}

function CopiedId({ id }: { readonly id: string }) {
  const say = useWords(findingsWords);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    // Refused where the browser does not let pages write: the id stays to be selected by hand.
    void navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div>
      <dt title={say('finding_id_hint')}>{say('finding_id')}</dt>
      <dd className="id">{id}</dd>
      <dd>
        <Button size="small" onClick={copy}>
          <span aria-live="polite">{say(isCopied ? 'copied' : 'copy')}</span>
        </Button>
      </dd>
    </div>
  );
}

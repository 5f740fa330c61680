import { useState } from 'react';
import { Link } from 'react-router';
import { findingsList, findingsRead } from '../../../../src/server/contract/findings.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { EvidenceTable } from '../../parts/EvidenceTable.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { operatorWords } from '../../text/operator.ts';
import type { Inspection } from '../overview/Prism.tsx';
import styles from './Findings.module.css';

interface Props {
  readonly inspection: Inspection;
  readonly provision: Inspection['provisions'][number];
}

const shown_max = 5;

/** One provision that was not met: its findings in plain words once it is opened. */
export function ProvisionFindings({ inspection, provision }: Props) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const [open, setOpen] = useState(false);
  const { title, stage, breaches, reached, indications } = provision;
  const gravest = breaches > 0 ? 'breach' : reached > 0 ? 'reached' : 'indication';
  return (
    <details
      className={styles['provision']}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={styles['title']}>{local(title)}</span>
        <span className={styles['tags']}>
          <VerdictTag verdict={gravest} />
          {stage !== null && <StageTag stage={stage} />}
          <span className="soft">{say('cases', { count: breaches + reached + indications })}</span>
        </span>
      </summary>
      {open && <Opened inspection={inspection} provision={provision} />}
    </details>
  );
}

function Opened({ inspection, provision: { provision, breaches, reached, indications } }: Props) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { inspection_id, account } = inspection;
  const asked = { inspection_id, provision, ...(account !== null && { operator_id: account }) };
  const { data, error } = useAsked(findingsList, { query: { ...asked, limit: shown_max } });
  const count = breaches + reached + indications;
  const first = data?.items[0];
  if (error !== null) return <ProblemLine error={error} />;
  if (data === undefined) return <Loading lines={3} line_px={28} />;
  return (
    <div className={styles['opened']}>
      <ol className={styles['explained']}>
        {data.items.map(({ id, explanation }) => (
          <li key={id}>
            <p>
              <bdi>{local(explanation)}</bdi>
            </p>
            <Link to={`/findings/${encodeURIComponent(id)}`}>{say('open_finding')}</Link>
          </li>
        ))}
      </ol>
      {count > data.items.length && (
        <p>
          <Link to={`/findings?${new URLSearchParams(asked).toString()}`}>
            {say('all_findings', { count })}
          </Link>
        </p>
      )}
      {first !== undefined && <Why finding_id={first.id} />}
    </div>
  );
}

/** Evidence of the first of them, and what the provision says for all. */
function Why({ finding_id }: { readonly finding_id: string }) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { data, error } = useAsked(findingsRead, { params: { finding_id } });
  if (error !== null) return <ProblemLine error={error} />;
  if (data === undefined) return <Loading lines={4} line_px={28} />;
  const { evidence, law } = data;
  return (
    <>
      {evidence.length > 0 && (
        <>
          <h4>{say('evidence')}</h4>
          <EvidenceTable label={say('evidence')} rows={evidence} shown_max={shown_max} />
        </>
      )}
      {law !== null && (
        <>
          <h4>{say('reading')}</h4>
          <p>{local(law.reading)}</p>
          {law.exceptions.length > 0 && (
            <>
              <h4>{say('exceptions')}</h4>
              {law.exceptions.map((text) => (
                <p key={text.en}>{local(text)}</p>
              ))}
            </>
          )}
          <h4>{say('remedy')}</h4>
          <p>{local(law.remedy)}</p>
        </>
      )}
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { findingsRead } from '../../../../src/server/contract/findings.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import type { SeverityLevel } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import type { Stage } from '../../parts/StageTag.tsx';
import { useProvisionPage } from '../../parts/use-provision-page.ts';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import type { Verdict } from '../../parts/VerdictTag.tsx';
import { findingsWords } from '../../text/findings.ts';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingHistory } from './FindingHistory.tsx';
import { FindingLinks } from './FindingLinks.tsx';
import styles from './FindingPage.module.css';
import { FindingText } from './FindingText.tsx';
import { kindsFor } from './matter-kinds.ts';
import { OpenMatter } from './OpenMatter.tsx';
import { kindText } from './subject-text.ts';

export type OneFinding = Good<typeof findingsRead>['body'];

/** One finding: what was found, by which law, on which evidence, and what can be done. */
export default function FindingPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsked(findingsRead, { params: { finding_id: id } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={12} />;
  return <Shown finding={data} />;
}

function Shown({ finding }: { readonly finding: OneFinding }) {
  const language = useLanguage();
  const { provision, version_in_force, standard } = finding;
  const title = finding.law?.title[language] ?? provision;
  // One of a published standard is no part of the library, whatever its id.
  const to = useProvisionPage(provision, version_in_force, standard === null);
  return (
    <>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={<Tags finding={finding} />}
        action={<Act finding={finding} title={title} />}
      />
      <div className={styles['split']}>
        <FindingText finding={finding} to={to} />
        <aside className={styles['side']}>
          <FindingFacts finding={finding} to={to} />
          <FindingLinks finding={finding} />
          <FindingHistory finding={finding} />
        </aside>
      </div>
    </>
  );
}

function Tags({ finding }: { readonly finding: OneFinding }) {
  const say = useWords(findingsWords);
  const language = useLanguage();
  const { verdict, severity, stage, subject, act_on } = finding;
  return (
    <span className={styles['tags']}>
      {/* The server's own words, which the tags take. */}
      <VerdictTag verdict={verdict as Verdict} />
      <SeverityTag severity={severity as SeverityLevel} />
      <StageTag stage={stage as Stage} />
      <bdi>
        {kindText(subject.table, language, say('data_set'))}{' '}
        {subject.table !== 'data_set' && subject.id}
      </bdi>
      {act_on !== null && <time>{act_on}</time>}
    </span>
  );
}

function Act({ finding, title }: { readonly finding: OneFinding; readonly title: string }) {
  const say = useWords(findingsWords);
  const [isOpen, setOpen] = useState(false);
  if (kindsFor(useSession()).length === 0) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('open_matter')}
      </Button>
      {isOpen && <OpenMatter findings={[finding]} title={title} close={() => setOpen(false)} />}
    </>
  );
}

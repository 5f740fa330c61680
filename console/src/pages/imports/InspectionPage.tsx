import { useParams } from 'react-router';
import { inspectionsRead } from '../../../../src/server/contract/inspections.ts';
import { jobsRead } from '../../../../src/server/contract/jobs.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { importWords } from '../../text/imports.ts';
import { InspectionFacts } from './InspectionFacts.tsx';
import styles from './InspectionPage.module.css';
import { InspectionResult } from './InspectionResult.tsx';
import { JobProgress } from './JobProgress.tsx';
import { JobTag } from './JobTag.tsx';

/** One inspection: how far it is, then what became of every row and where its results are. */
export default function InspectionPage() {
  const { inspection = '' } = useParams();
  const { data, error, refetch } = useAsked(inspectionsRead, {
    params: { inspection_id: inspection },
  });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={10} />;
  return <Shown inspection={data} />;
}

function Shown({ inspection }: { readonly inspection: Good<typeof inspectionsRead>['body'] }) {
  const say = useWords(importWords);
  const { title, job_id, id } = inspection;
  const { data: job, error, refetch } = useAsked(jobsRead, { params: { job_id } });
  return (
    <>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={say('lead_one')}
        action={job && <JobTag state={job.state} />}
      />
      <div className={styles['parts']}>
        <InspectionFacts inspection={inspection} />
        {error !== null && <Failed error={error} retry={() => void refetch()} />}
        {job !== undefined && job.state !== 'done' && <JobProgress key={job.state} job={job} />}
        {job?.state === 'done' && <InspectionResult id={id} findings={inspection.findings} />}
      </div>
    </>
  );
}

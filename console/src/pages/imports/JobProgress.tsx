import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { jobsCancel, jobsRetry } from '../../../../src/server/contract/jobs.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useEvents } from '../../api/use-events.ts';
import type { StreamEvent } from '../../api/use-events.ts';
import { useWords } from '../../app/language.ts';
import { handlers } from '../../app/who.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './JobProgress.module.css';
import { HowItEnded } from './HowItEnded.tsx';
import type { Job } from './JobTag.tsx';
import { RunSteps } from './RunSteps.tsx';
import type { Told } from './RunSteps.tsx';

const names = ['progress', 'end'] as const;

/** The work of an inspection as it goes on; stopped, failed or tried again. */
export function JobProgress({ job }: { readonly job: Job }) {
  const say = useWords(importWords);
  const session = useSession();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const [ended, setEnded] = useState(false);
  const isOpen = job.ended_at === null && !ended;
  const take = ({ event, data }: StreamEvent): void => {
    // Lines of the program that inspects; it writes these fields.
    if (event === 'progress') return setTold(data as Told);
    setEnded(true);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [id] }) => /^(jobs|inspections|overview)\./.test(String(id)),
    });
  };
  useEvents(`/api/v1/jobs/${job.id}/events`, names, take, isOpen);
  const cancel = useAsk(jobsCancel, { changes: ['jobs.', 'inspections.'] });
  const retry = useAsk(jobsRetry, { changes: ['jobs.', 'inspections.'] });
  const params = { job_id: job.id };
  return (
    <section className={styles['run']}>
      {job.ended_at === null ? <RunSteps told={told} /> : <HowItEnded job={job} />}
      <ProblemLine error={cancel.error ?? retry.error} />
      {handlers(session) && (
        <div>
          {job.ended_at === null ? (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>
              {say('cancel')}
            </Button>
          ) : (
            <Button loading={retry.isPending} onClick={() => retry.mutate({ params })}>
              {say('again')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { inspectionsList } from '../../../../src/server/contract/inspections.ts';
import { jobsList } from '../../../../src/server/contract/jobs.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { importWords } from '../../text/imports.ts';
import { countText } from './count-text.ts';
import { JobTag } from './JobTag.tsx';
import type { Job } from './JobTag.tsx';

type Inspection = Good<typeof inspectionsList>['body']['items'][number];

const jobs_every_ms = 5_000;

/** Inspections of one's tenant, newest first, with how each stands. */
export function InspectionList() {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const { rows, query, more } = useRows(inspectionsList, { query: {} });
  const jobs = useRows(jobsList, { query: {} }, { every_ms: jobs_every_ms });
  const states = useMemo(() => new Map(jobs.rows.map((job) => [job.id, job.state])), [jobs.rows]);
  const columns = useColumns(states);
  if (query.error !== null) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.isPending) return <Loading lines={5} />;
  if (rows.length === 0) return <Empty title={say('none')} more={say('none_more')} />;
  return (
    <DataTable
      label={say('inspections')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      open={({ id }) => void navigate(`/imports/${id}`)}
      onEnd={more}
    />
  );
}

function useColumns(states: ReadonlyMap<string, Job['state']>): readonly Column<Inspection>[] {
  const say = useWords(importWords);
  return useMemo(
    (): readonly Column<Inspection>[] => [
      {
        id: 'title',
        title: say('title_of'),
        width: 'minmax(200px, 2fr)',
        card: 'title',
        cell: ({ title }) => <bdi title={title}>{title}</bdi>,
      },
      {
        id: 'state',
        title: say('state'),
        width: '120px',
        cell: ({ job_id, findings }) => {
          const state = states.get(job_id) ?? (findings === null ? undefined : 'done');
          return state === undefined ? null : <JobTag state={state} />;
        },
      },
      {
        id: 'files',
        title: say('files'),
        width: 'minmax(160px, 1.5fr)',
        cell: ({ inputs }) => <bdi>{inputs.map(({ name }) => name).join(', ')}</bdi>,
      },
      {
        id: 'packs',
        title: say('packs'),
        width: 'minmax(100px, 1fr)',
        card: 'none',
        cell: ({ packs }) => packs.join(', '),
      },
      {
        id: 'created',
        title: say('begun'),
        width: '150px',
        cell: ({ created_at }) => <Moment at={created_at} />,
        compare: (a, b) => (a.created_at < b.created_at ? -1 : 1),
      },
      {
        id: 'findings',
        title: say('findings'),
        width: '100px',
        numeric: true,
        cell: ({ findings }) => (findings === null ? '–' : countText(findings)),
        compare: (a, b) => (a.findings ?? -1) - (b.findings ?? -1),
      },
    ],
    [say, states],
  );
}

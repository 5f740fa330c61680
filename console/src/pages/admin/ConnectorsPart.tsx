import { useMemo, useState } from 'react';
import {
  connectorsDelete,
  connectorsList,
  connectorsRun,
} from '../../../../src/server/contract/connectors.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { workers } from '../../app/who.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import { AdminList } from './AdminList.tsx';
import { AskAgain } from './AskAgain.tsx';
import { ConnectorActions } from './ConnectorActions.tsx';
import type { ConnectorActs } from './ConnectorActions.tsx';
import { ConnectorForm } from './ConnectorForm.tsx';
import { ConnectorRuns } from './ConnectorRuns.tsx';
import { LastRun, WhyFailed } from './LastRun.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { admins } from './UsersPart.tsx';

export type Connector = Good<typeof connectorsList>['body']['items'][number];

const read_every_ms = 10_000;

/** Databases that are inspected on a schedule. */
export function ConnectorsPart() {
  const say = useWords(adminLinkWords);
  const session = useSession();
  const isAdmin = admins(session);
  const [looking, setLooking] = useState<Connector | null>(null);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Connector | null>(null);
  const list = useRows(connectorsList, { query: {} }, { every_ms: read_every_ms });
  const changes = ['connectors.', 'inspections.'];
  const run = useAsk(connectorsRun, { changes });
  const end = useAsk(connectorsDelete, { changes, done: () => setEnding(null) });
  const { mutate: runNow } = run;
  const actions = useMemo(
    () => ({
      run: ({ id }: Connector) => runNow({ params: { connector_id: id } }),
      end: setEnding,
    }),
    [runNow],
  );
  const columns = useColumns(isAdmin ? actions : null, workers(session) ? setLooking : null);
  return (
    <>
      <PartHead
        lead={say('connectors_lead')}
        action={isAdmin ? { verb: say('connect'), does: () => setMaking(true) } : null}
      />
      <ProblemLine error={run.error} />
      {run.isSuccess && (
        <p role="status" className={styles['said']}>
          {say('run_asked')}
        </p>
      )}
      <AdminList
        label={say('connectors_lead')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('connectors_none')}
      />
      {looking !== null && <ConnectorRuns connector={looking} close={() => setLooking(null)} />}
      {making && <ConnectorForm close={() => setMaking(false)} />}
      {ending !== null && (
        <AskAgain
          title={say('stop_title', { name: ending.name })}
          more={say('stop_connector_more')}
          verb={say('stop')}
          danger
          pending={end.isPending}
          error={end.error}
          go={() => end.mutate({ params: { connector_id: ending.id } })}
          close={() => setEnding(null)}
        />
      )}
    </>
  );
}

function useColumns(
  actions: ConnectorActs | null,
  runs: ((one: Connector) => void) | null,
): readonly Column<Connector>[] {
  const say = useWords(adminLinkWords);
  return useMemo(
    (): readonly Column<Connector>[] => [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(130px, 1fr)',
        card: 'title',
        cell: ({ name }) => <bdi>{name}</bdi>,
      },
      {
        id: 'address',
        title: say('url'),
        width: 'minmax(150px, 1.5fr)',
        cell: ({ address }) => <bdi title={address}>{address}</bdi>,
      },
      {
        id: 'schedule',
        title: say('schedule'),
        width: '110px',
        cell: ({ cron, time_zone }) =>
          cron === null ? say('by_hand') : <code title={time_zone}>{cron}</code>,
      },
      {
        id: 'last',
        title: say('last_run'),
        width: '230px',
        cell: (one) => <LastRun of={one} />,
      },
      {
        id: 'why',
        title: say('run_why'),
        width: 'minmax(130px, 1fr)',
        cell: (one) => <WhyFailed of={one} />,
      },
      {
        id: 'next',
        title: say('next_run'),
        width: '140px',
        cell: ({ next_run_at }) => (next_run_at === null ? '—' : <Moment at={next_run_at} />),
      },
      {
        id: 'actions',
        title: say('actions'),
        width: '236px',
        cell: (one) => <ConnectorActions of={one} actions={actions} runs={runs} />,
      },
    ],
    [say, actions, runs],
  );
}

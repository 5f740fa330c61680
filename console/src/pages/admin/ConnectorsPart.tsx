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
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { AdminList } from './AdminList.tsx';
import { AskAgain } from './AskAgain.tsx';
import { ConnectorActions } from './ConnectorActions.tsx';
import { ConnectorForm } from './ConnectorForm.tsx';
import { LastRun } from './LastRun.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { admins } from './UsersPart.tsx';

export type Connector = Good<typeof connectorsList>['body']['items'][number];

const read_every_ms = 10_000;

/** Databases that are inspected on a schedule. */
export function ConnectorsPart() {
  const say = useWords(adminLinkWords);
  const isAdmin = admins(useSession());
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
  const columns = useColumns(isAdmin ? actions : null);
  return (
    <>
      <PartHead
        lead={say('connectors_lead')}
        action={isAdmin ? { verb: say('connect'), does: () => setMaking(true) } : null}
      />
      <ProblemLine error={run.error} />
      {run.isSuccess && <p role="status">{say('run_asked')}</p>}
      <AdminList
        label={say('connectors_lead')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('connectors_none')}
      />
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

interface Actions {
  readonly run: (one: Connector) => void;
  readonly end: (one: Connector) => void;
}

function useColumns(actions: Actions | null): readonly Column<Connector>[] {
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
        width: 'minmax(180px, 2fr)',
        cell: ({ address }) => <bdi title={address}>{address}</bdi>,
      },
      {
        id: 'schedule',
        title: say('schedule'),
        width: '150px',
        cell: ({ cron, time_zone }) =>
          cron === null ? say('by_hand') : <code title={time_zone}>{cron}</code>,
      },
      {
        id: 'last',
        title: say('last_run'),
        width: 'minmax(220px, 2fr)',
        cell: (one) => <LastRun of={one} />,
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
        width: '170px',
        cell: (one) => <ConnectorActions of={one} actions={actions} />,
      },
    ],
    [say, actions],
  );
}

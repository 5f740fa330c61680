import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { alertsList } from '../../../../src/server/contract/alerts.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';
import { useEvents } from '../../api/use-events.ts';
import type { StreamState } from '../../api/use-events.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { FilterBar } from '../../parts/FilterBar.tsx';
import { FilteredList } from '../../parts/FilteredList.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { alertWords } from '../../text/alerts.ts';
import type { Alert } from './alert-types.ts';
import { AlertDialog } from './AlertDialog.tsx';
import styles from './AlertsPage.module.css';
import { AlertTable } from './AlertTable.tsx';
import { useAlertFilters } from './use-alert-filters.ts';
import { useAlertNames } from './use-alert-names.ts';
import { useWatchedPlatforms } from './use-watched-platforms.ts';

const states = ['true', 'false'] as const;
const changes = ['raised', 'changed', 'cleared'];

/** What breaks a provision or comes to a line, as it happens. */
export default function AlertsPage() {
  const say = useWords(alertWords);
  const { party } = useSession();
  const { platforms, first } = useWatchedPlatforms();
  const filters = useFilters(['platform_id', 'standing', 'about']);
  const platform_id = filters.values.platform_id ?? first ?? undefined;
  const isChosen = party === 'platform' || platform_id !== undefined;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {isChosen ? (
        <Watched filters={filters} platforms={platforms} platform_id={platform_id} />
      ) : (
        platforms.length === 0 && (
          <Empty title={say('no_platform')} more={say('no_platform_more')} />
        )
      )}
    </>
  );
}

interface Props {
  readonly filters: ReturnType<typeof useFilters<'platform_id' | 'standing' | 'about'>>;
  readonly platforms: ReturnType<typeof useWatchedPlatforms>['platforms'];
  readonly platform_id: string | undefined;
}

function Watched({ filters, platforms, platform_id }: Props) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Alert | null>(null);
  const whose = platform_id === undefined ? {} : { platform_id };
  const { about } = filters.values;
  const standing = states.find((one) => one === filters.values.standing);
  const asked = {
    ...whose,
    ...(about !== undefined && { about }),
    ...(standing !== undefined && { standing }),
  };
  const { rows, query, more } = useRows(alertsList, { query: asked });
  const nameOf = useAlertNames(rows);
  const fields = useAlertFilters(platforms, rows, nameOf);
  const state = useEvents(streamOf(platform_id), changes, () => {
    void queries.invalidateQueries({ queryKey: [alertsList.id] });
  });
  const values = { ...filters.values, ...whose };
  const isNarrowed = standing !== undefined || about !== undefined;
  return (
    <FilteredList filters={<FilterBar filters={fields} state={{ ...filters, values }} />}>
      <div className={styles['bar']}>
        <Live state={state} />
      </div>
      {query.isError && rows.length === 0 ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={8} line_px={41} />
      ) : rows.length === 0 ? (
        <NoAlerts isNarrowed={isNarrowed} />
      ) : (
        <AlertTable rows={rows} nameOf={nameOf} open={setChosen} onEnd={more} />
      )}
      {chosen !== null && (
        <AlertDialog
          alert={rows.find(({ id }) => id === chosen.id) ?? chosen}
          name={nameOf(chosen)}
          close={() => setChosen(null)}
        />
      )}
    </FilteredList>
  );
}

function streamOf(platform_id: string | undefined): string {
  const path = '/api/v1/alerts/stream';
  return platform_id === undefined ? path : `${path}?platform_id=${platform_id}`;
}

function NoAlerts({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const say = useWords(alertWords);
  if (isNarrowed) return <Empty title={say('none_filtered')} />;
  return <Empty title={say('none')} more={say('none_more')} />;
}

/** Whether changes come by themselves. */
function Live({ state }: { readonly state: StreamState }) {
  const say = useWords(alertWords);
  const look = { open: 'ok', connecting: 'plain', closed: 'unknown' } as const;
  const sign = { open: '●', connecting: '…', closed: '!' } as const;
  return (
    <span role="status">
      <Tag tone={look[state]} sign={sign[state]}>
        {say(`live_${state}`)}
      </Tag>
    </span>
  );
}

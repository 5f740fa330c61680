import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { mattersList } from '../../../../src/server/contract/matters.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { handlers, roles } from '../../app/who.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { FilteredList } from '../../parts/FilteredList.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { matterWords } from '../../text/matters.ts';
import { BulkBar } from './BulkBar.tsx';
import { MatterFilters } from './MatterFilters.tsx';
import { MatterTable } from './MatterTable.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useMatterFilters } from './use-matter-filters.ts';
import { useToday } from './use-today.ts';
import { ViewsBar } from './ViewsBar.tsx';

const stepTakers = roles(['handler', 'approver']);

/** Queues of matters, narrowed by what stands in the address. */
export default function MattersPage() {
  const say = useWords(matterWords);
  const session = useSession();
  const navigate = useNavigate();
  const consumer = session.party === 'consumer';
  const plain = consumer || session.party === 'operator';
  const opens = consumer || handlers(session);
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say(plain ? 'lead_plain' : 'lead')}
        action={
          opens && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void navigate(consumer ? '/public/complain' : '/matters/new')}
            >
              {say(consumer ? 'complain' : 'open')}
            </Button>
          )
        }
      />
      <List />
    </>
  );
}

function List() {
  const say = useWords(matterWords);
  const session = useSession();
  const state = useMatterFilters();
  const { today, overdue } = useToday();
  const { rows, first, query, more } = useRows(mattersList, { query: state.query });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = rows.filter(({ id }) => chosen.has(id));
  const bulk = stepTakers(session) && session.party !== 'operator';
  return (
    <>
      <QueueTabs filters={state.filters} overdue={overdue} />
      {session.party !== 'consumer' && <ViewsBar state={state} />}
      <FilteredList filters={<MatterFilters filters={state.filters} rows={rows} />}>
        {bulk && picked.length > 0 && <BulkBar rows={picked} clear={() => setChosen(new Set())} />}
        {query.error !== null && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Loading lines={10} />}
        {query.isSuccess && rows.length === 0 && (
          <Empty title={say('none')} more={say(state.narrowed ? 'none_narrowed' : 'none_more')} />
        )}
        {typeof first?.searched_latest === 'number' && (
          <p className="soft" role="status">
            {say('searched_latest', { count: first.searched_latest })}
          </p>
        )}
        {rows.length > 0 && (
          <MatterTable
            rows={rows}
            today={today}
            onEnd={more}
            chosen={bulk ? chosen : null}
            choose={setChosen}
          />
        )}
      </FilteredList>
    </>
  );
}

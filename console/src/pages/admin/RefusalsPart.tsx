import { useMemo } from 'react';
import { refusalsList } from '../../../../src/server/contract/refusals.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { adminWords } from '../../text/admin.ts';
import { AdminList } from './AdminList.tsx';
import { CodeText } from './CodeText.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { useWhoWhen } from './use-who-when.tsx';

type Refusal = Good<typeof refusalsList>['body']['items'][number];

/** What users tried that is not theirs to do. */
export function RefusalsPart() {
  const say = useWords(adminWords);
  const list = useRows(refusalsList, { query: {} });
  const whoWhen = useWhoWhen();
  const columns = useMemo(
    (): readonly Column<Refusal>[] => [
      ...whoWhen,
      {
        id: 'route',
        title: say('route'),
        width: 'minmax(150px, 1fr)',
        cell: ({ route }) => <code>{route}</code>,
      },
      {
        id: 'why',
        title: say('why'),
        width: 'minmax(180px, 2fr)',
        cell: ({ code }) => <CodeText code={code} />,
      },
      {
        id: 'request',
        title: say('request'),
        width: 'minmax(130px, 1fr)',
        cell: ({ request_id }) => <code title={request_id}>{request_id}</code>,
      },
    ],
    [say, whoWhen],
  );
  return (
    <>
      <PartHead lead={say('refusals_lead')} />
      <AdminList
        label={say('refusals')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ number }) => String(number)}
        none={say('refusals_none')}
      />
    </>
  );
}

import { useMemo } from 'react';
import { signInsList } from '../../../../src/server/contract/sign-ins.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminWords } from '../../text/admin.ts';
import { AdminList } from './AdminList.tsx';
import { CodeText } from './CodeText.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { useWhoWhen } from './use-who-when.tsx';

type SignIn = Good<typeof signInsList>['body']['items'][number];

/** Half of a digest tells equal addresses apart well enough. */
const address_chars = 12;

/** Who signed in, how, and what failed. */
export function SignInsPart() {
  const say = useWords(adminWords);
  const list = useRows(signInsList, { query: {} });
  const whoWhen = useWhoWhen();
  const columns = useMemo(
    (): readonly Column<SignIn>[] => [
      ...whoWhen,
      { id: 'way', title: say('way'), width: '120px', cell: ({ way }) => say(`way_${way}`) },
      {
        id: 'result',
        title: say('result'),
        width: '92px',
        cell: ({ code }) =>
          code === null ? (
            <Tag tone="ok" sign="✓">
              {say('done')}
            </Tag>
          ) : (
            <Tag tone="breach" sign="✕">
              {say('refused')}
            </Tag>
          ),
      },
      {
        id: 'why',
        title: say('why'),
        width: 'minmax(160px, 2fr)',
        cell: ({ code }) => (code === null ? '—' : <CodeText code={code} />),
      },
      {
        id: 'factor',
        title: say('second_factor'),
        width: '120px',
        cell: ({ second_factor }) => say(second_factor ? 'yes' : 'no'),
      },
      {
        id: 'address',
        title: say('address'),
        width: '150px',
        cell: ({ address }) => <code title={address}>{address.slice(0, address_chars)}</code>,
      },
    ],
    [say, whoWhen],
  );
  return (
    <>
      <PartHead lead={say('sign_ins_lead')} />
      <AdminList
        label={say('sign-ins')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ number }) => String(number)}
        none={say('sign_ins_none')}
      />
    </>
  );
}

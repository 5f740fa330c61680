import { useMemo } from 'react';
import { signInsList } from '../../../../src/server/contract/sign-ins.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminWords } from '../../text/admin.ts';
import { AdminList } from './AdminList.tsx';
import { CodeText } from './CodeText.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { useUserNames } from './use-user-names.ts';

type SignIn = Good<typeof signInsList>['body']['items'][number];

/** Half of a digest tells equal addresses apart well enough. */
const address_chars = 12;

/** Who signed in, how, and what failed. */
export function SignInsPart() {
  const say = useWords(adminWords);
  const list = useRows(signInsList, { query: {} });
  const nameOf = useUserNames();
  const columns = useMemo(
    (): readonly Column<SignIn>[] => [
      {
        id: 'at',
        title: say('at'),
        width: '150px',
        card: 'title',
        cell: ({ at }) => <Moment at={at} />,
      },
      {
        id: 'user',
        title: say('user'),
        width: 'minmax(110px, 1fr)',
        cell: ({ user_id }) => <bdi>{user_id === null ? say('unknown') : nameOf(user_id)}</bdi>,
      },
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
    [say, nameOf],
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

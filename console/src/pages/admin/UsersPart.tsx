import { useMemo, useState } from 'react';
import { usersList } from '../../../../src/server/contract/users.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { roles } from '../../app/who.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminWords } from '../../text/admin.ts';
import { roleNames } from '../../text/people.ts';
import { AdminList } from './AdminList.tsx';
import { InviteForm } from './InviteForm.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { UserDialog } from './UserDialog.tsx';

export type User = Good<typeof usersList>['body']['items'][number];

export const admins = roles(['admin']);

/** Who may act for the tenant, and as what. */
export function UsersPart() {
  const say = useWords(adminWords);
  const isAdmin = admins(useSession());
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<User | null>(null);
  const list = useRows(usersList, { query: {} });
  const columns = useColumns();
  return (
    <>
      <PartHead
        lead={say('users_lead')}
        action={isAdmin ? { verb: say('invite'), does: () => setInviting(true) } : null}
      />
      <AdminList
        label={say('users')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('users_none')}
        {...(isAdmin && { open: setChosen })}
      />
      {inviting && <InviteForm close={() => setInviting(false)} />}
      {chosen !== null && (
        <UserDialog
          // As it is now, where something was changed meanwhile.
          user={list.rows.find(({ id }) => id === chosen.id) ?? chosen}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<User>[] {
  const say = useWords(adminWords);
  const local = useLocalised();
  return useMemo(
    (): readonly Column<User>[] => [
      {
        id: 'name',
        title: say('person'),
        width: 'minmax(120px, 1.5fr)',
        card: 'title',
        cell: ({ name }) => <bdi>{name}</bdi>,
      },
      {
        id: 'login',
        title: say('login'),
        width: 'minmax(160px, 2fr)',
        cell: ({ login }) => <bdi>{login ?? '—'}</bdi>,
      },
      {
        id: 'roles',
        title: say('roles'),
        width: 'minmax(180px, 2fr)',
        cell: ({ roles: own }) => own.map((role) => local(roleNames[role])).join(' · '),
      },
      {
        id: 'state',
        title: say('state'),
        width: '110px',
        cell: ({ disabled_at }) =>
          disabled_at === null ? (
            <Tag tone="ok" sign="✓">
              {say('in_use')}
            </Tag>
          ) : (
            <Tag tone="plain">{say('disabled')}</Tag>
          ),
      },
      {
        id: 'created',
        title: say('created_at'),
        width: '150px',
        cell: ({ created_at }) => <Moment at={created_at} />,
      },
    ],
    [say, local],
  );
}

import { useMemo } from 'react';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { adminWords } from '../../text/admin.ts';
import { useUserNames } from './use-user-names.ts';

interface Happening {
  readonly at: string;
  readonly user_id: string | null;
}

/** The first columns of every record of what users did: when, and who. */
export function useWhoWhen(): readonly Column<Happening>[] {
  const say = useWords(adminWords);
  const nameOf = useUserNames();
  return useMemo(
    () => [
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
    ],
    [say, nameOf],
  );
}

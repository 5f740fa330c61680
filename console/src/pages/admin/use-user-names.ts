import { useMemo } from 'react';
import { usersList } from '../../../../src/server/contract/users.ts';
import { useRows } from '../../api/use-asked.ts';

/** Names of one's tenant's users; the id of any other. */
export function useUserNames(): (id: string) => string {
  const { rows } = useRows(usersList, { query: {} });
  return useMemo(() => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }, [rows]);
}

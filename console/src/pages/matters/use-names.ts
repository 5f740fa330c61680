import { useMemo } from 'react';
import { tenantsList } from '../../../../src/server/contract/tenants.ts';
import { usersList } from '../../../../src/server/contract/users.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';

export type Tenant = Good<typeof tenantsList>['body']['items'][number];
export type User = Good<typeof usersList>['body']['items'][number];

export interface Names {
  readonly tenants: readonly Tenant[];
  /** Of one's own tenant. */
  readonly users: readonly User[];
  /** The name; the id where none is known. */
  readonly tenant: (id: string) => string;
  readonly user: (id: string) => string;
}

interface Named {
  readonly tenant_id: string;
  readonly name: string;
}

const nobody: readonly Named[] = [];
const awaited = '…';

/**
 * Names of offices and of colleagues, for the ids that matters hold. Consumers see no lists: they
 * know the sides of the matter they look at.
 */
export function useNames(sides: readonly Named[] = nobody): Names {
  const { party } = useSession();
  const enabled = party !== 'consumer';
  const { rows: tenants } = useRows(tenantsList, { query: {} }, { enabled });
  const { rows: users, query } = useRows(usersList, { query: {} }, { enabled });
  // An id is wider than a name: shown for a moment, it would move what stands below it.
  const unknown = query.isLoading ? awaited : null;
  return useMemo(() => {
    const ofTenants = new Map([
      ...sides.map(({ tenant_id, name }) => [tenant_id, name] as const),
      ...tenants.map(({ id, name }) => [id, name] as const),
    ]);
    const ofUsers = new Map(users.map(({ id, name }) => [id, name]));
    return {
      tenants,
      users,
      tenant: (id) => ofTenants.get(id) ?? id,
      user: (id) => ofUsers.get(id) ?? unknown ?? id,
    };
  }, [sides, tenants, users, unknown]);
}

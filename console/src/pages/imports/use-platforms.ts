import { affiliationsList } from '../../../../src/server/contract/affiliations.ts';
import { tenantsList } from '../../../../src/server/contract/tenants.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';

/** Platforms one's tenant supervises or has as members: what an inspection may be about. */
export function usePlatforms(): readonly { readonly value: string; readonly label: string }[] {
  const { party, tenant_id } = useSession();
  const enabled = party === 'regulator' || party === 'association';
  const below = useRows(affiliationsList, { query: { status: 'confirmed' } }, { enabled });
  const tenants = useRows(tenantsList, { query: {} }, { enabled });
  const names = new Map(tenants.rows.map(({ id, name }) => [id, name]));
  return below.rows
    .filter(({ kind, over_id }) => kind !== 'claim' && over_id === tenant_id)
    .map(({ under_id }) => ({ value: under_id, label: names.get(under_id) ?? under_id }));
}

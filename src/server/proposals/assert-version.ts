import type { ProposedText } from '../../casework/proposals/proposal.ts';
import { PolyprismError } from '../../model/issue.ts';
import { isOlder } from '../../packs/trust.ts';
import type { StoreTx } from '../../store/store.ts';

/** The standard is one's own or nobody's, and no published version is as high as this one. */
export async function assertVersion(
  { db }: StoreTx,
  tenant_id: string,
  { standard, version }: Pick<ProposedText, 'standard' | 'version'>,
): Promise<void> {
  const owner = await db
    .selectFrom('standard')
    .select('tenant_id')
    .where('id', '=', standard)
    .executeTakeFirst();
  if (owner !== undefined && owner.tenant_id !== tenant_id) {
    throw new PolyprismError('proposal.id_taken', { id: standard });
  }
  const published = await db
    .selectFrom('edition')
    .select('version')
    .where('standard', '=', standard)
    .where('tenant_id', '=', tenant_id)
    .execute();
  const taken = published.find((one) => !isOlder(one.version, version));
  if (taken !== undefined) {
    const params = { id: standard, version, latest: taken.version };
    throw new PolyprismError('proposal.version_taken', params);
  }
}

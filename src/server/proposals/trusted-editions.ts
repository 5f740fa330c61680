import type { UsedEdition } from '../../model/used-edition.ts';
import type { StoreTx } from '../../store/store.ts';
import { latestDecisions } from './trust-decisions.ts';
import { readEditions } from './read-editions.ts';

/**
 * Editions a tenant's data are judged by: of itself and of the publishers it trusts, signed with
 * the key it pinned, the newest of each standard, and not withdrawn. Read as the program: editions
 * of others are behind a wall.
 */
export async function trustedEditions(
  tx: StoreTx,
  tenant_id: string,
  now: Date,
): Promise<UsedEdition[]> {
  const pinned = new Map<string, string>();
  for (const { publisher_id, public_key } of await latestDecisions(tx, tenant_id)) {
    if (public_key !== null) pinned.set(publisher_id, public_key);
  }
  const publishers = [tenant_id, ...pinned.keys()];
  const editions = await readEditions(tx, now, { publishers });
  return editions
    .filter(({ publisher: { id }, public_key, replaced_by, withdrawn }) => {
      if (replaced_by !== null || withdrawn !== null) return false;
      return id === tenant_id || pinned.get(id) === public_key;
    })
    .map(({ id, standard, version, publisher, digest }) => ({
      edition_id: id,
      standard,
      version,
      publisher: publisher.name,
      digest,
    }))
    .toSorted((a, b) => (a.standard < b.standard ? -1 : 1));
}

import { recordDigest } from '../../src/disclosure/publication/public-record.ts';
import { publish } from '../../src/disclosure/publication/publish.ts';
import type { Draft } from '../../src/disclosure/publication/publish.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { systemActor } from '../../src/store/store.ts';
import type { ApiServer } from './api-server.ts';
import { draftOf } from './public-draft.ts';

/** Puts a publication into the store as it would be published, without its matter. */
export async function publicationIn(
  api: Pick<ApiServer, 'store'>,
  tenant_id: string,
  id: string,
  change: Partial<Draft> = {},
): Promise<string> {
  const { record } = publish(draftOf({ ...change, id }), null);
  const { version, kind, published_on, shown_until } = record;
  const digest = recordDigest(record);
  const content = canonicalJson(record);
  const row = { id, version, tenant_id, kind, matter_id: id, published_on, shown_until };
  await api.store.as(systemActor, async (tx) => {
    await tx.db
      .insertInto('publication')
      .values({ ...row, digest, content })
      .execute();
    tx.afterCommit(tx.logGrew);
  });
  return id;
}

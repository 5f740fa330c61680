import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';

interface Wanted {
  readonly id: string;
  readonly tenant_id: string;
  readonly inspection_id: string;
  readonly at: string;
}

const empty = {
  schema: 'polyprism.submission/1',
  window: null,
  recipient: { zh: '局', en: 'office' },
  submitted_by: 'a',
  late: null,
  files: [],
  parts: [],
  unplaced: {},
  key_id: 'k',
  digests: {},
  state: 'locked',
  acknowledged: null,
};

/** The receipt of a report handed over long ago: its files are gone. */
export async function submissionFor(store: Store, wanted: Wanted): Promise<string> {
  const user_id = `user-${wanted.id}`;
  const days = { reference_on: '2026-01-31', submitted_on: '2026-01-31', kept_until: null };
  const report = 'report.cn.order37.art25@v1';
  const receipt = JSON.stringify({ ...empty, ...days, report });
  const rest = { opens_on: null, due_on: null, digest: 'd', receipt, difference: null };
  await store.as(systemActor, async ({ db }) => {
    await db.insertInto('app_user').values({ id: user_id, name: user_id }).execute();
    await db
      .insertInto('submission')
      .values({ ...wanted, user_id, report, ...days, ...rest })
      .execute();
  });
  return wanted.id;
}

import { systemActor } from '../../../store/store.ts';
import type { Store } from '../../../store/store.ts';

/** Is there a user yet? */
export async function isSetUp(store: Store): Promise<boolean> {
  const any = await store.as(systemActor, async ({ db }) =>
    db.selectFrom('membership').select('user_id').limit(1).execute(),
  );
  return any.length > 0;
}

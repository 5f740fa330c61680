import type { StorePlace } from '../../store/open-store.ts';

/** The store `serve` would open with the same environment and workspace. */
export function storePlace(workspace: string, env: NodeJS.ProcessEnv): StorePlace {
  const database_url = env['DATABASE_URL'];
  return database_url === undefined ? { workspace } : { database_url };
}

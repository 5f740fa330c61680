import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, sha256 } from '../../src/evidence/digest.ts';
import { openJobs } from '../../src/server/jobs/queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { root } from '../tidy/repository.ts';
import { keptData, startPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';

/**
 * A real PostgreSQL of its own whose default database has the tables of the store and of its jobs,
 * as the program left them when it was started there and stopped. Its start is then that of a
 * program which finds its database; how tables come about has tests of its own, in test/store.
 */
export async function migratedPostgres(): Promise<PostgresServer> {
  migrated ??= keptData(`migrated-${whatMakesIt()}`, migrate);
  return await startPostgres({ kept: await migrated });
}

let migrated: Promise<string> | undefined;

async function migrate({ url }: PostgresServer): Promise<void> {
  const store = await openStore({ database_url: url });
  const nothing = async (): Promise<void> => undefined;
  const jobs = await openJobs(store, nothing, nothing);
  await jobs.stop();
  await store.close();
}

/** Whatever changes the tables is among these: files of ours, and the releases we depend on. */
function whatMakesIt(): string {
  const folders = ['src/store', 'src/server/jobs', 'src/model'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const all = [join(root, 'package-lock.json'), ...files.toSorted()];
  return digestOf(all.map((path) => [path, sha256(readFileSync(path))])).slice(0, 16);
}

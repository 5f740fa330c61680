import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';

const file = (name: string): string => join(import.meta.dirname, '..', 'support', name);

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Sends a signal; resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

export interface Program extends Served {
  /** What it has said, line by line. */
  lines(): readonly string[];
  /** Its exit code and signal, when it has ended. */
  readonly gone: Promise<unknown[]>;
}

/** A program that serves: its first line says where, alone or as JSON. */
export async function served(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  const gone = once(child, 'exit');
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const said: string[] = [];
  const reading = createInterface({ input: child.stdout }).on('line', (one) => said.push(one));
  await Promise.race([once(reading, 'line'), gone]);
  const [line = ''] = said;
  const url: unknown = line.startsWith('{') ? JSON.parse(line).url : line;
  if (typeof url !== 'string' || url === '') throw new Error(`serve ended: ${line}${wrong}`);
  const end = async (signal: NodeJS.Signals): Promise<unknown> => {
    child.kill(signal);
    return await gone;
  };
  return { lines: () => said, url, pid: child.pid ?? 0, gone, end };
}

/** The clock of every server of a world begins here. */
export const begins_at = '2026-04-26T02:00:00.000Z';

export interface World {
  readonly database_url: string;
  readonly workspace: string;
  readonly store: Store;
  /** Another server of this database and workspace. */
  server(): Promise<Served>;
  stop(): Promise<void>;
}

/** A PostgreSQL and a workspace that servers share. */
export async function openWorld(): Promise<World> {
  const database = await migratedPostgres();
  const workspace = mkdtempSync(join(tmpdir(), 'polyprism-processes-'));
  const store = await openStore({ database_url: database.url });
  const running: Served[] = [];
  return {
    database_url: database.url,
    workspace,
    store,
    server: async () => {
      const args = [database.url, workspace, begins_at, file('counting-engine.ts')];
      const one = await served([file('served-child.ts'), ...args]);
      running.push(one);
      return one;
    },
    stop: async () => {
      await Promise.all(running.map(async (one) => await one.end('SIGKILL')));
      await store.close();
      await database.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

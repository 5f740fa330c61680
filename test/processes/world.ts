import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from '../support/postgres-server.ts';

const file = (name: string): string => join(import.meta.dirname, '..', 'support', name);

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Sends a signal; resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

/** A program that serves: its first line says where, alone or as JSON. */
export async function served(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served & { readonly line: string; readonly gone: Promise<unknown[]> }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  const gone = once(child, 'exit');
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line').then(([one]) => String(one)), gone]);
  if (typeof line !== 'string') throw new Error(`serve ended: ${wrong}`);
  const url = line.startsWith('{') ? String(JSON.parse(line).url) : line;
  const end = async (signal: NodeJS.Signals): Promise<unknown> => {
    child.kill(signal);
    return await gone;
  };
  return { line, url, pid: child.pid ?? 0, gone, end };
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
  const database = await startPostgres();
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

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port.ts';

export interface MariadbServer {
  /** Address of a database on the server, for its superuser, by its Unix socket. */
  url(database: string): string;
  readonly socket: string;
  /** Its data folder. */
  readonly data: string;
  readonly port: number;
  /** Runs statements, separated by semicolons, as the superuser. */
  run(sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real MariaDB of its own for one test file: fresh data folder, socket and loopback port. */
export async function startMariadb(): Promise<MariadbServer> {
  if (!existsSync('/usr/sbin/mariadbd')) {
    throw new Error('MariaDB is not installed; see tools/test-machine.ts');
  }
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-mariadb-'));
  const data = join(directory, 'data');
  const socket = join(directory, 's');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const auth = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  const install = ['--no-defaults', `--datadir=${data}`, ...auth, ...user];
  // Two servers with one folder for temporary tables delete each other's.
  const env = { ...process.env, TMPDIR: directory };
  execFileSync('mariadb-install-db', install, { stdio: 'ignore', env });
  const port = await freePort();
  const address = [`--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1'];
  const small = ['--innodb-buffer-pool-size=32M', '--innodb-flush-log-at-trx-commit=0'];
  // Nothing here need outlive a crash.
  const fast = ['--skip-innodb-doublewrite', '--innodb-flush-method=nosync'];
  const options = ['--no-defaults', `--datadir=${data}`, ...address, ...small, ...fast, ...user];
  const server = spawn('/usr/sbin/mariadbd', options, { stdio: 'ignore', env });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const run = async (sql: string): Promise<void> => {
    const connection = await createConnection({
      socketPath: socket,
      user: 'root',
      multipleStatements: true,
    });
    await connection.query(sql).finally(() => connection.destroy());
  };
  await untilReady(run);
  return {
    url: (database) => `mysql://root@localhost/${database}?socket=${encodeURIComponent(socket)}`,
    socket,
    data,
    port,
    run,
    stop: async () => {
      server.kill('SIGTERM');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function untilReady(run: (sql: string) => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await run('SELECT 1');
      return;
    } catch (error) {
      if (attempt === 300) throw error;
      await setTimeout(100);
    }
  }
}

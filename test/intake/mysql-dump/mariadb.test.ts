import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';
import { generateDump } from './generated-dump.ts';

const installed = spawnSync('mariadbd', ['--version']).status === 0;
if (!installed) console.warn('SKIPPED: mariadbd is not installed; CI installs it');

const folder = mkdtempSync(join(tmpdir(), 'polyprism-mariadb-'));
const socket = join(folder, 's.sock');
const big = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;

/** Runs SQL in a real server and returns what its client prints, tab by tab, unescaped. */
function server(sql: string, ...flags: string[]): string {
  const args = ['--no-defaults', '-uroot', `--socket=${socket}`, '--default-character-set=utf8mb4'];
  return execFileSync('mariadb', [...args, ...flags], { ...big, input: sql });
}

describe.runIf(installed)('a real server', () => {
  let running: ChildProcess;

  beforeAll(async () => {
    const data = join(folder, 'data');
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const install = [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
    ];
    execFileSync('mariadb-install-db', [...install, ...user], { stdio: 'ignore' });
    const options = [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
    ];
    running = spawn('mariadbd', [...options, ...user, `--pid-file=${folder}/pid`], {
      stdio: 'ignore',
    });
    for (let tries = 0; tries < 200; tries += 1) {
      const ping = ['--no-defaults', '-uroot', `--socket=${socket}`, 'ping'];
      if (spawnSync('mariadb-admin', ping).status === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect.fail('mariadbd did not start');
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds what the reader reads, from the dump and from its own dump of it', async () => {
    const { text } = generateDump(20_231_101, 'line_each', 200);
    server('CREATE DATABASE mall CHARACTER SET utf8mb4;');
    server(text, 'mall');
    const dumped = execFileSync(
      'mariadb-dump',
      ['--no-defaults', '-uroot', `--socket=${socket}`, '--default-character-set=utf8mb4', 'mall'],
      big,
    );
    for (const dump of [text, dumped]) {
      const sink = new CollectingSink();
      await readMysqlDump(inputOf(dump, 'dump.sql'), sink);
      for (const name of ['member', 'bill', 'order']) {
        const columns = sink.table(name).columns;
        // Hexadecimal on both sides: nothing a client prints can be mistaken.
        const hex = columns.map((column) => `IFNULL(HEX(CAST(\`${column}\` AS CHAR)),'-')`);
        const printed = server(
          `SELECT ${hex.join(',')} FROM \`${name}\` ORDER BY id;`,
          'mall',
          '--batch',
          '--skip-column-names',
        );
        const held = printed.trimEnd().split('\n');
        const cast = dump === dumped ? sink.values(name) : withServerNumbers(sink, name);
        const read = cast.map((row) =>
          row
            .map((v) =>
              typeof v === 'string' ? Buffer.from(v).toString('hex').toUpperCase() : '-',
            )
            .join('\t'),
        );
        expect(read).toEqual(held);
      }
    }
  });
});

/** The generated dump writes `012.30`, which a DECIMAL column gives back as `12.30`. */
function withServerNumbers(sink: CollectingSink, name: string): (string | null | undefined)[][] {
  return sink
    .values(name)
    .map((row) => row.map((v) => v?.replace(/^(-?)0+(\d+\.\d\d)$/, '$1$2') ?? v));
}

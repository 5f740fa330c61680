import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { platforms } from '../../src/generate/platforms.ts';
import { startMariadb } from '../support/mariadb-server.ts';
import type { MariadbServer } from '../support/mariadb-server.ts';
import { polyprism } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-live-'));
/** With every character that could end it too soon. */
const password = 'hush:p@ss/w?rd#%';
let server: MariadbServer;
let url = '';

beforeAll(async () => {
  await platforms.mall.run({ members: 250 }, folderWriter(folder));
  server = await startMariadb();
  await server.run('CREATE DATABASE mall');
  const dump = readFileSync(join(folder, 'mall.sql'), 'utf8');
  await server.run(`USE mall;\n${dump}`);
  await server.run(`CREATE USER reader IDENTIFIED BY '${password}';
    GRANT SELECT ON mall.* TO reader`);
  url = `mysql://reader:${encodeURIComponent(password)}@127.0.0.1:${server.port}/mall`;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The password as it is, and as it stands in an address. */
function secrets(text: string | Buffer): boolean {
  return text.includes('hush') || text.includes(password);
}

describe('a live MySQL database', () => {
  it('is inspected like its dump, and its password shows nowhere', async () => {
    const out = join(folder, 'live');
    const { code, stdout, stderr } = await polyprism(['inspect', url, '--out', out]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(secrets(stdout)).toBe(false);
    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .map((name) => join(out, name))
      .filter((path) => statSync(path).isFile());
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => secrets(readFileSync(path)))).toEqual([]);

    const dumped = join(folder, 'dumped');
    await polyprism(['inspect', join(folder, 'mall.sql'), '--out', dumped, '--format', 'json']);
    const verdicts = (home: string): unknown => {
      const text = readFileSync(join(home, 'report.json'), 'utf8');
      const report = JSON.parse(text) as { verdicts: unknown; network: unknown; money: unknown };
      return [report.verdicts, report.network, report.money];
    };
    expect(verdicts(out)).toEqual(verdicts(dumped));
  });

  it('is not named with its password when it refuses, in text or JSON', async () => {
    const wrong = url.replace('/mall', '/elsewhere');
    for (const address of [wrong, url.replace('hush', 'hush-hush'), url.replace('mysql:', 'my:')]) {
      for (const json of [[], ['--json']]) {
        const args = ['inspect', address, '--out', join(folder, 'refused'), ...json];
        const { code, stdout, stderr } = await polyprism(args);
        expect(code).toBe(2);
        expect(stdout + stderr).toMatch(/live\.[a-z_]+/);
        expect(secrets(stdout + stderr)).toBe(false);
      }
    }
    const mapped = await polyprism(['map', url, '--json']);
    expect(mapped.code).toBe(0);
    expect(secrets(mapped.stdout + mapped.stderr)).toBe(false);
  });
});

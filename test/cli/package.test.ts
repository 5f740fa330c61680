import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { platforms } from '../../src/generate/platforms.ts';
import { root, trackedFiles } from '../tidy/repository.ts';
import { runNode } from './polyprism.ts';

/** A folder laid out as the package is once installed: `files` of package.json, a build, no src. */
const installed = mkdtempSync(join(tmpdir(), 'polyprism-package-'));

beforeAll(async () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    files: string[];
  };
  for (const name of ['package.json', ...files].filter((name) => name !== 'dist')) {
    cpSync(join(root, name), join(installed, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  const build = join(root, 'tools', 'build.ts');
  expect(await runNode([build, join(installed, 'dist')])).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => rmSync(installed, { recursive: true }));

describe('the package', () => {
  it('holds every data file that lies among the sources', () => {
    const data = trackedFiles().filter((file) => /^src\/.*(?<!\.ts)$/.test(file));
    expect(data.length).toBeGreaterThan(0);
    const missing = data.filter(
      (file) => !existsSync(join(installed, file.replace('src', 'dist'))),
    );
    expect(missing).toEqual([]);
  });

  it('runs from its build, away from the sources', async () => {
    expect(existsSync(join(installed, 'src'))).toBe(false);
    const bin = join(installed, 'bin', 'polyprism.mjs');
    await platforms.mall.run({ members: 250 }, folderWriter(join(installed, 'mall')));
    const { code, stderr } = await runNode([bin, 'inspect', 'mall', '--out', 'out'], {
      cwd: installed,
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(readFileSync(join(installed, 'out', 'report.json'), 'utf8')) as {
      software: { name: string | null };
    };
    expect(report.software.name).toContain('CRMEB');
  });

  it('has the console built, and needs nothing to build it', async () => {
    const place = join(installed, 'dist', 'cli', 'console', 'built-console.js');
    const ask = `import(${JSON.stringify(place)}).then(async ({ builtConsole }) =>
      console.log(await builtConsole(() => console.log('built'))))`;
    const { stdout, code } = await runNode(['-e', ask], { cwd: installed });
    expect({ stdout, code }).toEqual({
      stdout: `${join(installed, 'dist', 'console')}\n`,
      code: 0,
    });
    expect(existsSync(join(installed, 'dist', 'console', 'index.html'))).toBe(true);
  });

  it('lists what it needs and nothing it does not', () => {
    const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const packed = JSON.parse(text) as { files: { path: string }[] }[];
    const paths = new Set((packed[0]?.files ?? []).map(({ path }) => path));
    const packs = readdirSync(join(root, 'packs')).map((name) => `packs/${name}/pack.yaml`);
    expect(packs).toContain('packs/cn/pack.yaml');
    const needed = ['bin/polyprism.mjs', 'bin/bootstrap.mjs', 'LICENSE', ...packs];
    expect(needed.filter((path) => !paths.has(path))).toEqual([]);
    const strays = [...paths].filter((path) => /^(src|test|tools|bench|node_modules)\//.test(path));
    expect(strays).toEqual([]);
  });
});

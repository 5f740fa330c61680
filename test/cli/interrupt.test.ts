import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { platforms } from '../../src/generate/platforms.ts';
import { root } from '../tidy/repository.ts';
import { polyprism } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-interrupt-'));
const mall = join(folder, 'mall');
const small = join(folder, 'small');
const temporary = join(folder, 'tmp');
/** A phone number of the mall: what must not lie about afterwards. */
let phone = '';
/** What starting takes here and now: the allowance for a loaded machine. */
let start_ms = 0;

beforeAll(async () => {
  await platforms.mall.run({ members: 20_000 }, folderWriter(mall));
  await platforms.mall.run({ members: 250 }, folderWriter(small));
  mkdirSync(temporary);
  const dump = readFileSync(join(mall, 'mall.sql'), 'utf8');
  phone = /'(1[3-9]\d{9})'/.exec(dump)?.[1] ?? '';
  const before_ms = performance.now();
  await polyprism(['--version']);
  start_ms = performance.now() - before_ms;
});
afterAll(() => rmSync(folder, { recursive: true }));

function filesBelow(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((name) => join(home, name))
    .filter((path) => statSync(path).isFile());
}

/** Work files of any process below a folder that already hold bytes. */
function hasWorkFiles(home: string): boolean {
  if (!existsSync(home)) return false;
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).some((name) =>
    /\.work-\d+-\w+\/./.test(name),
  );
}

/** Runs until work files lie below `home`, waits a little longer and presses Ctrl-C. */
async function interrupted(
  args: readonly string[],
  home: string,
  later_ms: number,
): Promise<{ code: number | null; took_ms: number; stderr: string; had: boolean }> {
  let pressed_ms = Number.NaN;
  let had = false;
  const { code, stderr } = await polyprism(args, {
    env: { TMPDIR: temporary },
    started: (child) => {
      void (async () => {
        while (child.exitCode === null && !hasWorkFiles(home)) await setTimeout(5);
        await setTimeout(later_ms);
        had = hasWorkFiles(home);
        pressed_ms = performance.now();
        child.kill('SIGINT');
      })();
    },
  });
  return { code, took_ms: performance.now() - pressed_ms, stderr, had };
}

describe('Ctrl-C', () => {
  it('sees a real phone number in the dump', () => expect(phone).toMatch(/^1[3-9]\d{9}$/));

  it.each([0, 150, 400])(
    'stops an import %i ms after its first work file, within two seconds and without a trace',
    async (later_ms) => {
      const out = join(folder, `out-${later_ms}`);
      const args = ['inspect', mall, '--out', out, '--lang', 'en'];
      const { code, took_ms, stderr, had } = await interrupted(args, out, later_ms);
      expect({ code, stderr, had }).toEqual({ code: 130, stderr: 'Interrupted.\n', had: true });
      expect(took_ms).toBeLessThan(2_000 + start_ms);
      expect(hasWorkFiles(out)).toBe(false);
      expect(existsSync(join(out, 'report.json'))).toBe(false);
      for (const file of [...filesBelow(out), ...filesBelow(temporary)]) {
        expect(readFileSync(file).includes(phone), file).toBe(false);
      }
    },
  );

  it('leaves a folder the next run can use, with the same key', async () => {
    const out = join(folder, 'out-0');
    const key = readFileSync(join(out, 'snapshot', 'person.key'));
    const { code } = await polyprism(['inspect', small, '--out', out, '--format', 'json']);
    expect(code).toBe(1);
    expect(readFileSync(join(out, 'snapshot', 'person.key')).equals(key)).toBe(true);
  });

  it('leaves nothing of a map in the system’s folder', async () => {
    const { code, took_ms } = await interrupted(['map', mall], temporary, 100);
    expect(code).toBe(130);
    expect(took_ms).toBeLessThan(2_000 + start_ms);
    expect(filesBelow(temporary)).toEqual([]);
  });
});

describe('progress', () => {
  it('is drawn on a terminal and nowhere else', () => {
    const out = join(folder, 'terminal');
    const main = join(root, 'src', 'cli', 'main.ts');
    const command = `'${process.execPath}' '${main}' inspect '${small}' --out '${out}' --json`;
    const { stdout } = spawnSync('script', ['-qec', `${command} >/dev/null`, '/dev/null'], {
      env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm' },
      encoding: 'utf8',
    });
    expect(stdout).toContain('\r\u001b[Kreading mall.sql');
    expect(stdout).toContain('\r\u001b[Kprovisions');
    expect(stdout.endsWith('\r\u001b[K')).toBe(true);
  });
});

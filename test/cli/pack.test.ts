import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { polyprism } from './polyprism.ts';
import type { Ran } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-pack-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const provision = 'provisions/assoc.refund-in-time.md';

async function pack(...args: string[]): Promise<Ran> {
  return await polyprism(['pack', ...args], { cwd: folder });
}

/** A copy of the new pack with one file changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  cpSync(join(folder, 'assoc'), join(folder, name), { recursive: true });
  const path = join(folder, name, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return name;
}

let made: Ran;
beforeAll(async () => {
  made = await pack('new', 'assoc', '--publisher', 'Sample "association"');
});

describe('pack new', () => {
  it('writes a pack, an example and its cases, and says where', () => {
    expect(made).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'assoc/README.md',
        'assoc/pack.yaml',
        `assoc/${provision}`,
        'assoc/provisions/assoc.refund-in-time.test.yaml',
        '',
      ].join('\n'),
    });
  });

  it('overwrites nothing', async () => {
    const { code, stderr } = await pack('new', 'assoc');
    expect(code).toBe(2);
    expect(stderr).toContain('[pack.folder_not_empty]');
  });

  it.each([[['Bad Name']], [['fine', '--provision', 'Not.Fine']]])(
    'takes no id that cannot be one: %j',
    async (args) => {
      const { code, stderr } = await pack('new', ...args);
      expect(code).toBe(2);
      expect(stderr).toContain('[pack.bad_id]');
    },
  );
});

describe('pack lint', () => {
  it('has nothing against a new pack', async () => {
    const { code, stdout } = await pack('lint', 'assoc', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pack: 'assoc', provisions: 1, diagnostics: [] });
  });

  it('points at each mistake, in the language asked for', async () => {
    const spoilt = changed('spoilt', provision, (text) =>
      text.replace('status: experimental', 'status: good').replace('{days_max} are', '{day} are'),
    );
    const { code, stdout, stderr } = await pack('lint', spoilt);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      `${provision}:4:9: pack.wrong_value: 'good' does not fit here. ` +
        `Expected: experimental | tested | stable | superseded.\n` +
        `4 | status: good\n  |         ^^^^\n`,
    );
    const chinese = await pack('lint', spoilt, '--lang', 'zh');
    expect(chinese.stderr).toContain(`${provision}:4:9: pack.wrong_value: “good”不符合要求。`);
    const json = await pack('lint', spoilt, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      pack: null,
      diagnostics: [{ code: 'pack.wrong_value', file: provision, line: 4, column: 9, length: 4 }],
    });
  });

  it('says so when there is no such folder', async () => {
    const { code, stderr } = await pack('lint', 'nowhere');
    expect(code).toBe(2);
    expect(stderr).toContain('There is nothing at nowhere.');
  });
});

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

describe('pack test', () => {
  it('passes a new pack, whose cases notice every small mistake', async () => {
    const { code, stdout } = await pack('test', 'assoc', '--mutants', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      pack: 'assoc',
      passed: true,
      provisions: [
        {
          provision: 'assoc.refund-in-time',
          version_in_force: '2026-01-01',
          cases: 2,
          passed: 2,
          failures: [],
          subjects: {
            true_positives: 1,
            false_positives: 0,
            false_negatives: 0,
            true_negatives: 3,
            undecided: 1,
          },
          missing: [],
          mutants: { made: 7, survivors: [] },
        },
      ],
    });
    const table = await pack('test', 'assoc');
    expect(table.stdout).toBe(
      [
        '   provision             in force    cases  TP  FP  FN  TN  ?  mutants',
        '✓  assoc.refund-in-time  2026-01-01  2/2    1   0   0   3   1  -',
        '',
        '1 of 1 provisions pass.',
        '',
      ].join('\n'),
    );
  });

  it('counts a wrong number as what it makes of the subjects', async () => {
    const strict = changed('strict', provision, (text) => text.replace('value: 7', 'value: 6'));
    const { code, stdout } = await pack('test', strict, '--lang', 'zh');
    expect(code).toBe(1);
    expect(stdout).toContain('✗  assoc.refund-in-time  2026-01-01  1/2   1     1     0     2');
    expect(stdout).toContain('breach: expected ["a1"], got ["a1","a2"]');
    expect(stdout).toContain('1 个条款中 0 个通过。');
  });

  it('misses the act of the day before, and shows the mistakes nobody notices', async () => {
    const blind = changed('blind', 'provisions/assoc.refund-in-time.test.yaml', (text) =>
      text
        .slice(0, text.indexOf('  - name: goods'))
        .replaceAll(/.*a2,.*\n/g, '')
        .replace('a2, ', ''),
    );
    const { code, stdout } = await pack('test', blind, '--mutants');
    expect(code).toBe(1);
    expect(stdout).toContain('no case with an act of the day before it came into force');
    expect(stdout).toContain('no case notices: parameter days_max');
    expect(stdout).toContain('no case notices: in_force.from: 2026-01-01 → 1900-01-01');
  });

  it('tests nothing of a pack that is not sound', async () => {
    const { code, stderr } = await pack('test', 'spoilt');
    expect(code).toBe(2);
    expect(stderr).toContain(`${provision}:4:9: pack.wrong_value`);
  });
});

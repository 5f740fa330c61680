import { describe, expect, it } from 'vitest';
import { commonOptions } from '../../src/cli/common-options.ts';
import { maskPasswords } from '../../src/cli/mask-passwords.ts';
import * as values from '../../src/cli/option-values.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { inProcess } from './in-process.ts';
import { polyprism } from './polyprism.ts';

describe('a mistaken command line', () => {
  it.each([
    [[], 'Usage: polyprism'],
    [['inspct'], "There is no command 'inspct'. Try inspect. [cli.unknown_command]"],
    [['plan', 'lint', '--nope'], 'There is no option --nope. Try polyprism plan lint --help.'],
    [['inspect'], 'The argument input is missing. polyprism inspect --help says'],
    [['inspect', 'x', '--personkey', 'k'], 'There is no option --personkey. Try --person-key.'],
    [['inspect', 'x', '--out'], 'The option -o, --out <folder> wants a value.'],
    [['demo', 'x'], '[cli.too_many_arguments]'],
    [['generate', 'nowhere'], 'There is no platform called nowhere. There are sample,'],
    [['--lang', 'fr', 'demo'], "'fr' is no language of Polyprism. There are zh and en."],
    [['inspect', 'x', '--as-of', '2026-02-30'], "'2026-02-30' is no day of the calendar."],
    [['serve', '--outbound-network', 'inside'], '[cli.bad_network]'],
    [['serve', '--outbound-port', '443', '65536'], '[cli.bad_number]'],
    [['serve', '--tenant-disk-gib', '0'], '[cli.bad_number]'],
    [['frob', '--lang', 'zh'], '没有命令“frob”。请试用 polyprism --help。 [cli.unknown_command]'],
    [['--lang', 'zh', 'inspect', 'x', '--time-zone', 'Mars/Base'], '“Mars/Base”不是 IANA 时区。'],
  ])('%j is told and ends with 2', async (args, told) => {
    const { code, stdout, stderr } = await inProcess(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is one JSON value with both languages where JSON is wanted', async () => {
    const { code, stdout, stderr } = await polyprism(['inspect', 'x', '--format', 'pdf', '--json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'cli.bad_format',
        file: null,
        line: null,
        column: null,
        message:
          "'pdf' is no format of the report. There are html, md, csv, json; commas between them.",
        message_zh: '“pdf”不是报告格式。可选：html, md, csv, json，以逗号分隔。',
      },
    });
  });
});

describe('help and version', () => {
  it('teaches in both languages, before or after the command', async () => {
    const english = await inProcess(['inspect', '--help']);
    expect(english.code).toBe(0);
    expect(english.stdout).toContain('Dumps are parsed, never executed.');
    const chinese = await inProcess(['--lang', 'zh', 'inspect', '--help']);
    expect(chinese.stdout).toContain('转储只解析，不执行。');
    expect((await inProcess(['inspect', '--help', '--lang=zh'])).stdout).toBe(chinese.stdout);
    const locale = await polyprism(['inspect', '--help'], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(locale.stdout).toBe(chinese.stdout);
  });

  it('names every exit status in the help of all commands', async () => {
    const { stdout } = await inProcess(['--help']);
    for (const status of ['0 nothing', '1 breaches', '2 could not run', '3 nothing', '130 ']) {
      expect(stdout).toContain(status);
    }
  });

  it('gives the version, as JSON too', async () => {
    expect((await polyprism(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { stdout } = await inProcess(['--version', '--json']);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['version']);
  });
});

function codeOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof PolyprismError ? error.issue.code : String(error);
  }
}

describe('option values', () => {
  it.each([
    ['2024-02-29', null],
    ['2023-02-29', 'cli.bad_date'],
    ['2026-04-31', 'cli.bad_date'],
    ['2026-1-1', 'cli.bad_date'],
    ['tomorrow', 'cli.bad_date'],
  ])('date %s: %s', (value, code) => expect(codeOf(() => values.isoDate(value))).toBe(code));

  it.each([
    ['0', 'cli.bad_number'],
    ['1', null],
    ['1024', null],
    ['1025', 'cli.bad_number'],
    ['1.5', 'cli.bad_number'],
    ['-1', 'cli.bad_number'],
  ])('threads %s: %s', (value, code) =>
    expect(codeOf(() => values.wholeNumber(1, 1024)(value))).toBe(code),
  );

  it.each([
    [values.timeZone, 'Asia/Shanghai', null],
    [values.timeZone, '+08:00', 'cli.bad_time_zone'],
    [values.timeZone, "UTC'; --", 'cli.bad_time_zone'],
    [values.currency, 'usd', null],
    [values.currency, 'XYZ', 'cli.bad_currency'],
    [values.charset, 'gbk', null],
    [values.charset, 'utf8mb4', null],
    [values.charset, 'klingon', 'cli.bad_charset'],
    [values.memorySize, '4GB', null],
    [values.memorySize, '800 MiB', null],
    [values.memorySize, 'lots', 'cli.bad_memory'],
    [values.memorySize, '0GB', 'cli.bad_memory'],
  ])('%o %s: %s', (read, value, code) => expect(codeOf(() => read(value))).toBe(code));
});

describe('common options before the command line is understood', () => {
  it.each([
    [['x', '--lang', 'zh'], { lang: 'zh', json: false }],
    [['--lang=zh', 'x', '--json'], { lang: 'zh', json: true }],
    [['x', '--', '--json', '--lang', 'zh'], { lang: 'en', json: false }],
    [['x', '--lang', 'fr'], { lang: 'en', json: false }],
  ])('%j', (args, expected) => expect(commonOptions(args, { LANG: 'C' })).toEqual(expected));
});

describe('passwords', () => {
  it.each([
    ['mysql://root:secret@h/d', 'mysql://***@h/d'],
    ['at mssql://u:p@s/s:w@h:1/d now', 'at mssql://***@h:1/d now'],
    ['postgres://h/d?user=u&password=pw', 'postgres://h/d?user=u&password=***'],
    ['no address: a@b', 'no address: a@b'],
  ])('%s', (text, masked) => expect(maskPasswords(text)).toBe(masked));
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { inProcess } from './in-process.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-screen-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('polyprism screen', () => {
  it('shows each hit with place, list, article and exception', async () => {
    const text = file('a.txt', '新品面膜\n2023年天猫双11店铺销量第一\n加 入 躺 赚\u202e\n');
    const { code, stdout } = await inProcess(['screen', text]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      [
        '2:13  销量第一',
        '    cn.adlaw.absolute  Absolute terms  广告法第九条第三项 Advertising Law art. 9(3)',
        '    exception: a fact bounded in time and place, if proven ' +
          '(guide art. 6(6); proof art. 7): 2023年 + 销量',
        '',
        '3:5  躺 赚',
        '    cn.adlaw.income  Promises of income  广告法第二十五条 Advertising Law art. 25',
        '    exceptions considered: ',
      ].join('\n'),
    );
    expect(stdout).toMatch(/\nHits: 2, of which with no exception or correction: 1\.\n$/);
    const zh = await inProcess(['screen', text, '--lang', 'zh']);
    expect(zh.stdout).toContain('例外: 限定时间地域的销量等事实（须能证明） (guide art. 6(6)');
    expect(zh.stdout).toContain('命中 2 处，其中不见例外或更正的 1 处。');
  });

  it('ends well where no hit stands, and with --json tells everything', async () => {
    const text = file('b.txt', '不承诺保本');
    const { code, stdout } = await inProcess(['screen', text, '--json']);
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      kind: 'text',
      hits: [
        {
          list: 'cn.adlaw.income',
          found: '保本',
          starts: 3,
          ends: 5,
          line: 1,
          column: 4,
          segment: null,
          corrected_by: null,
          exception: 'negated',
        },
      ],
    });
    expect(told.hits[0].considered).toContainEqual({
      id: 'negated',
      applies: true,
      by: ['不承诺'],
    });
  });

  it('marks what was corrected on air', async () => {
    const srt = (at: string, text: string): string =>
      `1\n00:${at},000 --> 00:${at},500\n${text}\n\n`;
    const text = file('c.srt', srt('01:00', '全网第一') + srt('02:00', '刚才口误了'));
    const { code, stdout } = await inProcess(['screen', text]);
    expect(code).toBe(0);
    expect(stdout).toContain('00:01:00  全网第一');
    expect(stdout).toContain('    corrected on air: 口误');
    const late = file('d.srt', srt('01:00', '全网第一') + srt('09:00', '刚才口误了'));
    expect((await inProcess(['screen', late])).code).toBe(3);
  });

  it('uses other packs, and the lists asked for alone', async () => {
    const text = file('e.txt', 'Earn $500 a day. 全网第一，月入五万');
    const only = await inProcess(['screen', text, '--lists', 'cn.adlaw.income', '--json']);
    expect(JSON.parse(only.stdout).hits).toHaveLength(1);
    const eu = await inProcess(['screen', text, '--packs', 'eu', '--json']);
    expect(JSON.parse(eu.stdout).hits).toMatchObject([{ list: 'eu.ucpd.income', found: 'Earn' }]);
  });

  it('says what it could not do', async () => {
    const none = await inProcess(['screen', join(folder, 'none.txt')]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('input.not_found')]);
    const list = await inProcess(['screen', file('f.txt', 'x'), '--lists', 'cn.none']);
    expect([list.code, list.stderr]).toEqual([2, expect.stringContaining('screen.unknown_list')]);
  });

  it.each([
    [-1, 0],
    [0, 0],
    [1, 2],
  ])('reads a text of the limit %i', async (more, expected) => {
    const text = file('g.txt', 'x'.repeat(limits.value_bytes_max + more));
    expect((await inProcess(['screen', text])).code).toBe(expected);
  });
});

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsIn } from '../../src/cli/check/read-records.ts';
import { limits } from '../../src/model/limits.ts';
import { inProcess } from './in-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const day = ['--as-of', '2026-06-30', '--packs', 'association-group-buying'];
/** The association's standard: goods of a batch that failed stop being sold within a day. */
const group = { table: 'group_buy', group_buy_id: 'g1', opened_at: '2026-05-01T00:00:00Z' };
const open = { ...group, closes_at: '2026-05-09T00:00:00Z' };
const lawful = { ...group, closes_at: '2026-05-02T00:00:00Z' };

describe('polyprism check', () => {
  it('says what a record does not meet, in the language asked for', async () => {
    const path = file('open.json', JSON.stringify(open));
    const ran = await inProcess(['check', path, ...day]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('group_buy g1\n  ✗ ');
    expect(ran.stdout).toContain('[agb.groups.term@2026-01-01]');
    const zh = await inProcess(['check', path, ...day, '--lang', 'zh']);
    expect(zh.stdout).toMatch(/记录 1 条：不符合 1，/);
  });

  it('gives the same as one JSON value', async () => {
    const path = file('lines.jsonl', `${JSON.stringify(open)}\n\n${JSON.stringify(lawful)}\n5\n`);
    const ran = await inProcess(['check', path, ...day, '--json']);
    expect(ran.code).toBe(1);
    const told = JSON.parse(ran.stdout) as {
      as_of: string;
      counts: Record<string, number>;
      packs: { id: string; digest: string }[];
      records: {
        line: number;
        check: { verdicts: { provision: string; verdict: string }[] } | null;
        issues: { code: string; line: number }[];
      }[];
    };
    expect(told.as_of).toBe('2026-06-30');
    expect(told.packs.map(({ id }) => id)).toEqual(['association-group-buying']);
    expect(told.records.map(({ line }) => line)).toEqual([1, 3, 4]);
    const term = told.records.map(
      ({ check }) => check?.verdicts.find((one) => one.provision === 'agb.groups.term')?.verdict,
    );
    expect(term).toEqual(['breach', 'no_breach', undefined]);
    expect(told.records[2]?.issues.map(({ code, line }) => [code, line])).toEqual([
      ['check.no_record', 4],
    ]);
    expect(told.counts).toMatchObject({ records: 3, breach: 1, issues: 1 });
  });

  it('answers 3 when something could not be told, 2 when nothing could be read', async () => {
    const doubt = file('doubt.json', JSON.stringify({ ...group, closes_at: null }));
    expect((await inProcess(['check', doubt, ...day])).code).toBe(3);
    const broken = file('broken.json', '{\n"table": "listing",\n');
    const ran = await inProcess(['check', broken, ...day]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('[check.no_record]')]);
    expect((await inProcess(['check', join(folder, 'none.json')])).code).toBe(2);
  });

  it('takes the table of records that name none', async () => {
    const { table: _, ...bare } = open;
    const path = file('bare.json', `\ufeff${JSON.stringify([bare])}`);
    const ran = await inProcess(['check', path, ...day]);
    expect(ran.stdout).toContain('Nothing says of which table the record is.');
    const named = await inProcess(['check', path, '--table', 'group_buy', ...day]);
    expect(named.stdout).toContain('group_buy g1');
  });

  it.each([
    [-1, 'check.no_record'],
    [0, 'check.no_record'],
    [1, 'check.too_large'],
  ])('reads a file of the limit %+i bytes: %s', async (over, code) => {
    const path = file('large.json', '');
    truncateSync(path, limits.records_bytes_max + over);
    const ran = await inProcess(['check', path, '--json', ...day]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code } });
  });
});

describe('recordsIn', () => {
  it.each([
    ['{"table":"listing","title":"a"}', ['listing']],
    ['[{"table":"listing"},{"table":"content"}]', ['listing', 'content']],
    ['{"table":"listing"}\r\n{"table":"content"}\r\n', ['listing', 'content']],
    ['[]', []],
    ['[null]', ['check.no_record']],
    ['{"table":"network_member"}', ['check.unknown_table']],
    ['{"table":"__proto__"}', ['check.unknown_table']],
    ['{}', ['check.no_table']],
  ])('%j holds %j', (text, expected) => {
    const seen = recordsIn(text, 'a.json', undefined);
    expect(seen.map((one) => (one.issue ? one.issue.code : one.table))).toEqual(expected);
  });
});

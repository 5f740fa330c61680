import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-submission-'));
const at = (...names: string[]): string => join(folder, ...names);
const base = ['submission', 'make', at('out'), '--reference-on', '2026-06-30', '--by', 'Zhang'];
const make = [...base, '--submitted-on', '2026-08-02', '--report', 'report.cn.order37.art25@v1'];

beforeAll(async () => {
  mkdirSync(at('in'));
  const operators = [
    'operator_id,name,kind,credit_code,address,entered_at',
    'a1,Alpha,company,91330100MA0000000X,One Road,2026-01-01 00:00:00',
    'a2,Beta,company,91330100MA0000001X,Two Road,2026-01-01 00:00:00',
  ];
  writeFileSync(at('in', 'operator.csv'), `${operators.join('\n')}\n`);
  const shops = ['shop_id,operator_id,name', 's1,a1,Shop One', 's2,a2,Shop Two'];
  writeFileSync(at('in', 'shop.csv'), `${shops.join('\n')}\n`);
  writeFileSync(at('ids.csv'), 'subject,contact,shop_url\na1,139,https://1\na2,138,https://2\n');
  const inspect = ['inspect', at('in'), '-o', at('out'), '--format', 'json'];
  await inProcess([...inspect, '--time-zone', 'Asia/Shanghai']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('polyprism submission', () => {
  it('makes the report with its gaps, readable by its maker alone', async () => {
    const run = await inProcess([...make, '-o', at('first')]);
    expect([run.code, run.stderr]).toEqual([3, '']);
    expect(run.stdout).toContain('Was due between 2026-07-01 and 2026-07-31: late.');
    expect(run.stdout).toContain('registered sellers: 2 line(s), 0 of them complete.');
    expect(run.stdout).toContain('  contact missing: 2\n');
    expect(run.stdout).toContain('kept until 2029-08-02.');
    expect(statSync(at('first', 'sellers-registered.csv')).mode & 0o777).toBe(0o600);
  });

  it('is complete with identities, and says what changed since', async () => {
    const more = ['--identities', at('ids.csv'), '--last', at('first', 'receipt.json')];
    const run = await inProcess(['--lang', 'zh', ...make, ...more, '-o', at('second')]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('已办理登记的平台内经营者：2 条，其中齐全 2 条。');
    expect(run.stdout).toContain('新增 0，变更 2，退出 0，未变 0。');
    const changed = JSON.parse(readFileSync(at('second', 'difference.json'), 'utf8'));
    expect(changed['sellers-registered'].changed[0]).toEqual({
      subject: 'a1',
      fields: ['contact', 'shop_url'],
    });
    const kept = readFileSync(at('second', 'receipt.json'), 'utf8');
    expect(kept).not.toContain('https://1');
  });

  it('puts the number of the authority into the receipt, once', async () => {
    const path = at('first', 'receipt.json');
    const known = ['submission', 'acknowledge', path, '--on', '2026-08-03', '--by', 'SAMR'];
    const run = await inProcess([...known, '--number', 'R-1']);
    expect([run.code, run.stdout]).toEqual([0, 'Acknowledged: R-1\n']);
    expect(JSON.parse(readFileSync(path, 'utf8')).acknowledged).toEqual({
      number: 'R-1',
      on: '2026-08-03',
      by: 'SAMR',
    });
    const other = await inProcess([...known, '--number', 'R-2']);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining('submission.acknowledged'),
    ]);
  });

  it('says what is wrong', async () => {
    const id = await inProcess([...base, '--report', 'report.x@v1', '-o', at('none')]);
    expect([id.code, id.stderr]).toEqual([2, expect.stringContaining('submission.unknown_report')]);
    const last = await inProcess([...make, '--last', at('ids.csv'), '-o', at('none')]);
    expect(last.stderr).toContain('submission.last_bad');
  });
});

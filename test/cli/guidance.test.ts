import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-guidance-'));
const at = (...names: string[]): string => join(folder, ...names);

/** Forty orders of each of two operators in May 2026; one has a complaint about thirty of them. */
beforeAll(async () => {
  mkdirSync(at('in'));
  const put = (name: string, lines: readonly string[]): void =>
    writeFileSync(at('in', `${name}.csv`), `${lines.join('\n')}\n`);
  put('operator', ['operator_id,name', 'good,Good', 'bad,Bad']);
  const orders = ['good', 'bad'].flatMap((operator) =>
    Array.from({ length: 40 }, (_, i) => `${operator}${i},${operator},2026-05-02 10:00:00,1000`),
  );
  put('order', ['order_id,operator_id,ordered_at,amount_minor', ...orders]);
  const complaints = Array.from({ length: 30 }, (_, i) => `c${i},bad${i},2026-05-03 10:00:00`);
  put('complaint', ['complaint_id,order_id,received_at', ...complaints]);
  const inspect = ['inspect', at('in'), '-o', at('out'), '--format', 'json'];
  await inProcess([...inspect, '--time-zone', 'Asia/Shanghai']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('polyprism guidance', () => {
  it('shows a sheet, says what cannot be told, and writes the rest', async () => {
    const args = ['guidance', at('out'), '--as-of', '2026-06-30', '--operator', 'bad'];
    const run = await inProcess([...args, '-o', at('to')]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('Class cannot be told');
    // 30 of 40 beside none of 40: the bound 0.5981 is above 4 times 0.0876, not above 8 times.
    expect(run.stdout).toContain('orders complained of: 18 point(s) off');
    expect(run.stdout).toContain('penalty decisions: cannot tell (the data do not say)');
    expect(run.stdout).toContain('Tier cannot tell: 2 operator(s), weight 2 in a draw');
    expect(run.stdout).toContain('no decision');
    expect(readFileSync(at('to', 'inspection-list.csv'), 'utf8')).toContain('bad,2,untold,');
    const sheets = JSON.parse(readFileSync(at('to', 'sheets.json'), 'utf8')).sheets;
    expect(sheets.map((one: { operator_id: string }) => one.operator_id)).toEqual(['bad', 'good']);
    const { readings } = JSON.parse(readFileSync(at('to', 'barometer.json'), 'utf8'));
    expect(readings[0].months).toMatchObject([
      { month: '2026-05', cases: 30, out_of: 80, movement: 'cannot_tell' },
    ]);
  });

  it('speaks Chinese and JSON, and knows whom it does not know', async () => {
    const args = ['guidance', at('out'), '--as-of', '2026-06-30'];
    const zh = await inProcess(['--lang', 'zh', ...args]);
    expect(zh.stdout).toContain('有投诉的订单：近三个月与上年同期相比，无法判断');
    const json = await inProcess([...args, '--json', '--operator', 'good']);
    expect(JSON.parse(json.stdout).sheets[0].facts.shares.complaint).toEqual({
      cases: 0,
      out_of: 40,
      others_cases: 30,
      others_out_of: 40,
    });
    const none = await inProcess([...args, '--operator', 'nobody']);
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining('guidance.unknown_operator'),
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../support/inspected.ts';
import { inProcess } from './in-process.ts';

it('generate --lawful takes a provision to violate, and says what is to be found', async () => {
  await inFolder(async (folder) => {
    const violate = ['--violate', 'cn.crpl.art25.refund', '--members', '300'];
    const ran = await inProcess(['generate', '--lawful', ...violate, '--json', '-o', folder]);
    expect(ran.code).toBe(0);
    const truth = JSON.parse(ran.stdout) as {
      as_of: string;
      expected: { provision: string; version?: string; subject?: string; reason: string }[];
    };
    expect(truth.as_of).toBe('2026-10-31');
    const [first, ...rest] = truth.expected;
    expect(first).toMatchObject({
      provision: 'cn.crpl.art25.refund',
      version: '2014-03-15',
      reason: 'planted',
    });
    expect(rest.every(({ version }) => version === undefined)).toBe(true);
    const rows = readFileSync(join(folder, 'after_sale.csv'), 'utf8').split('\r\n');
    const [header = ''] = rows;
    const row = rows.find((line) => line.startsWith(`${first!.subject},`))!.split(',');
    const at = (column: string): number =>
      Date.parse(`${row[header.split(',').indexOf(column)]!.replace(' ', 'T')}Z`);
    expect((at('refunded_at') - at('received_back_at')) / 86_400_000).toBe(8);
  });
});

it.each([
  [['--violate', 'cn.crpl.art25.refound'], 'generate.unknown_violation'],
  [['--violate', 'eu.crd.art9', '--market', 'us'], 'generate.unknown_violation'],
  [['--violate', 'eu.crd.art9', 'us.mitor.ship'], 'generate.unknown_violation'],
  [['--market', 'fr'], 'cli.bad_market'],
  [['--members', '299'], 'generate.members_too_few'],
])('generate lawful %s is told', async (flags, code) => {
  await inFolder(async (folder) => {
    const ran = await inProcess(['generate', 'lawful', ...flags, '-o', folder]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`[${code}]`);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDeadlines } from '../../src/packs/load-deadlines.ts';
import { root } from '../tidy/repository.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-deadlines-'));
  cpSync(join(root, 'packs', 'cn'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('terms and days of a pack are kept as long as its files say them, and no longer', async () => {
  const before = await loadDeadlines(folder);
  const daysOf = (read: typeof before): unknown =>
    read.calendar.find(({ year }) => year === 2019)?.days_off[0];
  expect(await loadDeadlines(folder)).toEqual(before);
  const first = { name: { zh: '元旦', en: "New Year's Day" }, from: '2019-01-01' };
  expect(daysOf(before)).toEqual({ ...first, to: '2019-01-01' });
  const path = join(folder, 'calendar', '2019.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('to: 2019-01-01', 'to: 2019-01-03'));
  expect(daysOf(await loadDeadlines(folder))).toEqual({ ...first, to: '2019-01-03' });
  writeFileSync(path, text.replace('to: 2019-01-01', 'to: 2018-12-31'));
  for (const _ of [1, 2]) {
    await expect(loadDeadlines(folder)).rejects.toMatchObject({
      issue: { code: 'pack.wrong_value' },
      message: expect.stringMatching(/^calendar\/2019\.yaml:6:66/),
    });
  }
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/check/checker.ts';
import type { Pack } from '../../src/model/provision.ts';
import { shapeOf, tables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { loadForRecords } from '../../src/packs/load-for-records.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { root } from '../tidy/repository.ts';
import { basePack } from './golden-pack.ts';

const cn = join(root, 'packs', 'cn');
const context = { as_of: '2026-06-30', currency: 'CNY' };
let whole: Pack;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-records-'));
  whole = await loadPack(cn);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The base pack with its provision changed, in a folder of its own. */
function changed(name: string, change: (text: string) => string): string {
  for (const [file, text] of basePack()) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.endsWith('.md') ? change(text) : text);
  }
  return join(folder, name);
}

const about = async (path: string, table: TableName): Promise<number> => {
  const [pack] = await loadForRecords([path], new Set([table]));
  return pack?.provisions.length ?? 0;
};

describe('a pack for single records', () => {
  it('is the pack loaded whole, as far as the tables go', async () => {
    const wanted: TableName[] = ['listing', 'measure'];
    const [part] = await loadForRecords([cn], new Set(wanted));
    const { provisions, coverage: _, deadlines: __, sheets: ___, ...head } = whole;
    expect(part).toMatchObject(head);
    const expected = provisions.filter(({ subject }) => wanted.some((one) => one === subject));
    expect(expected.length).toBeGreaterThan(20);
    expect(part?.provisions).toEqual(expected);
  });

  it('says of a record of any table what the whole pack does', async () => {
    const texts = { title: '国家级面霜，躺赚', claims: null, body: '全网最佳', paid: true };
    for (const table of Object.keys(tables) as TableName[]) {
      const packs = await loadForRecords([cn], new Set([table]));
      const [part, all] = [makeChecker(packs, context), makeChecker([whole], context)];
      const known = Object.fromEntries(
        Object.entries(texts).filter(([name]) => Object.hasOwn(shapeOf(table).columns, name)),
      );
      expect(part.check(table, known)).toEqual(all.check(table, known));
      expect(part.beyond(table)).toEqual(all.beyond(table));
    }
  }, 60_000);

  it.each([
    ['quoted', 'subject: "after_sale"'],
    ['commented', 'subject: after_sale # what a finding is about'],
    ['anchored', 'subject: &it after_sale'],
    ['escaped', String.raw`subject: "after\x5fsale"`],
    ['spaced', 'subject:   after_sale  '],
  ])('finds a subject however it is written: %s', async (name, line) => {
    const path = changed(name, (text) => text.replace(/^subject: after_sale$/m, line));
    expect(await about(path, 'after_sale')).toBe(1);
    expect(await about(path, 'listing')).toBe(name === 'spaced' ? 0 : 1);
  });

  it('is refused for what is wrong about its tables, and for nothing else', async () => {
    const path = changed('wrong', (text) => text.replace(/^stage: after$/m, 'stage: later'));
    await expect(about(path, 'after_sale')).rejects.toMatchObject({
      issue: { code: 'pack.wrong_value', file: 'provisions/sample.refund.md' },
    });
    expect(await about(path, 'listing')).toBe(0);
  });

  it('has the digest of all files', async () => {
    const path = changed('digest', (text) => `${text}\n`);
    const [part] = await loadForRecords([path], new Set(['listing']));
    expect(part?.digest).toBe((await loadPack(path)).digest);
  });
});

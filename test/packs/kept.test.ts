import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedFolders } from '../../src/cli/shipped-packs.ts';
import type { Pack } from '../../src/model/provision.ts';
import { kept } from '../../src/packs/kept.ts';
import { packOf, readPackFiles } from '../../src/packs/load-packs.ts';
import { readFiles } from '../../src/packs/read-files.ts';
import { screen } from '../../src/text/screen.ts';
import { makeScreener } from '../../src/text/screener.ts';
import type { Screener } from '../../src/text/screener.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'polyprism-kept-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const [one, another] = ['1'.repeat(64), '2'.repeat(64)];

describe('what is kept for the next start', () => {
  it('is a pack as it was read, and its term lists as they were made ready', async () => {
    const path = (await shippedFolders()).packs.get('cn') ?? '';
    const pack = packOf(await readPackFiles(await readFiles(path), 'no_tests'), path);
    const packs = kept<Pack>('packs', folder);
    expect(await packs.find(pack.digest)).toBeNull();
    await packs.keep(pack.digest, pack);
    expect(await kept<Pack>('packs', folder).find(pack.digest)).toEqual(pack);

    const screener = makeScreener(pack.terms);
    const screeners = kept<Screener>('screeners', folder);
    await screeners.keep(one, screener);
    const again = (await screeners.find(one))!;
    const text = '全网销量第一，包治百病，稳赚不赔，最高级的国家级产品';
    expect(screen(text, again)).toEqual(screen(text, screener));
    expect(screen(text, again).hits.length).toBeGreaterThan(2);
  });

  it('is asked for by what it was made of', async () => {
    const values = kept<number>('packs', folder);
    await values.keep(one, 1);
    expect([await values.find(one), await values.find(another)]).toEqual([1, null]);
  });

  it('is nobody else’s to read', async () => {
    const inner = join(folder, 'new');
    await kept<number>('packs', inner).keep(one, 1);
    const [name = ''] = readdirSync(inner);
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(statSync(join(inner, name)).mode & 0o777).toBe(0o600);
  });

  it('is as if it were not there once a byte of it differs or is missing', async () => {
    const values = kept<{ readonly words: readonly string[] }>('packs', folder);
    await values.keep(one, { words: ['七日', '退款'] });
    const path = join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1;
      writeFileSync(path, flipped);
      expect(await values.find(one)).toBeNull();
      writeFileSync(path, whole.subarray(0, at));
      expect(await values.find(one)).toBeNull();
    }
    writeFileSync(path, whole);
    expect(await values.find(one)).toEqual({ words: ['七日', '退款'] });
  });

  it('is not kept where nothing can be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const values = kept<number>('packs', join(file, 'below'));
    await values.keep(one, 1);
    expect(await values.find(one)).toBeNull();
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    // Whoever is root may write there all the same.
    await kept<number>('packs', locked).keep(one, 1);
    expect(readdirSync(locked).filter((name) => !name.endsWith('.kept'))).toEqual([]);
  });

  it('is what was used last: what was not for longest goes', async () => {
    const values = kept<number>('packs', folder);
    await values.keep(one, 1);
    const [used = ''] = readdirSync(folder);
    const others = Array.from({ length: 31 }, (_, i) => `${i}`);
    for (const name of others) writeFileSync(join(folder, name), '');
    [used, ...others].forEach((name, i) => utimesSync(join(folder, name), 1_000 + i, 1_000 + i));
    expect(await values.find(one)).toBe(1);
    await values.keep(another, 2);
    const names = readdirSync(folder);
    expect(names).toHaveLength(32);
    expect(others.filter((name) => !names.includes(name))).toEqual(['0']);
    expect([await values.find(one), await values.find(another)]).toEqual([1, 2]);
  });

  it('is fewer where each takes more room', async () => {
    const screeners = kept<number>('screeners', folder);
    for (let i = 0; i < 8; i++) {
      const name = join(folder, `${i}`);
      writeFileSync(name, '');
      utimesSync(name, 1_000 + i, 1_000 + i);
    }
    await screeners.keep(one, 1);
    const names = readdirSync(folder);
    expect(names).toHaveLength(8);
    expect(names).not.toContain('0');
    expect(names).toContain('1');
    expect(await screeners.find(one)).toBe(1);
  });
});

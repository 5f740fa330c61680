import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { loadPack, loadPacks, readPack } from '../../src/packs/load-packs.ts';
import { basePack } from './golden-pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-pack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A term list of one word. */
function listNamed(id: string): string {
  return `id: ${id}
title: {zh: 样例, en: Sample}
cite: ours
category: sample
role: claim
groups:
  - {group: all, lang: zh, entries: [最佳]}
`;
}

/** Writes the base pack under a sub-folder, its texts changed. */
function putPack(under: string, change: (text: string) => string = (text) => text): string {
  for (const [name, text] of basePack()) put(join(under, name), change(text));
  return join(folder, under);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('loadPack', () => {
  it('reads head, provisions and digests', async () => {
    const pack = await loadPack(putPack('sample'));
    expect(pack).toMatchObject({
      id: 'sample',
      version: '1.0.0',
      publisher: 'Sample association',
      title: { zh: '示例标准', en: 'Sample standard' },
      jurisdiction: 'CN',
    });
    const [provision] = pack.provisions;
    const text = basePack().get('provisions/sample.refund.md') ?? '';
    expect(provision).toMatchObject({
      id: 'sample.refund',
      pack: 'sample',
      file: 'provisions/sample.refund.md',
      sha256: sha256(text),
      reads: [
        {
          table: 'after_sale',
          required: ['after_sale_id', 'order_id', 'received_back_at', 'refunded_at'],
          optional: ['refunded_minor'],
        },
        { table: 'order', required: ['order_id'], optional: ['amount_minor'] },
      ],
      exceptions: [],
      related: [],
      law: { zh: '收到退货后七日内退款。', en: 'Money goes back within seven days of the goods.' },
    });
    expect(provision?.test.startsWith('-- 逾期 means late\nSELECT a.after_sale_id')).toBe(true);
  });

  it('has the digest of its sorted files and their hashes, hidden ones apart', async () => {
    const directory = putPack('sample');
    put('sample/.git/x', 'x');
    const listing = [...basePack()]
      .map(([name, text]) => `["${name}","${sha256(text)}"]`)
      .toSorted();
    const expected = sha256(`[${listing.join(',')}]`);
    expect((await loadPack(directory)).digest).toBe(expected);
    put('sample/NOTES.txt', '');
    expect((await loadPack(directory)).digest).not.toBe(expected);
  });

  it('reads Windows line ends to the same provision', async () => {
    const unix = await loadPack(putPack('unix'));
    const windows = await loadPack(putPack('windows', (text) => text.replaceAll('\n', '\r\n')));
    const bare = ({ test, explain }: (typeof unix.provisions)[number]): unknown => ({
      test: test.replaceAll('\r\n', '\n'),
      explain,
    });
    expect(windows.provisions.map(bare)).toEqual(unix.provisions.map(bare));
  });

  it('reads the cases beside a provision', async () => {
    const { tests } = await readPack(putPack('sample'));
    expect(tests.get('provisions/sample.refund.md')?.cases[0]?.expect).toEqual({
      breach: [
        { subject: 'a1', act_on: '2024-05-01', evidence: { days: 8, amount_minor: 39_900 } },
      ],
      cannot_tell: [{ subject: 'a3', needs: 'after_sale.refunded_at' }],
      ok: ['a2', 'a4'],
    });
  });

  it('throws its first diagnostic, with the place', async () => {
    const directory = putPack('sample', (text) => text.replace(/^stage: after/m, 'stage: later'));
    await expect(loadPack(directory)).rejects.toMatchObject({
      issue: { code: 'pack.wrong_value', file: 'provisions/sample.refund.md', line: 11, column: 8 },
    });
    expect((await readPack(directory)).pack).toBeNull();
  });

  it('says so when there is nothing', async () => {
    await expect(loadPack(join(folder, 'none'))).rejects.toMatchObject({
      issue: { code: 'input.not_found' },
    });
  });
});

describe('loadPacks', () => {
  it('refuses two packs with one provision id', async () => {
    const first = putPack('first');
    const second = putPack('second', (text) => text.replace('id: sample\n', 'id: other\n'));
    await expect(loadPacks([first, second])).rejects.toMatchObject({
      issue: {
        code: 'pack.id_taken',
        params: { id: 'sample.refund', first: 'sample', second: 'other' },
        file: join(second, 'provisions/sample.refund.md'),
      },
    });
    await expect(loadPacks([first, first])).rejects.toMatchObject({
      issue: { code: 'pack.id_taken', params: { first: 'sample', second: 'sample' } },
    });
  });

  it('refuses two packs with one term list id, and takes each with its own', async () => {
    const first = putPack('first');
    const second = join(folder, 'second');
    for (const [name, text] of basePack()) {
      const renamed = text
        .replace('id: sample\n', 'id: other\n')
        .replaceAll('sample.refund', 'other.refund');
      put(join('second', name.replace('sample.refund', 'other.refund')), renamed);
    }
    put('first/terms/sample.claims.yaml', listNamed('sample.claims'));
    put('second/terms/other.claims.yaml', listNamed('other.claims'));
    expect((await loadPacks([first, second])).flatMap(({ terms }) => terms)).toHaveLength(2);
    put('second/terms/sample.claims.yaml', listNamed('sample.claims'));
    await expect(loadPacks([first, second])).rejects.toMatchObject({
      issue: {
        code: 'pack.list_taken',
        params: { id: 'sample.claims', first: 'sample', second: 'other' },
        file: join(second, 'terms/sample.claims.yaml'),
      },
    });
  });
});

describe('limits', () => {
  it('holds at the size of a file', async () => {
    const directory = putPack('sample');
    put('sample/big.txt', '');
    truncateSync(join(directory, 'big.txt'), limits.value_bytes_max);
    await expect(loadPack(directory)).resolves.toMatchObject({ id: 'sample' });
    truncateSync(join(directory, 'big.txt'), limits.value_bytes_max + 1);
    await expect(loadPack(directory)).rejects.toMatchObject({
      issue: { code: 'pack.too_large', file: 'big.txt' },
    });
  });

  it('holds at the number of files', async () => {
    const directory = putPack('sample');
    const own = basePack().size;
    mkdirSync(join(directory, 'notes'));
    for (let i = own; i < limits.files_max; i += 1)
      writeFileSync(join(directory, `notes/${i}`), '');
    await expect(loadPack(directory)).resolves.toMatchObject({ id: 'sample' });
    writeFileSync(join(directory, 'one-more'), '');
    await expect(loadPack(directory)).rejects.toMatchObject({
      issue: { code: 'pack.too_many_files' },
    });
  });
});

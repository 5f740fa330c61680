import { createHash } from 'node:crypto';
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInputs } from '../../../src/intake/input/open-inputs.ts';
import type { OpenInputs, OpenOptions } from '../../../src/intake/input/open-inputs.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { tempFolder } from './temp-folder.ts';

const csv = 'id,name\n1,x\n';

async function open(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<OpenInputs & { codes: string[]; names: string[]; issues: IssueLog }> {
  const issues = new IssueLog();
  const opened = await openInputs(paths, issues, options);
  const codes = issues.list().map(({ code, count }) => `${code} ${count}`);
  return { ...opened, codes, issues, names: opened.files.map(({ name }) => name) };
}

describe('files and folders', () => {
  it('are named below what was given, hashed and sorted by code unit', async () => {
    const folder = tempFolder({ 'b.csv': csv, 'B.csv': csv, 'a/é.csv': csv, 'a/z/订单.csv': csv });
    const { files, names } = await open([folder]);
    expect(names).toEqual(['B.csv', 'a/z/订单.csv', 'a/é.csv', 'b.csv']);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    expect(files[0]).toMatchObject({ sha256, bytes: csv.length, format: 'csv' });
    expect(files[0]?.source.path).toBe(join(folder, 'B.csv'));
  });

  it('are the same set in whatever order they are given, and each once', async () => {
    const folder = tempFolder({ 'a/x.csv': csv, 'b/x.csv': csv, 'c/y.csv': csv });
    const [a, b, c] = ['a/x.csv', 'b/x.csv', 'c'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const paths of [
      [a, b, c],
      [c, b, a],
      [b, a, c, b, a, `${folder}/c/../a/x.csv`],
    ]) {
      expect((await open(paths)).names).toEqual(['a/x.csv', 'b/x.csv', 'y.csv']);
    }
    expect((await open([folder, a])).names).toContain('c/y.csv');
    expect((await open([folder, a])).files).toHaveLength(3);
  });

  it('of one name in two folders are told apart by the folders', async () => {
    const folder = tempFolder({ 'p/data/x.csv': csv, 'q/data/x.csv': csv, 'q/data/y.csv': csv });
    const paths = [join(folder, 'p/data'), join(folder, 'q/data')];
    expect((await open(paths)).names).toEqual(['p/data/x.csv', 'q/data/x.csv', 'q/data/y.csv']);
  });

  it('tell what is not read and why', async () => {
    const folder = tempFolder({
      'a.csv': csv,
      'photo.jpg': Buffer.from('\xff\xd8\xff', 'latin1'),
      'README.md': 'read me',
      'empty.sql': '',
      'shop.db': 'SQLite format 3\0',
      'old.xls': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      'page.xls': '<html>',
      'pg.sql': '-- PostgreSQL database dump\n',
      'x.rar': 'Rar!\x1a\x07',
      '.hidden/x.csv': csv,
      '__MACOSX/x.csv': csv,
      '.DS_Store': '\0',
    });
    const { codes, files } = await open([folder]);
    expect(codes).toEqual([
      'input.empty 1',
      'input.html 1',
      'input.packed 1',
      'input.passed_over 5',
      'input.postgres_dump 1',
      'input.sqlite 1',
      'input.xls 1',
    ]);
    expect(files).toHaveLength(9);
  });

  it('named by the user and unreadable are an error', async () => {
    const folder = tempFolder({ 'photo.jpg': Buffer.from('\xff\xd8\xff', 'latin1') });
    const { codes } = await open([join(folder, 'photo.jpg')]);
    expect(codes).toEqual(['input.unknown_format 1']);
    await expect(open([join(folder, 'none.sql')])).rejects.toMatchObject({
      issue: { code: 'input.not_found' },
    });
  });

  it('do not lead out of a folder, nor hang on what is no file', async () => {
    const outside = tempFolder({ 'secret.csv': csv });
    const folder = tempFolder({ 'a.csv': csv });
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(folder, join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    const { names, codes } = await open([folder]);
    expect(names).toEqual(['a.csv']);
    expect(codes).toEqual(['input.passed_over 4']);
    await expect(open([join(folder, 'pipe.csv')])).rejects.toMatchObject({
      issue: { code: 'input.not_a_file', params: { path: 'pipe.csv' } },
    });
    expect((await open([join(folder, 'link.csv')])).names).toEqual(['secret.csv']);
  });

  it.each([
    [2, null],
    [3, null],
    [4, 'input.too_many_files'],
  ])('%i files where 3 may be', async (count, code) => {
    const files = Array.from({ length: count }, (_, i) => [`d${i % 2}/${i}.csv`, csv]);
    const folder = tempFolder(Object.fromEntries(files));
    const opening = open([folder], { limits: { ...limits, files_max: 3 } });
    if (code === null) expect((await opening).files).toHaveLength(count);
    else await expect(opening).rejects.toMatchObject({ issue: { code, file: basename(folder) } });
  });

  it('that change while they are read are found out', async () => {
    const folder = tempFolder({ 'a.csv': csv });
    const path = join(folder, 'a.csv');
    const { verifyUnchanged } = await open([folder]);
    await verifyUnchanged();
    writeFileSync(path, csv.replace('x', 'y'));
    utimesSync(path, 1, 1);
    await expect(verifyUnchanged()).rejects.toMatchObject({
      issue: { code: 'input.changed', file: 'a.csv' },
    });
  });

  it('tell how far the hashing is, and stop when told to', async () => {
    const folder = tempFolder({ 'a.csv': Buffer.alloc(1024 * 1024, csv) });
    const seen: Progress[] = [];
    await open([folder], { progress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ step: 'hash', subject: 'a.csv', done: 1024 * 1024 });
    expect(seen.length).toBeGreaterThan(2);
    await expect(open([folder], { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });
});

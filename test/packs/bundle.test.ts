import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PolyprismError } from '../../src/model/issue.ts';
import { readBundle, writeBundle } from '../../src/packs/bundle.ts';
import { writeGzip } from '../../src/packs/gzip.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { readFiles } from '../../src/packs/read-files.ts';
import { readTar, writeTar } from '../../src/packs/tar.ts';
import { baseFiles, built, rawTar } from './built-pack.ts';
import type { RawEntry } from './built-pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A clone of the base pack on disk, written in an order and at a time of its own. */
function clone(name: string, order: 'forth' | 'back', time_s: number): string {
  const files = order === 'forth' ? baseFiles() : baseFiles().toReversed();
  for (const file of files) {
    const path = join(folder, name, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes, { mode: order === 'forth' ? 0o644 : 0o600 });
    utimesSync(path, time_s, time_s);
  }
  return join(folder, name);
}

/** What reading throws: code and params. */
function refusal(bundle: Uint8Array): { code: string; params: unknown } | null {
  try {
    readBundle(bundle);
    return null;
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    return { code: error.issue.code, params: error.issue.params };
  }
}

const manifestOf = (files: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    digest: 'd',
    files: Object.entries(files).map(([name, text]) => ({ name, sha256: sha256(text) })),
    id: 'sample',
    publisher: 'Sample association',
    schema: 'polyprism.pack/1',
    version: '1.0.0',
  });

/** A built pack with these entries behind a manifest that lists these files. */
function forged(listed: Readonly<Record<string, string>>, entries: readonly RawEntry[]): Buffer {
  return writeGzip(rawTar([{ name: 'manifest.json', text: manifestOf(listed) }, ...entries]));
}

describe('a built pack', () => {
  it('is the same bytes from two clones, whatever their times, modes and order', async () => {
    const bundles: Buffer[] = [];
    for (const path of [clone('one', 'forth', 1_000_000), clone('two', 'back', 1_700_000_000)]) {
      bundles.push(writeBundle(await loadPack(path), await readFiles(path)));
    }
    expect(sha256(bundles[0]!)).toBe(sha256(bundles[1]!));
  });

  it('is what tar and gzip unpack to the files and a manifest of their hashes', async () => {
    const path = join(folder, 'sample.tgz');
    writeFileSync(path, await built());
    execFileSync('gzip', ['-t', path]);
    const listing = execFileSync('tar', ['-tvzf', path], { env: { ...process.env, TZ: 'UTC' } });
    const first = listing.toString().split('\n')[0] ?? '';
    expect(first).toMatch(/^-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 manifest\.json$/);
    mkdirSync(join(folder, 'out'));
    execFileSync('tar', ['-xzf', path, '-C', join(folder, 'out')]);
    const files = baseFiles().toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, bytes } of files) {
      expect(readFileSync(join(folder, 'out', name))).toEqual(bytes);
    }
    const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8')) as object;
    const listed = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
    expect(manifest).toEqual({
      schema: 'polyprism.pack/1',
      id: 'sample',
      version: '1.0.0',
      publisher: 'Sample association',
      digest: sha256(JSON.stringify(listed.map((one) => [one.name, one.sha256]))),
      files: listed,
    });
  });

  it('reads back to what was written', async () => {
    const { manifest, files } = readBundle(await built());
    expect(manifest.id).toBe('sample');
    expect(files.map(({ name }) => name)).toEqual(
      baseFiles()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('keeps no manifest.json of the author', async () => {
    const files = [...baseFiles(), { name: 'manifest.json', bytes: Buffer.from('{}') }];
    await expect(built(files)).rejects.toMatchObject({ issue: { code: 'bundle.reserved_name' } });
  });
});

describe('an altered pack is refused', () => {
  it('extra file', () => {
    expect(refusal(forged({}, [{ name: 'a.md', text: 'a' }]))).toEqual({
      code: 'bundle.extra_file',
      params: { name: 'a.md' },
    });
  });

  it('missing file', () => {
    expect(refusal(forged({ 'a.md': 'a', 'b.md': 'b' }, [{ name: 'a.md', text: 'a' }]))).toEqual({
      code: 'bundle.missing_file',
      params: { name: 'b.md' },
    });
  });

  it('changed byte', () => {
    expect(refusal(forged({ 'a.md': 'a' }, [{ name: 'a.md', text: 'b' }]))).toEqual({
      code: 'bundle.changed_file',
      params: { name: 'a.md' },
    });
  });

  it.each([
    ['a way up', { name: '../a.md', text: 'a' }],
    ['a way up inside', { name: 'x/../../a.md', text: 'a' }],
    ['a root', { name: '/etc/a.md', text: 'a' }],
    ['a drive', { name: 'C:/a.md', text: 'a' }],
    ['a backslash', { name: 'x\\a.md', text: 'a' }],
    ['a hidden file', { name: '.git/config', text: 'a' }],
    ['a control character', { name: 'a\nb.md', text: 'a' }],
    ['no name', { name: '', text: 'a' }],
    ['a hard link', { name: 'a.md', text: '', type: '1', link: 'pack.yaml' }],
    ['a symbolic link', { name: 'a.md', text: '', type: '2', link: '/etc/passwd' }],
    ['a folder', { name: 'x/', text: '', type: '5' }],
    ['an extended header', { name: 'a.md', text: 'a', type: 'x' }],
    ['the old plain type', { name: 'a.md', text: 'a', type: '\0' }],
  ] satisfies [string, RawEntry][])('path escape and links: %s', (_, entry) => {
    const files = { [entry.name]: entry.text };
    const seen = refusal(forged(files, [entry]));
    expect(['bundle.bad_entry', 'bundle.malformed']).toContain(seen?.code);
  });

  it('is found by the entry itself, not only by how it is written', () => {
    for (const entry of [
      { name: '../a.md', text: 'a' },
      { name: 'a.md', text: '', type: '2', link: '/etc/passwd' },
    ]) {
      expect(refusal(forged({}, [entry]))).toEqual({
        code: 'bundle.bad_entry',
        params: { name: entry.name },
      });
    }
  });

  it.each([
    [
      'a name twice',
      () =>
        forged({ a: '1' }, [
          { name: 'a', text: '1' },
          { name: 'a', text: '1' },
        ]),
    ],
    ['no manifest', () => writeGzip(rawTar([{ name: 'a', text: 'a' }]))],
    ['nothing in it', () => writeGzip(rawTar([]))],
    ['no archive', () => writeGzip(Buffer.from('text'))],
    ['no gzip', () => Buffer.from('text')],
    ['an empty file', () => Buffer.alloc(0)],
    [
      'compressed by another',
      () => gzipSync(rawTar([{ name: 'manifest.json', text: manifestOf({}) }])),
    ],
    ['bytes behind the gzip', () => Buffer.concat([forged({}, []), Buffer.from('x')])],
    [
      'bytes behind the archive',
      () => writeGzip(Buffer.concat([gunzipSync(forged({}, [])), Buffer.alloc(512, 1)])),
    ],
    [
      'an entry cut short',
      () =>
        writeGzip(gunzipSync(forged({ a: 'a' }, [{ name: 'a', text: 'a' }])).subarray(0, -1_200)),
    ],
    [
      'a manifest that is not canonical',
      () => writeGzip(rawTar([{ name: 'manifest.json', text: `${manifestOf({})} ` }])),
    ],
    ['a manifest that is none', () => writeGzip(rawTar([{ name: 'manifest.json', text: '[]' }]))],
  ] satisfies [string, () => Buffer][])('malformed archive: %s', (_, make) => {
    expect(refusal(make())?.code).toBe('bundle.malformed');
  });

  it('a wrong checksum', () => {
    const tar = rawTar([{ name: 'manifest.json', text: manifestOf({}) }]);
    tar[148] = 0x37;
    expect(refusal(writeGzip(tar))?.code).toBe('bundle.malformed');
  });

  it('any single byte changed, anywhere', async () => {
    const sound = await built();
    const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_260_102);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const spoilt = Buffer.from(sound);
        spoilt[at] = (spoilt[at] ?? 0) ^ by;
        return refusal(spoilt) !== null;
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('the archive', () => {
  it('holds names of 100 bytes, longer ones cut at a folder, and tells which do not fit', () => {
    const names = [
      'n'.repeat(100),
      `${'d'.repeat(155)}/${'n'.repeat(100)}`,
      `条款/${'文'.repeat(33)}`,
    ];
    const files = names.map((name) => ({ name, bytes: Buffer.from(name) }));
    const tar = writeTar(files);
    expect(readTar(tar)).toEqual(files);
    const path = join(folder, 'names.tar');
    writeFileSync(path, tar);
    const listing = execFileSync('tar', ['-tf', path, '--quoting-style=literal']).toString();
    expect(listing.trimEnd().split('\n')).toEqual(names);
    for (const name of ['n'.repeat(101), `${'d'.repeat(156)}/n`]) {
      expect(() => writeTar([{ name, bytes: Buffer.alloc(0) }])).toThrow('bundle.name_too_long');
    }
  });

  it.each([0, 1, 511, 512, 513, 65_534, 65_535, 65_536, 131_070, 131_071])(
    'holds %i bytes, which zlib reads as well',
    (size) => {
      const bytes = Buffer.alloc(size, 'x');
      expect(gunzipSync(writeGzip(bytes))).toEqual(bytes);
      const [file] = readTar(writeTar([{ name: 'a', bytes }]));
      expect(file?.bytes).toEqual(bytes);
    },
  );
});

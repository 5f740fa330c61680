import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../src/model/limits.ts';
import { openFiles } from './open-files.ts';
import { zipBytes } from './zip-bytes.ts';
import type { ZipPart } from './zip-bytes.ts';

const sql = Buffer.from("INSERT INTO t VALUES (1,'x');\n");
const good: ZipPart = { name: 'good.sql', data: sql };
const mib = 1024 * 1024;

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Zeros, which deflate 1030:1, and as much noise after them as gives the ratio. */
function dataOfRatio(ratio: number, size: number): Buffer {
  const noise = Math.max(0, Math.floor(size / ratio - size / 1030));
  const bytes = Buffer.alloc(size);
  let state = 1;
  for (let i = size - noise; i < size; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

describe('archives', () => {
  it('are hashed and looked into; entries can be read again and again', async () => {
    const gz = gzipSync(sql);
    const zip = zipBytes([
      { name: 'dir/', data: Buffer.alloc(0), method: 0 },
      { name: 'dir/b.sql', data: sql },
      { name: 'a.sql', data: sql, method: 0 },
      { name: 'c.sql.gz', data: gz, method: 0 },
      { name: Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2e, 0x73, 0x71, 0x6c]), data: sql },
      { name: 'win\\d.sql', data: sql },
    ]);
    const { opened, codes } = await openFiles({ 'a.zip': zip, 'b.sql.gz': gz });
    const sha = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    const [shaZip, shaGz, shaSql] = [zip, gz, sql].map(sha);
    expect(codes).toEqual([]);
    expect(
      opened.files.map(({ name, sha256, bytes, format }) => [name, sha256, bytes, format]),
    ).toEqual([
      ['a.zip', shaZip, zip.length, 'zip'],
      ['a.zip!/a.sql', shaSql, sql.length, 'mysql-dump'],
      ['a.zip!/c.sql.gz', shaGz, gz.length, 'gzip'],
      ['a.zip!/c.sql.gz!/c.sql', shaSql, sql.length, 'mysql-dump'],
      ['a.zip!/dir/b.sql', shaSql, sql.length, 'mysql-dump'],
      ['a.zip!/win/d.sql', shaSql, sql.length, 'mysql-dump'],
      ['a.zip!/订单.sql', shaSql, sql.length, 'mysql-dump'],
      ['b.sql.gz', shaGz, gz.length, 'gzip'],
      ['b.sql.gz!/b.sql', shaSql, sql.length, 'mysql-dump'],
    ]);
    for (const file of opened.files.filter(({ format }) => format === 'mysql-dump')) {
      for (let time = 0; time < 2; time += 1) {
        expect((await bytesOf(file.source.stream())).equals(sql)).toBe(true);
      }
    }
    opened.close();
  });

  it('of several gzip members are read whole; padding after them is told', async () => {
    const two = Buffer.concat([gzipSync(sql), gzipSync(sql)]);
    const { opened, codes } = await openFiles({
      'two.gz': two,
      'zeros.gz': Buffer.concat([gzipSync(sql), Buffer.alloc(512)]),
    });
    expect(codes).toEqual(['archive.trailing_bytes zeros.gz']);
    const content = opened.files.find(({ name }) => name === 'two.gz!/two');
    expect((await bytesOf(content!.source.stream())).equals(Buffer.concat([sql, sql]))).toBe(true);
  });
});

describe('attacks', () => {
  const zeros = Buffer.alloc(96 * mib);
  const bomb = deflateRawSync(zeros);
  const small = { archive_ratio_grace_bytes: mib };
  const entry = (part: Partial<ZipPart>): Uint8Array =>
    zipBytes([{ name: 'evil.sql', data: sql, ...part }, good]);
  const lone = (file: string, bytes: Uint8Array): Record<string, Uint8Array> => ({ [file]: bytes });
  const flip = (bytes: Uint8Array, at: number, to: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at < 0 ? copy.length + at : at] = to;
    return copy;
  };
  const gz = gzipSync(sql);
  const zipped = zipBytes([good]);

  interface Attack {
    readonly what: string;
    readonly files: Record<string, Uint8Array>;
    readonly code: string;
    readonly at?: string;
    readonly limits?: Partial<Limits>;
    /** Whether the harmless entry beside it is still read. */
    readonly rest?: boolean;
  }
  const names = ['../evil.sql', 'a/../../evil.sql', '/etc/evil.sql', 'C:/evil.sql', 'c:evil.sql'];
  const escapes = [
    ...names,
    '..',
    'a\\..\\..\\evil.sql',
    '\\evil.sql',
    'C:\\evil.sql',
    '..\\x.sql',
  ];
  const controls = ['evil\0.sql', 'evil\n.sql', '\x1b[2Jevil.sql', 'evil\x7f.sql'];
  const methods = [1, 6, 9, 12, 14, 93, 99];
  const attacks: Attack[] = [
    ...[...escapes, ...controls].map((name) => ({
      what: `name ${JSON.stringify(name)}`,
      files: lone('a.zip', entry({ name })),
      code: 'archive.bad_name',
      rest: true,
    })),
    ...methods.map((method) => ({
      what: `method ${method}`,
      files: lone('a.zip', entry({ method })),
      code: 'archive.method',
      at: 'a.zip!/evil.sql',
      rest: true,
    })),
    ...[210, 300, 500, 1000].map((ratio) => ({
      what: `bomb ${ratio}:1`,
      files: lone('a.zip', entry({ data: dataOfRatio(ratio, 16 * mib) })),
      code: 'archive.bomb',
      limits: small,
    })),
    {
      what: 'bomb 1000:1 at the limits as they are',
      files: lone('a.zip', entry({ data: zeros, packed: bomb })),
      code: 'archive.bomb',
    },
    {
      what: 'gzip bomb 1000:1',
      files: lone('a.gz', gzipSync(zeros)),
      code: 'archive.bomb',
      at: 'a.gz!/a',
    },
    {
      what: 'gzip of gzip, 10,000:1',
      files: lone('a.gz.gz', gzipSync(gzipSync(zeros))),
      code: 'archive.bomb',
      at: 'a.gz.gz!/a.gz!/a',
    },
    {
      what: 'gzip in zip, 10,000:1',
      files: lone('a.zip', entry({ name: 'evil.gz', data: gzipSync(zeros) })),
      code: 'archive.bomb',
    },
    {
      what: 'many entries, each within the limit, together beyond it',
      files: lone(
        'a.zip',
        zipBytes(
          Array.from({ length: 12 }, (_, i) => ({
            name: `${i}.sql`,
            data: zeros.subarray(0, mib),
          })),
        ),
      ),
      code: 'archive.bomb',
      limits: { archive_ratio_grace_bytes: 4 * mib },
    },
    {
      what: 'entries that are one and the same bytes',
      files: lone('a.zip', zipBytes([good, { ...good, name: 'b.sql', offset: 0 }])),
      code: 'archive.overlap',
      at: 'a.zip',
    },
    {
      what: 'entries that overlap by one byte',
      files: lone('a.zip', zipBytes([good, { ...good, name: 'b.sql', offset: 67 }])),
      code: 'archive.overlap',
      at: 'a.zip',
    },
    {
      what: 'size stated too small',
      files: lone('a.zip', entry({ size: 3 })),
      code: 'archive.broken',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'size stated too large',
      files: lone('a.zip', entry({ size: 3_000_000_000 })),
      code: 'archive.broken',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'packed size stated too small',
      files: lone('a.zip', entry({ packedSize: 5 })),
      code: 'archive.broken',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'packed size beyond the file',
      files: lone('a.zip', zipBytes([{ ...good, packedSize: 1_000_000 }])),
      code: 'archive.broken',
      at: 'a.zip!/good.sql',
    },
    {
      what: 'stored entry whose sizes differ',
      files: lone('a.zip', entry({ method: 0, size: 3 })),
      code: 'archive.broken',
    },
    {
      what: 'wrong checksum',
      files: lone('a.zip', entry({ crc: 1 })),
      code: 'archive.broken',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'no deflate data',
      files: lone('a.zip', entry({ packed: Buffer.from('\xff\xff\xff\xff', 'latin1') })),
      code: 'archive.broken',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'encrypted',
      files: lone('a.zip', entry({ flags: 1 })),
      code: 'archive.encrypted',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'symbolic link',
      files: lone('a.zip', entry({ mode: 0o120777, data: Buffer.from('/etc/passwd') })),
      code: 'archive.link',
      at: 'a.zip!/evil.sql',
      rest: true,
    },
    {
      what: 'two entries of one name',
      files: lone('a.zip', zipBytes([good, good])),
      code: 'archive.same_name',
      at: 'a.zip!/good.sql',
      rest: true,
    },
    {
      what: 'zip in zip',
      files: lone('a.zip', entry({ name: 'evil.zip', data: zipped, method: 0 })),
      code: 'archive.nested',
      at: 'a.zip!/evil.zip',
      rest: true,
    },
    {
      what: 'zip in gzip',
      files: lone('a.zip.gz', gzipSync(zipped)),
      code: 'archive.nested',
      at: 'a.zip.gz!/a.zip',
    },
    {
      what: 'gzip in gzip in zip',
      files: lone('a.zip', entry({ name: 'evil.gz', data: gzipSync(gz) })),
      code: 'archive.nested',
      at: 'a.zip!/evil.gz!/evil',
      rest: true,
    },
    {
      what: '65,536 entries by the count alone',
      files: lone('a.zip', zipBytes([good], 65_534)),
      code: 'archive.too_many_entries',
      at: 'a.zip',
    },
    {
      what: 'fewer entries stated than there are',
      files: lone('a.zip', zipBytes([good, { ...good, name: 'hidden.sql' }], 1)),
      code: 'archive.broken',
      at: 'a.zip',
    },
    {
      what: 'more entries stated than there are',
      files: lone('a.zip', zipBytes([good], 2)),
      code: 'archive.broken',
      at: 'a.zip',
    },
    {
      what: 'no directory',
      files: lone('a.zip', zipped.subarray(0, zipped.length - 22)),
      code: 'archive.broken',
      at: 'a.zip',
    },
    {
      what: 'directory that is none',
      files: lone('a.zip', flip(zipped, zipped.length - 22 - 54, 0)),
      code: 'archive.broken',
    },
    {
      what: 'directory beyond the file',
      files: lone('a.zip', flip(zipped, -4, 0xff)),
      code: 'archive.broken',
      at: 'a.zip',
    },
    {
      what: 'gzip cut off',
      files: lone('a.gz', gz.subarray(0, gz.length - 9)),
      code: 'archive.broken',
      at: 'a.gz',
    },
    {
      what: 'gzip cut off in its header',
      files: lone('a.gz', gz.subarray(0, 5)),
      code: 'archive.broken',
      at: 'a.gz',
    },
    {
      what: 'gzip with garbage after it',
      files: lone('a.gz', Buffer.concat([gz, Buffer.from('garbage')])),
      code: 'archive.broken',
      at: 'a.gz',
    },
    {
      what: 'gzip whose second member is broken',
      files: lone('a.gz', Buffer.concat([gz, gz.subarray(0, 15)])),
      code: 'archive.broken',
      at: 'a.gz',
    },
    {
      what: 'gzip that lies about its length',
      files: lone('a.gz', flip(gz, -4, 1)),
      code: 'archive.broken',
      at: 'a.gz',
    },
    {
      what: 'gzip with a wrong checksum',
      files: lone('a.gz', flip(gz, -8, gz.at(-8)! ^ 1)),
      code: 'archive.broken',
      at: 'a.gz',
    },
  ];

  it('are at least fifty', () => expect(attacks.length).toBeGreaterThanOrEqual(50));

  it.each(attacks)('$what: $code', async ({ files, code, at, limits: changed, rest }) => {
    const before_bytes = process.memoryUsage().rss;
    const before = process.cpuUsage();
    const { opened, codes, names } = await openFiles(files, changed);
    // Of processor: what else runs here is not the attack's doing.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before_bytes).toBeLessThan(256 * mib);
    if (at === undefined) expect(codes.some((line) => line.startsWith(code))).toBe(true);
    else expect(codes).toEqual([`${code} ${at}`]);
    expect(names).not.toContain('a.zip!/evil.sql');
    if (rest) expect(names).toContain('a.zip!/good.sql');
    opened.close();
  });

  it.each([10, 50, 100, 190])('data that compress %i:1 are no attack', async (ratio) => {
    const zip = zipBytes([{ name: 'a.sql', data: dataOfRatio(ratio, 4 * mib), method: 8 }]);
    expect((await openFiles({ 'a.zip': zip }, small)).codes).toEqual(['input.passed_over']);
  });

  it('in one entry of a large archive leave the others to be read', async () => {
    const noise = dataOfRatio(1, 4 * mib);
    const zip = zipBytes([
      { name: 'bomb.sql', data: zeros.subarray(0, 2 * mib) },
      { name: 'noise.sql', data: noise, method: 0 },
      good,
    ]);
    const { codes, names } = await openFiles({ 'a.zip': zip }, small);
    expect(codes).toEqual(['archive.bomb a.zip!/bomb.sql', 'input.passed_over']);
    expect(names).toEqual(['a.zip', 'a.zip!/good.sql', 'a.zip!/noise.sql']);
  });

  it('of 65,536 real entries is refused by its directory', async () => {
    const parts = Array.from({ length: 65_534 }, (_, i) => ({
      name: String(i),
      data: Buffer.alloc(0),
      method: 0,
    }));
    const { codes } = await openFiles({ 'a.zip': zipBytes(parts) });
    expect(codes).toEqual(['archive.too_many_entries a.zip']);
  });
});

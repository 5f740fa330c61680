import { createHash } from 'node:crypto';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFiles } from './open-files.ts';
import { zipBytes } from './zip-bytes.ts';

const sql = Buffer.from("INSERT INTO t VALUES (1,'x');\n");

describe('damage', () => {
  it('anywhere is found out: what is read is what was packed', async () => {
    const seed = Date.now() & 0x7fffffff;
    console.info(`seed ${seed}`);
    const contents = [0, 1, 2].map((i) => Buffer.from(`INSERT INTO t${i} VALUES (${i}, 'é');\n`));
    const known = new Set(contents.map((data) => createHash('sha256').update(data).digest('hex')));
    const zip = zipBytes(
      contents.map((data, i) => ({ name: `${i}.sql`, data, method: i === 0 ? 0 : 8 })),
    );
    const gz = gzipSync(contents[0]!);
    const flip = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bit: fc.integer({ min: 0, max: 7 }),
      packed: fc.constantFrom({ name: 'a.zip', bytes: zip }, { name: 'a.gz', bytes: gz }),
    });
    await fc.assert(
      fc.asyncProperty(flip, async ({ at, bit, packed: { name, bytes } }) => {
        const damaged = Buffer.from(bytes);
        damaged[Math.floor(at * bytes.length)]! ^= 1 << bit;
        const { opened } = await openFiles({ [name]: damaged });
        const inside = opened.files.filter((file) => file.name.includes('!/'));
        for (const { format, sha256 } of inside) {
          if (format === 'mysql-dump') expect(known).toContain(sha256);
        }
        opened.close();
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('limits', () => {
  it.each([
    [2, 'ok'],
    [3, 'ok'],
    [4, 'archive.too_many_entries'],
  ])('%i entries where 3 may be', async (count, wanted) => {
    const parts = Array.from({ length: count }, (_, i) => ({ name: `${i}.sql`, data: sql }));
    const { codes } = await openFiles({ 'a.zip': zipBytes(parts) }, { files_max: 3 });
    expect(codes[0]?.split(' ')[0] ?? 'ok').toBe(wanted);
  });

  it.each([
    [999, 'ok'],
    [1000, 'ok'],
    [1001, 'archive.too_large'],
  ])('an entry of %i bytes where 1000 may be', async (size, wanted) => {
    const { codes } = await openFiles(
      { 'a.zip': zipBytes([{ name: 'a.sql', data: Buffer.alloc(size, 'a,b\n') }]) },
      { archive_entry_bytes_max: 1000 },
    );
    expect(codes[0]?.split(' ')[0] ?? 'ok').toBe(wanted);
  });

  it.each([
    [1999, 'ok'],
    [2000, 'ok'],
    [2001, 'archive.bomb'],
  ])('%i bytes out of 200 packed ones where 10:1 may be', async (size, wanted) => {
    const data = Buffer.alloc(size, 'a,b\n');
    const packed = padDeflated(deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH }), 200);
    expect(packed.length).toBe(200);
    const { codes } = await openFiles(
      { 'a.zip': zipBytes([{ name: 'a.sql', data, packed }]) },
      { archive_ratio_max: 10, archive_ratio_grace_bytes: 100 },
    );
    expect(codes[0]?.split(' ')[0] ?? 'ok').toBe(wanted);
  });

  it.each([
    [999, 'ok'],
    [1000, 'ok'],
    [1001, 'archive.bomb'],
  ])('%i bytes that compress too well where 1000 are not judged', async (size, wanted) => {
    const zip = zipBytes([{ name: 'a.csv', data: Buffer.alloc(size, 'a,b\n') }]);
    const { codes } = await openFiles(
      { 'a.zip': zip },
      { archive_ratio_max: 2, archive_ratio_grace_bytes: 1000 },
    );
    expect(codes[0]?.split(' ')[0] ?? 'ok').toBe(wanted);
  });

  it.each([
    [0, 'archive.nested'],
    [1, 'ok'],
    [2, 'ok'],
  ])('one archive in another where %i may be', async (archive_depth_max, wanted) => {
    const zip = zipBytes([{ name: 'a.sql.gz', data: gzipSync(sql) }]);
    const { codes } = await openFiles({ 'a.zip': zip }, { archive_depth_max });
    expect(codes[0]?.split(' ')[0] ?? 'ok').toBe(wanted);
  });
});

/** Goes on with blocks that hold nothing until the stream has `length` bytes, then ends it. */
function padDeflated(open: Uint8Array, length: number): Buffer {
  const empty = Buffer.from([0, 0, 0, 255, 255]);
  const last = Buffer.from([1, 0, 0, 255, 255]);
  const blocks: Buffer[] = [];
  for (let left = length - open.length - 5; left >= 5; left -= 5) blocks.push(empty);
  const bytes = Buffer.concat([open, ...blocks, last]);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
}

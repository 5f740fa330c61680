import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../src/evidence/archive/archive-source.ts';
import { crc32 } from '../../../src/evidence/archive/crc32.ts';
import {
  centralHeader,
  endRecords,
  localHeader,
} from '../../../src/evidence/archive/zip-records.ts';
import { verifyArchive } from '../../../src/evidence/verify/verify-archive.ts';
import { limits } from '../../../src/model/limits.ts';
import { zipOf } from '../../support/zip-writer.ts';
import { smallBag } from '../small-bag.ts';
import { accessTo, archiveOf } from './bag-archive.ts';

const bag = smallBag();
const archive = await archiveOf(bag);

/** What an archive holds as it is read; the flaw for which it is refused. */
async function filesIn(bytes: Uint8Array): Promise<Map<string, string> | string> {
  const source = await archiveSource(accessTo(bytes));
  if (typeof source === 'string') return source;
  const files = new Map<string, string>();
  for (const { path, kind } of source.entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of source.read(path)) pieces.push(piece);
    files.set(`${path}:${kind}`, Buffer.concat(pieces).toString('latin1'));
  }
  if (source.damaged().length > 0) files.set('damaged', source.damaged().join());
  return files;
}

const expected = new Map(
  [...bag].map(([path, bytes]) => [`${path}:file`, Buffer.from(bytes).toString('latin1')]),
);

/** Every byte of headers and lists, and of contents each 41st. */
function placesIn(bytes: Buffer): number[] {
  const lists = bytes.readUInt32LE(bytes.length - 22 + 16);
  const heads: (readonly [number, number])[] = [[lists, bytes.length]];
  for (let at = 0; at < lists;) {
    const head = at + 30 + bytes.readUInt16LE(at + 26);
    heads.push([at, head]);
    at = head + bytes.readUInt32LE(at + 18);
  }
  return Array.from({ length: bytes.length }, (_, at) => at).filter(
    (at) => at % 41 === 0 || heads.some(([from, to]) => from <= at && at < to),
  );
}

async function archivePromise(bytes: Uint8Array): Promise<string> {
  const [first] = await verifyArchive(new Blob([new Uint8Array(bytes)]));
  return `${first?.promise} ${first?.state} ${first?.named.join()}`.trim();
}

describe('CRC-32', () => {
  it('is that of zlib, in pieces too', () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 31) % 251));
    const sum = crc32();
    sum.update(bytes.subarray(0, 12_345));
    sum.update(bytes.subarray(12_345));
    expect(sum.value()).toBe(zlibCrc32(bytes));
    // The check value of the algorithm, of the nine digits.
    const check = crc32();
    check.update(Buffer.from('123456789'));
    expect(check.value()).toBe(0xcbf4_3926);
  });
});

describe('archives of bags', () => {
  it('are the same bytes each time, and what Python unpacks is the bag', async () => {
    expect((await archiveOf(bag)).equals(archive)).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'polyprism-zip-'));
    try {
      const path = join(folder, 'bag.zip');
      writeFileSync(path, archive);
      const program = `import zipfile, sys
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])
print(len(z.namelist()))`;
      const count = execFileSync('python3', ['-c', program, path, folder], { encoding: 'utf8' });
      expect(Number(count)).toBe(bag.size);
      for (const [name, content] of bag)
        expect(readFileSync(join(folder, 'bag', name)).equals(Buffer.from(content))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are read as they were written, and packed again by others', async () => {
    expect(await filesIn(archive)).toEqual(expected);
    const named = Object.fromEntries([...bag].map(([path, bytes]) => [`x/${path}`, bytes]));
    expect(await filesIn(zipOf(named))).toEqual(expected);
    expect(await filesIn(zipOf(Object.fromEntries(bag), true))).toEqual(expected);
  });

  it('tell each promise as it is known, and all of them in order', async () => {
    const told: string[] = [];
    const outcomes = await verifyArchive(new Blob([new Uint8Array(archive)]), ({ promise }) =>
      told.push(promise),
    );
    expect(outcomes.map(({ promise }) => promise)).toEqual([
      'archive',
      'names',
      'form',
      'payload',
      'complete',
      'tags',
      'seal',
      'statements',
      'findings',
      'inputs',
      'log',
      'checkpoint',
      'timestamp',
      'custody',
    ]);
    expect(told.toSorted()).toEqual(outcomes.map(({ promise }) => promise).toSorted());
    expect(outcomes.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('with any byte changed are refused, tell it, or hold the same files', async () => {
    const unseen: number[] = [];
    for (const at of placesIn(archive)) {
      const spoilt = Buffer.from(archive);
      spoilt.writeUInt8(archive.readUInt8(at) ^ (1 << (at % 8)), at);
      const found = await filesIn(spoilt);
      if (typeof found === 'string' || found.has('damaged')) continue;
      // What is neither file nor folder is refused by its kind.
      if ([...found.keys()].some((one) => one.endsWith(':other'))) continue;
      const same = found.size === expected.size;
      if (!same || ![...expected].every(([path, text]) => found.get(path) === text))
        unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  it('cut short anywhere are refused', async () => {
    for (let length = 0; length < archive.length; length += 7)
      expect(typeof (await filesIn(archive.subarray(0, length)))).toBe('string');
  });
});

describe('archives made to deceive', () => {
  it.each([
    ['a name that leads out', 'bag/../../etc/passwd'],
    ['a name from the root', '/etc/passwd'],
    ['a name of Windows', 'bag/..\\x'],
  ])('%s leads nowhere: nothing is unpacked, and it is told', async (_, path) => {
    const named = Object.fromEntries([...bag].map(([path, bytes]) => [`bag/${path}`, bytes]));
    const bytes = zipOf({ ...named, [path]: 'x' });
    const outcomes = await verifyArchive(new Blob([new Uint8Array(bytes)]));
    const broken = outcomes.filter(({ state }) => state === 'broken').map(({ promise }) => promise);
    expect(broken.some((one) => one === 'names' || one === 'archive')).toBe(true);
    expect(outcomes.find(({ promise }) => promise === 'payload')?.state).toBe('untold');
  });

  it('are refused, each for its reason', async () => {
    const end = archive.length - 22;
    const edited = (edit: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(archive);
      edit(bytes);
      return bytes;
    };
    const central = archive.readUInt32LE(end + 16);
    const cases: [string, Uint8Array, string][] = [
      ['text', Buffer.from('no archive at all, but longer than the end of one'), 'no_archive'],
      ['more at the end', Buffer.concat([archive, Buffer.of(0)]), 'trailing_bytes'],
      ['a comment', edited((bytes) => bytes.writeUInt16LE(1, end + 20)), 'trailing_bytes'],
      ['more in front', Buffer.concat([Buffer.of(0), archive]), 'bad_directory'],
      ['a second disk', edited((bytes) => bytes.writeUInt16LE(1, end + 4)), 'several_disks'],
      ['one file too few', edited((bytes) => bytes.writeUInt16LE(3, end + 8)), 'several_disks'],
      ['a lock', edited((bytes) => bytes.writeUInt16LE(0x0801, central + 8)), 'encrypted'],
      ['a method', edited((bytes) => bytes.writeUInt16LE(12, central + 10)), 'unknown_method'],
      ['another name', edited((bytes) => bytes.writeUInt8(0x78, 30 + 5)), 'headers_differ'],
      ['another place', edited((bytes) => bytes.writeUInt32LE(1, central + 42)), 'overlap'],
      ['two folders', zipOf({ 'a/bagit.txt': '', 'b/bagit.txt': '' }), 'several_bags'],
    ];
    for (const [what, bytes, flaw] of cases)
      expect(await archivePromise(bytes), what).toBe(`archive broken ${flaw}`);
    const twice = zipOf({ 'a/bagit.txt': 'one', 'a/bagit.txu': 'two' }, true);
    const same = Buffer.from(
      twice.toString('latin1').replaceAll('bagit.txu', 'bagit.txt'),
      'latin1',
    );
    expect(await archivePromise(same)).toBe('archive broken bad_name');
  });

  it('a link is no file', async () => {
    const bytes = Buffer.from(archive);
    const central = bytes.readUInt32LE(bytes.length - 22 + 16);
    bytes.writeUInt32LE(0o120777 * 65_536, central + 38);
    const outcomes = await verifyArchive(new Blob([new Uint8Array(bytes)]));
    expect(outcomes[1]).toMatchObject({ promise: 'names', state: 'broken', why: 'not_a_file' });
  });

  it('what inflates beyond its size is not read on', async () => {
    const bytes = zipOf({ 'bagit.txt': 'x'.repeat(10_000) });
    const central = bytes.readUInt32LE(bytes.length - 22 + 16);
    bytes.writeUInt32LE(10, central + 24);
    const found = await filesIn(bytes);
    expect(found).toEqual(
      new Map([
        ['bagit.txt:file', ''],
        ['damaged', 'bagit.txt'],
      ]),
    );
  });
});

/** An archive of one empty member that says it has so many bytes once inflated. */
function claiming(bytes: number): Buffer {
  const member = { path: 'bagit.txt', crc32: 0, packed: 0, bytes, offset: 0 };
  const [local, central] = [localHeader(member), centralHeader(member)].map((one) =>
    Buffer.from(one),
  );
  local!.writeUInt16LE(8, 8);
  central!.writeUInt16LE(8, 10);
  return Buffer.concat([local!, central!, endRecords(1, local!.length, central!.length)]);
}

describe('limits of archives', () => {
  it('hold for what its files would come to', async () => {
    const most = limits.archive_bytes_max;
    for (const bytes of [most - 1, most])
      expect(typeof (await archiveSource(accessTo(claiming(bytes))))).toBe('object');
    expect(await archiveSource(accessTo(claiming(most + 1)))).toBe('too_large');
  });

  it('hold for the list of files', async () => {
    const most = limits.archive_directory_bytes_max;
    const flaw = async (length: number): Promise<unknown> => {
      const end = endRecords(1, 0, length);
      const size = length + end.length;
      const read = async (from: number, to: number): Promise<Uint8Array> => {
        const bytes = new Uint8Array(to - from);
        if (to === size) bytes.set(end, length - from);
        return bytes;
      };
      return await archiveSource({ size, read });
    };
    // Of zeros the list is none, which is seen when it is read.
    for (const length of [most - 1, most]) expect(await flaw(length)).toBe('bad_directory');
    expect(await flaw(most + 1)).toBe('too_large');
  });

  it('hold for the number of files, folders among them', async () => {
    const most = 2 * limits.bag_files_max;
    const flaw = async (count: number): Promise<unknown> =>
      await archiveSource(accessTo(endRecords(count, 0, 0)));
    for (const count of [most - 1, most]) expect(await flaw(count)).toBe('bad_directory');
    expect(await flaw(most + 1)).toBe('too_many');
  });
});

describe('archives of more than 65,534 files', () => {
  it('are read again', async () => {
    const files = new Map<string, Uint8Array>([['bagit.txt', Buffer.of(1)]]);
    for (let at = 0; at < 65_535; at++) files.set(`data/${at}`, new Uint8Array());
    const source = await archiveSource(accessTo(await archiveOf(files)));
    expect(typeof source === 'string' ? source : source.entries.length).toBe(65_536);
  }, 60_000);
});

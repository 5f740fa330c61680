import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { fetchStored } from '../../src/storage/fetch-stored.ts';
import { accountUrl, readAccount } from '../../src/storage/folder-account.ts';
import { listObjects } from '../../src/storage/list-objects.ts';
import { parseObjectUrl } from '../../src/storage/object-url.ts';
import { putBytes, putFile } from '../../src/storage/put-file.ts';
import { sendFolder } from '../../src/storage/send-folder.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { findObject } from '../../src/storage/stored-object.ts';
import { secret, startObjectStorage } from '../support/object-storage.ts';
import type { ObjectStorage } from '../support/object-storage.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';
import { zipOf } from '../support/zip-writer.ts';
import { inProcess } from './in-process.ts';
import type { Ran } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-places-'));
const at = (...parts: string[]): string => join(folder, ...parts);
const key = ['--person-key', at('person.key')];
/** The smallest of the packs: what is judged does not matter here. */
const packs = ['--packs', 'us'];
const how = [...packs, ...key];
/** Several inspections in a row, on a machine that has other work too. */
const slow = { timeout: 300_000 };
let server: ObjectStorage;
let storage: Storage;

beforeAll(async () => {
  mkdirSync(at('tmp'));
  server = await startObjectStorage();
  storage = await server.storage();
  await fillInput();
  for (const name of filesIn('in')) {
    await putFile(storage, { bucket: 'case', key: `in/${name}` }, at('in', name));
  }
  writeFileSync(at('person.key'), Buffer.alloc(32, 1));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A small platform in every way that files are read: as they are, unpacked, from their end. */
async function fillInput(): Promise<void> {
  await generateCase(folderWriter(at('in')), cases.baoyue);
  const fee = 'fee_id,member_id,kind,amount_minor,paid_at\nF1,1,entry,39900,2021-05-01 00:00:00\n';
  const [first = ''] = readdirSync(at('in'));
  writeFileSync(at('in', `${first}.gz`), gzipSync(readFileSync(at('in', first))));
  unlinkSync(at('in', first));
  mkdirSync(at('in', '缴费 1+1'));
  writeFileSync(at('in', '缴费 1+1', '2024 年.zip'), zipOf({ 'fee.csv': fee }));
  writeFileSync(at('in', 'empty.csv'), '');
  const engine = await DuckDb.open({ threads: 1 });
  await engine.run(`COPY (SELECT 1 AS note_id, 'x' AS text) TO '${at('in', 'note.parquet')}'`);
  engine.close();
}

function filesIn(name: string): string[] {
  const found = readdirSync(at(name), { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files
    .map((file) => join(file.parentPath, file.name).slice(at(name).length + 1))
    .toSorted();
}

async function run(...args: string[]): Promise<Ran> {
  const env = { ...server.env(), TMPDIR: at('tmp') };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const ran = await inProcess(args);
  expect(ran.stdout + ran.stderr).not.toContain(secret);
  return ran;
}

async function runs(code: number, ...args: string[]): Promise<string> {
  const ran = await run(...args);
  expect([ran.code, ran.stderr]).toEqual([code, '']);
  return ran.stdout;
}

/** A folder in storage, brought here by what the command line does not use. */
async function download(prefix: string, to: string): Promise<void> {
  for (const object of await listObjects(storage, parseObjectUrl(prefix), { files_max: 999 })) {
    const path = at(to, object.key.slice(parseObjectUrl(prefix).key.length));
    mkdirSync(join(path, '..'), { recursive: true });
    const signed = await fetchBytes(object.key);
    writeFileSync(path, signed);
  }
}

async function fetchBytes(objectKey: string): Promise<Buffer> {
  const into = mkdtempSync(at('one-'));
  return readFileSync(await fetchStored(storage, { bucket: 'case', key: objectKey }, into));
}

describe('an inspection of objects', () => {
  it('finds what the same files give, byte for byte, and is left in storage', slow, async () => {
    const here = await runs(3, 'inspect', at('in'), '-o', at('here'), ...how);
    const told = await runs(3, 'inspect', 's3://case/in/', '-o', 's3://case/out/17/', ...how);
    expect(told).toBe(here.replaceAll(`${at('here')}/`, 's3://case/out/17/'));
    await download('s3://case/out/17/', 'there');
    expect(filesIn('there')).toEqual(filesIn('here'));
    const report = readFileSync(at('there', 'report.json'));
    expect(report.equals(readFileSync(at('here', 'report.json')))).toBe(true);
    const { digests } = JSON.parse(report.toString()) as {
      digests: { inputs: { name: string; sha256: string }[] };
    };
    const raw = new Map(digests.inputs.map(({ name, sha256 }) => [name, sha256]));
    for (const name of filesIn('in')) {
      const sha256 = createHash('sha256').update(readFileSync(at('in', name)));
      expect([name, raw.get(name)]).toEqual([name, sha256.digest('hex')]);
    }
    expect(raw.has('缴费 1+1/2024 年.zip!/fee.csv')).toBe(true);
  });

  it('has an account with the digest of every file, and no key of pseudonyms', async () => {
    const { objects } = await readAccount(storage, parseObjectUrl('s3://case/out/17'));
    expect(objects.map(({ path }) => path)).toEqual(filesIn('here'));
    expect(objects.filter(({ path }) => path.endsWith('.key'))).toEqual([]);
    for (const { path, sha256 } of objects) {
      const bytes = readFileSync(at('there', path));
      expect([path, sha256]).toEqual([path, createHash('sha256').update(bytes).digest('hex')]);
    }
  });

  it.each([
    ['s3.not_found', 's3://case/i'],
    ['s3.not_found', 's3://case/in/none.csv'],
    ['s3.no_bucket', 's3://nobody/in'],
  ])('has none: %s %s', async (code, address) => {
    const { code: exit, stderr } = await run('map', address);
    expect([exit, stderr.trimEnd().split(' ').at(-1)]).toEqual([2, `[${code}]`]);
  });

  it('takes one object among files', async () => {
    const gz = filesIn('in').find((name) => name.endsWith('.gz'))!;
    const text = await runs(0, 'map', `s3://case/in/${gz}`, at('in', '缴费 1+1'), '--json');
    expect(text).toContain('fee');
  });

  it.each([
    ['s3.person_key', ['s3://case/in', '-o', 's3://case/new']],
    ['cli.out_inside_input', ['s3://case/in', '-o', 's3://case/in/out', ...key]],
    ['s3.no_bucket', ['s3://case/in', '-o', 's3://nobody/new', ...key]],
    ['s3.bad_url', ['s3://me:word@case/in', '-o', 's3://case/new', ...key]],
    ['s3.bad_url', [at('in'), '-o', 's3://case/', ...key]],
    ['s3.bad_name', [at('in'), '-o', 's3://case/a/../b', ...key]],
  ])('stops with %s', async (code, args) => {
    const { code: exit, stderr } = await run('inspect', ...args);
    expect([exit, stderr.trimEnd().split(' ').at(-1)]).toEqual([2, `[${code}]`]);
    expect(stderr).not.toContain('word@');
    expect(await listObjects(storage, { bucket: 'case', key: 'new' }, { files_max: 9 })).toEqual(
      [],
    );
  });
});

describe('a folder in storage', () => {
  it.each(['network', 'guidance'])('is read by %s as one here', async (command) => {
    expect(await runs(0, command, 's3://case/out/17')).toBe(await runs(0, command, at('here')));
  });

  it('takes a submission, made with the key that is not there', async () => {
    const report = ['--report', 'report.cn.order37.art25@v1', '--reference-on', '2021-06-30'];
    const make = ['submission', 'make', 's3://case/out/17', ...report, '--by', 'P'];
    const told = (await run(...make, '-o', 's3://case/submitted')).stderr;
    expect(told).toContain('[s3.person_key]');
    const { code } = await run(...make, '-o', 's3://case/submitted', ...key);
    expect([0, 3]).toContain(code);
    const account = await readAccount(storage, parseObjectUrl('s3://case/submitted'));
    expect(account.objects.map(({ path }) => path)).toContain('receipt.json');
  });

  it('takes what explore writes', async () => {
    await runs(0, 'explore', 's3://case/out/17', '-o', 's3://case/explorer');
    await runs(0, 'explore', at('here'), '-o', at('explorer'));
    await download('s3://case/explorer/', 'explored');
    expect(filesIn('explored')).toEqual(filesIn('explorer'));
  });

  it('takes a bag, which is verified and reproduced there', slow, async () => {
    const raw = ['--raw', 's3://case/in', ...packs];
    const bag = ['bag', 's3://case/out/17', '-o', 's3://case/bag', ...raw];
    expect(await runs(0, ...bag)).toMatch(/^s3:\/\/case\/bag: \d+ files/);
    // It is not sealed.
    const verified = await runs(3, 'verify', 's3://case/bag');
    expect(verified).toContain('Nothing is broken');
    expect(await runs(0, 'reproduce', 's3://case/bag', ...key)).toContain('Reproduced');
    expect((await run(...bag)).stderr).toContain('[bag.folder_in_use]');
    await download('s3://case/bag/', 'bag');
    expect(await runs(3, 'verify', at('bag'))).toBe(verified);
  });

  it.each([
    ['s3.incomplete', 's3://case/nothing'],
    ['s3.no_bucket', 's3://nobody/out'],
    ['s3.incomplete', 's3://case/in'],
  ])('is none: %s %s', async (code, address) => {
    const { code: exit, stderr } = await run('network', address);
    expect([exit, stderr.trimEnd().split(' ').at(-1)]).toEqual([2, `[${code}]`]);
  });

  it('that was sent half is none, whatever was there before', async () => {
    const half = parseObjectUrl('s3://case/half');
    mkdirSync(at('half'));
    for (const name of ['a', 'b', 'c']) writeFileSync(at('half', name), name);
    await sendFolder(storage, at('half'), half);
    const into = (): string => mkdtempSync(at('into-'));
    expect(readdirSync(await fetchStored(storage, half, into()))).toEqual(['a', 'b', 'c']);
    // The account taken away, an object sent and looked at; then nothing more comes through.
    const proxy = await startTamperingProxy(server.port, (n) => ({
      cut_after_bytes: n === 0 ? 900 : 0,
    }));
    const cut = sendFolder(await server.storage(proxy.port), at('half'), half);
    await expect(cut).rejects.toThrow('s3.unreachable');
    await proxy.stop();
    expect(await findObject(storage, accountUrl(half))).toBeNull();
    await expect(fetchStored(storage, half, into())).rejects.toThrow('s3.incomplete');
  });

  it('of which a file was exchanged is not used', async () => {
    const url = parseObjectUrl('s3://case/bag/bagit.txt');
    const { bytes } = (await findObject(storage, url))!;
    await putBytes(storage, url, Buffer.alloc(bytes, 'x'));
    const { code, stderr } = await run('verify', 's3://case/bag');
    expect([code, stderr]).toEqual([2, expect.stringContaining('[s3.damaged]')]);
  });

  it('leaves nothing of what was brought here', () => {
    expect(readdirSync(at('tmp'))).toEqual([]);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/storage/ask.ts';
import { listObjects } from '../../src/storage/list-objects.ts';
import { deleteAt, fetchBelow } from '../../src/storage/loose-folder.ts';
import { parseObjectUrl } from '../../src/storage/object-url.ts';
import { deleteObject, putBytes, putFile } from '../../src/storage/put-file.ts';
import { readObject } from '../../src/storage/read-object.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { findObject, isUnchanged } from '../../src/storage/stored-object.ts';
import { secret, startObjectStorage } from '../support/object-storage.ts';
import type { ObjectStorage } from '../support/object-storage.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';
import type { Tampering } from '../support/tampering-proxy.ts';

let server: ObjectStorage;
let storage: Storage;
const folder = mkdtempSync(join(tmpdir(), 'polyprism-objects-'));
beforeAll(async () => {
  server = await startObjectStorage();
  storage = await server.storage();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const limits = { files_max: 1_000 };
/** Half a part more than two of them. */
const large = randomBytes(40 * 1024 * 1024);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function put(url: string, content: string | Uint8Array): Promise<void> {
  await putBytes(storage, parseObjectUrl(url), Buffer.from(content));
}

async function read(url: string, through = storage): Promise<Buffer> {
  const found = await findObject(storage, parseObjectUrl(url));
  const parts: Buffer[] = [];
  for await (const part of readObject(through, found!)) parts.push(part);
  return Buffer.concat(parts);
}

/** Runs with a storage that is reached through a proxy. */
async function through<T>(
  tampering: (n: number) => Tampering,
  run: (storage: Storage, connections: () => number) => Promise<T>,
): Promise<T> {
  const proxy = await startTamperingProxy(server.port, tampering);
  try {
    return await run(await server.storage(proxy.port), proxy.connections);
  } finally {
    await proxy.stop();
  }
}

describe('an object', () => {
  it.each([
    'plain.csv',
    'a b  c.csv',
    '会员 名单（2024）.csv',
    '1+1=2.csv',
    '100%.csv',
    'a%20b.csv',
    "q'(1)!*&=?#@:;,$~.csv",
    '..hidden../x.csv',
  ])('of the name %s comes back as it went', async (name) => {
    await put(`s3://case/names/${name}`, name);
    expect((await read(`s3://case/names/${name}`)).toString()).toBe(name);
    const listed = await listObjects(storage, { bucket: 'case', key: 'names/' }, limits);
    expect(listed.map(({ key }) => key)).toContain(`names/${name}`);
  });

  it('of no bytes is one', async () => {
    await put('s3://case/empty', '');
    expect(await read('s3://case/empty')).toHaveLength(0);
  });

  it('that is larger than a part is sent in parts', async () => {
    writeFileSync(join(folder, 'large'), large);
    const sent = await putFile(storage, parseObjectUrl('s3://case/large'), join(folder, 'large'));
    expect(sent).toEqual({ bytes: large.length, sha256: sha256(large) });
    const found = await findObject(storage, parseObjectUrl('s3://case/large'));
    // SeaweedFS, as others, ends the tag of an object made of parts with their number.
    expect([found?.bytes, found?.etag.slice(-3)]).toEqual([large.length, '-3"']);
    expect(sha256(await read('s3://case/large'))).toBe(sha256(large));
  });

  it('is read on where the connection broke', async () => {
    const cuts = [3_000_000, 1, 500_000, 9_000_000];
    await through(
      (n) => ({ ...(cuts[n] !== undefined && { cut_after_bytes: cuts[n] }) }),
      async (cutting, connections) => {
        expect(sha256(await read('s3://case/large', cutting))).toBe(sha256(large));
        expect(connections()).toBe(cuts.length + 1);
      },
    );
  });

  it('is given up where every connection breaks before anything comes', async () => {
    await put('s3://case/still', 'x');
    await through(
      () => ({ cut_after_bytes: 0 }),
      async (cutting, connections) => {
        await expect(read('s3://case/still', cutting)).rejects.toThrow(
          /^s3:\/\/case\/still: s3\.unreachable: .*: ECONNRESET\./,
        );
        expect(connections()).toBe(5);
      },
    );
  });

  it('that is replaced while it is read is an error, though its connection broke', async () => {
    await put('s3://case/moving', large.subarray(0, 4_000_000));
    await through(
      (n) => (n === 0 ? { cut_after_bytes: 1_000_000 } : {}),
      async (cutting) => {
        const found = await findObject(storage, parseObjectUrl('s3://case/moving'));
        const parts = readObject(cutting, found!);
        await parts.next();
        await put('s3://case/moving', large.subarray(1, 4_000_001));
        const rest = async (): Promise<void> => {
          for await (const _ of parts);
        };
        await expect(rest()).rejects.toThrow(/^s3:\/\/case\/moving: s3\.changed: /);
        expect(await isUnchanged(storage, found!)).toBe(false);
      },
    );
  });

  it('that is gone is no longer what it was', async () => {
    await put('s3://case/gone', 'x');
    const found = await findObject(storage, parseObjectUrl('s3://case/gone'));
    expect(await isUnchanged(storage, found!)).toBe(true);
    await deleteObject(storage, found!);
    expect(await isUnchanged(storage, found!)).toBe(false);
    await deleteObject(storage, found!);
  });

  it('is refused by the server where a byte of it was turned over on the way', async () => {
    await through(
      () => ({ spoil: true }),
      async (spoiling) => {
        const url = parseObjectUrl('s3://case/spoiled');
        await expect(putBytes(spoiling, url, Buffer.from('0123456789'))).rejects.toThrow(
          /s3\.(failed|access_denied): .*\(\w*(Digest|SHA256|Signature)\w*\)/,
        );
        expect(await findObject(storage, url)).toBeNull();
      },
    );
  });
});

describe('a list', () => {
  it('is read page after page', async () => {
    const names = ['1', '2', '3', '4', '5/6', '5/7', '5/8 中+%'].map((name) => `pages/${name}`);
    for (const name of names) await put(`s3://case/${name}`, name);
    const prefix = { bucket: 'case', key: 'pages/' };
    // Three pages of three, three and one.
    const listed = await listObjects(storage, prefix, limits, 3);
    expect(listed.map(({ key, bytes }) => [key, bytes])).toEqual(
      names.map((name) => [name, Buffer.byteLength(name)]),
    );
    const beyond = async (files_max: number): Promise<number> =>
      (await listObjects(storage, prefix, { files_max }, 3)).length;
    expect(await beyond(7)).toBe(7);
    await expect(beyond(6)).rejects.toThrow('input.too_many_files');
  });

  it('of a bucket that is not there is none', async () => {
    const listing = listObjects(storage, { bucket: 'nobody', key: '' }, limits);
    await expect(listing).rejects.toThrow(/^s3:\/\/nobody\/: s3\.no_bucket: /);
  });
});

describe('a folder that another program left', () => {
  it('is brought here without what lies deeper, and deleted whole and alone', async () => {
    for (const name of ['', 'part-0', 'part-1', 'part-10', 'deeper/part-0']) {
      await put(`s3://case/left/made_1/${name}`, name);
    }
    await put('s3://case/left/made_10/part-0', 'stays');
    const made = parseObjectUrl('s3://case/left/made_1');
    const into = join(folder, 'made_1');
    await fetchBelow(storage, made, into);
    const here = readdirSync(into).map((name) => [name, readFileSync(join(into, name), 'utf8')]);
    expect(here).toEqual(['part-0', 'part-1', 'part-10'].map((name) => [name, name]));
    // Who has given up still cleans up.
    await deleteAt({ ...storage, signal: AbortSignal.abort() }, made);
    const left = await listObjects(storage, parseObjectUrl('s3://case/left/'), limits);
    expect(left.map(({ key }) => key)).toEqual(['left/made_10/part-0']);
  });
});

describe('who may not', () => {
  const url = parseObjectUrl('s3://case/plain.csv');

  it.each([
    ['a wrong secret', { access_key_id: 'OFFICE', secret_access_key: `${secret}x` }],
    ['a wrong key', { access_key_id: 'NOBODY', secret_access_key: secret }],
  ])('is told so: %s', async (_, credentials) => {
    const other = { ...storage, credentials: { ...credentials, session_token: null } };
    const listing = listObjects(other, { ...url, key: '' }, limits);
    const told = await listing.catch((error: Error) => JSON.stringify([error, error.message]));
    expect(told).toMatch(/s3\.access_denied/);
    expect(told).not.toContain(secret);
    expect(told).not.toContain(credentials.access_key_id);
    await expect(putBytes(other, url, Buffer.from('x'))).rejects.toThrow('s3.access_denied');
  });

  it('is told so: nobody, but where everybody may read', async () => {
    const nobody = { ...storage, credentials: null };
    await expect(findObject(nobody, url)).rejects.toThrow('s3.access_denied');
    await put('s3://open/a.csv', 'a');
    const [found] = await listObjects(nobody, { bucket: 'open', key: '' }, limits);
    const parts: Buffer[] = [];
    for await (const part of readObject(nobody, found!)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('a');
    await expect(ask(nobody, { method: 'PUT', url: { bucket: 'open', key: 'b' } })).rejects.toThrow(
      's3.access_denied',
    );
  });
});

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/intake/input/find-files.ts';
import { IssueLog } from '../../src/model/issue.ts';
import { limits } from '../../src/model/limits.ts';
import { fetchStored } from '../../src/storage/fetch-stored.ts';
import { listObjects } from '../../src/storage/list-objects.ts';
import { readObject } from '../../src/storage/read-object.ts';
import { openStorage } from '../../src/storage/storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { findObject } from '../../src/storage/stored-object.ts';

/** A server that says what no honest one would: nothing of it is S3 but its answers. */
let server: Server;
let storage: Storage;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const files = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  storage = await openStorage({ ...files, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` });
});
afterAll(() => server.close());
afterEach(() => {
  asked = [];
});

const object = { bucket: 'case', key: 'a.csv', bytes: 6, etag: '"1"' };

async function bytesOf(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of readObject(storage, object)) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

function listOf(keys: readonly string[], more = ''): string {
  const contents = keys.map(
    (key) => `<Contents><Key>${key}</Key><Size>3</Size><ETag>"1"</ETag></Contents>`,
  );
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${more}</ListBucketResult>`;
}

describe('names that lead elsewhere', () => {
  const keys = ['in/a.csv', 'in/../b.csv', 'in//c.csv', 'in/./d.csv', 'in/e/', 'in/.git/f', 'in/g'];

  it('are passed over in a list, and told', async () => {
    answer = (request, response) => {
      if (request.method === 'HEAD') response.writeHead(404).end();
      else response.end(listOf(keys));
    };
    const issues = new IssueLog();
    const found = await findFiles(['s3://case/in'], limits, issues, storage);
    expect(found.map(({ name }) => name)).toEqual(['a.csv', 'g']);
    expect(issues.list().map(({ code, file, count }) => [code, file, count])).toEqual([
      ['input.passed_over', null, 3],
      ['s3.passed_over', 's3://case/in//c.csv', 1],
      ['s3.passed_over', 's3://case/in/e/', 1],
    ]);
  });

  it.each(['../evil', '/tmp/evil', 'a/../../evil', 'a//evil', 'snapshot/..'])(
    'are no account of a folder: %s',
    async (path) => {
      const objects = [{ path, bytes: 0, sha256: 'e3b0'.padEnd(64, '0') }];
      answer = (request, response) => {
        if (request.method === 'HEAD') response.writeHead(404).end();
        else response.end(JSON.stringify({ schema: 'polyprism.objects/1', objects }));
      };
      const folder = mkdtempSync(join(tmpdir(), 'polyprism-hostile-'));
      const into = mkdtempSync(join(folder, 'work-'));
      const fetching = fetchStored(storage, { bucket: 'case', key: 'out' }, into);
      await expect(fetching).rejects.toThrow(/^s3:\/\/case\/out\.objects\.json: s3\.damaged: /);
      expect([readdirSync(folder).length, readdirSync(into).length]).toEqual([1, 0]);
      rmSync(folder, { recursive: true });
    },
  );

  it('are never asked for as something else', async () => {
    answer = (_, response) => response.end();
    const listing = listObjects(storage, { bucket: 'case', key: '../other/' }, limits);
    await expect(listing).rejects.toThrow('s3.broken_answer');
    expect(asked.map(({ url }) => url?.split('?')[0])).toEqual(['/case/']);
  });
});

describe('a list', () => {
  it.each([
    ['that is a page of the console', '<html><body>Sign in</body></html>'],
    ['cut off', listOf(['a']).slice(0, -5)],
    ['of sizes that are none', listOf(['a']).replace('>3<', '>-3<')],
    ['of another folder', listOf(['b'])],
    ['that goes on from nowhere', listOf(['a'], '<IsTruncated>true</IsTruncated>')],
    [
      'that goes on with nothing',
      listOf([], '<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>'),
    ],
    ['of names that do not decode', listOf(['a%zz'], '<EncodingType>url</EncodingType>')],
  ])('%s is no answer', async (_, text) => {
    answer = (_request, response) => response.end(text);
    const listing = listObjects(storage, { bucket: 'case', key: 'a' }, limits);
    await expect(listing).rejects.toThrow('s3.broken_answer');
    expect(asked).toHaveLength(1);
  });

  it('has an entity read as it was written, never from a file', async () => {
    const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
    answer = (_, response) => response.end(listOf(['a&e;']).replace('?>', `?>${entity}`));
    const listing = listObjects(storage, { bucket: 'case', key: 'a' }, limits);
    await expect(listing).rejects.toThrow('s3.broken_answer');
  });
});

describe('an object', () => {
  it('is as it lies there, packed for the way or not', async () => {
    const packed = gzipSync('abc');
    const head = { etag: '"1"', 'content-encoding': 'gzip', 'content-length': packed.length };
    answer = (_, response) => response.writeHead(200, head).end(packed);
    const found = await findObject(storage, object);
    expect(found).toEqual({ ...object, bytes: packed.length });
    const parts: Buffer[] = [];
    for await (const part of readObject(storage, found!)) parts.push(part);
    expect(Buffer.concat(parts).equals(packed)).toBe(true);
  });

  it('of another tag is another, though the server heeds no condition', async () => {
    answer = (_, response) => response.writeHead(200, { etag: '"2"' }).end('abcdef');
    await expect(bytesOf()).rejects.toThrow('s3.changed');
    expect(asked.map(({ headers }) => headers['if-match'])).toEqual(['"1"']);
  });

  it('that is longer than it was is another', async () => {
    answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end('abcdefg');
    await expect(bytesOf()).rejects.toThrow('s3.changed');
  });

  it('whose rest is asked for and comes from the start is no answer', async () => {
    answer = (_, response) => {
      response.writeHead(200, { etag: '"1"', 'content-length': 6 });
      response.write('abc', () => response.destroy());
    };
    await expect(bytesOf()).rejects.toThrow('s3.broken_answer');
    expect(asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=3-']);
  });

  it('is asked for again when the server is busy', async () => {
    answer = (_, response) => {
      if (asked.length < 3) response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
      else response.writeHead(200, { etag: '"1"' }).end('abcdef');
    };
    expect(await bytesOf()).toBe('abcdef');
    expect(asked).toHaveLength(3);
  });

  it('elsewhere is told, and nobody is followed there', async () => {
    answer = (_, response) =>
      response.writeHead(301, { location: '/x', 'x-amz-bucket-region': 'eu-west-3' }).end();
    await expect(bytesOf()).rejects.toThrow(/s3\.other_region: .* eu-west-3\./);
    expect(asked).toHaveLength(1);
  });

  it('that is refused shows the code of it and nothing it quotes', async () => {
    const text = '<Error><Code>InvalidRequest</Code><StringToSign>secret</StringToSign></Error>';
    answer = (_, response) => response.writeHead(400).end(text);
    const told = await bytesOf().catch((error: Error) => JSON.stringify([error, error.message]));
    expect(told).toMatch(/InvalidRequest/);
    expect(told).not.toContain('secret');
  });
});

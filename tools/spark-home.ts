import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { cacheFolder } from '../src/packs/cache-folder.ts';

/** The Spark that tests are run on. */
export const spark_version = '4.1.4';

/**
 * Where a Spark of PyPI lies once it was needed: kept for all copies of this repository and beyond
 * the next `npm ci`, as it is half a gigabyte.
 */
export function keptSpark(version = spark_version): string {
  return cacheFolder(`spark-${version}`);
}

/** What a cluster, its server and `spark-submit` read of PyPI's archive, and what it becomes. */
const parts = { 'deps/bin': 'bin', 'deps/sbin': 'sbin', 'deps/jars': 'jars', lib: 'python/lib' };

/**
 * Takes Spark out of the archive on PyPI as it arrives. `pip install` would build a package of it
 * first, which takes ten times the processor.
 */
export async function keepSpark(version = spark_version): Promise<void> {
  const home = keptSpark(version);
  if (existsSync(join(home, 'bin/spark-submit'))) return;
  mkdirSync(join(home, '..'), { recursive: true });
  const folder = mkdtempSync(`${home}-`);
  try {
    const name = `pyspark-${version}`;
    await unpack(await findArchive(`${name}.tar.gz`), name, folder);
    for (const [from, to] of Object.entries(parts)) {
      mkdirSync(join(folder, to, '..'), { recursive: true });
      renameSync(join(folder, name, from), join(folder, to));
    }
    rmSync(join(folder, name), { recursive: true });
    // Whole or not at all: another run may have been quicker, with the same.
    if (!existsSync(home)) renameSync(folder, home);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Archive {
  readonly url: string;
  readonly sha256: string;
}

async function findArchive(filename: string): Promise<Archive> {
  const headers = { accept: 'application/vnd.pypi.simple.v1+json' };
  const index = `${packageIndex().replace(/\/+$/, '')}/pyspark/`;
  const { files } = (await (await asked(index, headers)).json()) as {
    readonly files: readonly {
      readonly filename: string;
      readonly url: string;
      readonly hashes: Readonly<Record<string, string>>;
    }[];
  };
  const file = files.find((one) => one.filename === filename);
  const sha256 = file?.hashes['sha256'];
  if (file === undefined || sha256 === undefined)
    throw new TypeError(`${index} has no ${filename}`);
  return { url: new URL(file.url, index).href, sha256 };
}

/** The index that pip asks on this machine. */
function packageIndex(): string {
  const named =
    process.env['PIP_INDEX_URL'] ?? said(['-m', 'pip', 'config', 'get', 'global.index-url']);
  const standard = 'from pip._internal.models.index import PyPI; print(PyPI.simple_url)';
  const index = named ?? said(['-c', standard]);
  if (index === null) throw new TypeError('pip does not say which index it asks');
  return index;
}

function said(args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('python3', args, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

async function asked(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const answer = await fetch(url, { headers });
  if (!answer.ok || answer.body === null) throw new TypeError(`${url} answers ${answer.status}`);
  return answer;
}

async function unpack({ url, sha256 }: Archive, name: string, folder: string): Promise<void> {
  const { body } = await asked(url);
  const members = Object.keys(parts).map((part) => `${name}/${part}`);
  // It is to read to the end: what fills the last block up belongs to what is hashed.
  const tar = spawn('tar', ['-x', '--ignore-zeros', '-C', folder, ...members], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => tar.once('close', done));
  const hash = createHash('sha256');
  await pipeline(
    Readable.fromWeb(body!),
    async function* hashed(bytes: AsyncIterable<Buffer>) {
      for await (const some of bytes) {
        hash.update(some);
        yield some;
      }
    },
    createGunzip(),
    tar.stdin,
  );
  const status = await ended;
  if (status !== 0) throw new TypeError(`tar ended with ${String(status)}`);
  if (hash.digest('hex') !== sha256) throw new TypeError(`${url} is not what its index says`);
}

// `node tools/spark-home.ts 3.5.9` sees to it that another release is here, and says where.
if (import.meta.main) {
  const [version = spark_version] = process.argv.slice(2);
  await keepSpark(version);
  console.log(keptSpark(version));
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf, sha256 } from '../evidence/digest.ts';
import { cacheFolder } from './cache-folder.ts';

/**
 * What takes longer to make than judging a small data set takes, kept for the next start: packs
 * found sound, what clocks run by, term lists made ready. It is kept under what it was made of and
 * what the program holds that made it, so neither can change without its being made again; whatever
 * is wrong with a kept one, it is as if there were none.
 */
export interface Kept<T> {
  /** What was made of what has this SHA-256; null where nothing is kept. */
  find(digest: string): Promise<T | null>;
  /** Keeps it as well as can be: a folder that cannot be written to keeps nothing. */
  keep(digest: string, value: T): Promise<void>;
}

/**
 * How many are kept of a kind. Who works on packs has many states of them, and each change of a
 * program brings its own; term lists made ready take ten megabytes and more.
 */
const kept_max = { packs: 32, clockworks: 32, screeners: 8 } as const;

/** The room for one kind of plain data: whatever the structured clone algorithm takes. */
export function kept<T>(kind: keyof typeof kept_max, folder: string = cacheFolder(kind)): Kept<T> {
  const pathOf = async (digest: string): Promise<string> =>
    join(folder, `${digestOf([await programDigest(), digest])}.kept`);
  return {
    find: async (digest) => {
      const path = await pathOf(digest);
      const file = await readFile(path).catch(() => null);
      const bytes = file && unsealed(file);
      if (bytes) await noteUse(path);
      return bytes && (deserialize(bytes) as T);
    },
    keep: async (digest, value) => {
      const path = await pathOf(digest);
      const fresh = `${path}-${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(fresh, sealed(serialize(value)), { mode: 0o600 });
        await rename(fresh, path);
        await removeUnused(folder, kept_max[kind]);
      } catch {
        await rm(fresh, { force: true }).catch(() => undefined);
      }
    },
  };
}

const seal_bytes = 32;

/** SHA-256 of what follows stands before it: a disk that filled up leaves half a file. */
function sealed(bytes: Uint8Array): Buffer {
  return Buffer.concat([hashOf(bytes), bytes]);
}

function unsealed(file: Buffer): Buffer | null {
  const bytes = file.subarray(seal_bytes);
  return hashOf(bytes).equals(file.subarray(0, seal_bytes)) ? bytes : null;
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What is used stays: by its age alone the packs everybody uses would be the first to go. */
async function noteUse(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

async function removeUnused(folder: string, most: number): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= most) return;
  const dated = names.map(async (name) => {
    const path = join(folder, name);
    return { path, at_ms: (await stat(path)).mtimeMs };
  });
  const oldest = (await Promise.all(dated)).toSorted((a, b) => a.at_ms - b.at_ms);
  for (const { path } of oldest.slice(0, -most)) await rm(path, { force: true });
}

/** The rooms whose code and data make what is kept: this one and all that it imports. */
const rooms = ['packs', 'provisions', 'deadlines', 'text', 'engine', 'evidence', 'model'];

let program: Promise<string> | undefined;

/** What it depends on of the program: files of its rooms, versions of its parts and of Node. */
function programDigest(): Promise<string> {
  program ??= (async () => {
    const source = dirname(import.meta.dirname);
    const digests: string[] = [process.version];
    const add = async (path: string): Promise<void> => {
      digests.push(path.slice(source.length), sha256(await readFile(path)));
    };
    await add(join(dirname(source), 'package.json'));
    for (const room of rooms) {
      const found = await readdir(join(source, room), { recursive: true, withFileTypes: true });
      const files = found.filter((entry) => entry.isFile());
      const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
      for (const path of paths) await add(path);
    }
    return digestOf(digests);
  })();
  return program;
}

import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One built file in the forms it can be sent in. */
export interface ConsoleFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

/** The built console: its page, and its files by path below the folder. */
export interface Console {
  /** HTML with `nonceMark` where the nonce of an answer goes. */
  readonly page: string;
  readonly files: ReadonlyMap<string, ConsoleFile>;
}

/** What console/vite.config.ts has Vite write for a nonce. */
export const nonceMark = '{{nonce}}';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Reads all of it: a few megabytes, and what is built anew while it is served changes nothing. */
export async function readConsole(folder: string | null): Promise<Console | null> {
  if (folder === null) return null;
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  const bytes = new Map(
    await Promise.all(paths.map(async (path) => [path, await read(join(folder, path))] as const)),
  );
  const files = new Map<string, ConsoleFile>();
  for (const [path, plain] of bytes) {
    const type = types[extname(path)];
    if (type === undefined) continue;
    const [br, gzip] = [bytes.get(`${path}.br`) ?? null, bytes.get(`${path}.gz`) ?? null];
    files.set(path.replaceAll('\\', '/'), { type, bytes: plain, br, gzip });
  }
  return { page: await readFile(join(folder, 'index.html'), 'utf8'), files };
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(path));
}

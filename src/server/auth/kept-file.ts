import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The bytes of a file that is made once, by whichever process comes first, readable by its owner
 * alone. It is there whole or not at all: who starts beside never reads half a key.
 */
export async function keptFile(path: string, make: () => string | Uint8Array): Promise<Buffer> {
  const known = await readFile(path).catch(whenCode('ENOENT'));
  if (known !== null) return known;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, make(), { mode: 0o600, flush: true });
  await link(draft, path).catch(whenCode('EEXIST'));
  await rm(draft);
  return await readFile(path);
}

/** Null for an error of that code; any other is thrown on. */
function whenCode(code: string): (error: NodeJS.ErrnoException) => null {
  return (error) => {
    if (error.code !== code) throw error;
    return null;
  };
}

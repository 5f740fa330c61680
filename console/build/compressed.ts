import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** What is smaller gains nothing worth a file. */
const worth_bytes_min = 1_000;

/**
 * Writes text files compressed too, so that the server never has to. From the files as they were
 * written: Vite changes chunks until the very end.
 */
export function compressed(): Plugin {
  return {
    name: 'polyprism:compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(js|css|svg|json)$/.test(one))) {
        const source = await readFile(join(dir, name));
        if (source.length < worth_bytes_min) continue;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
        await writeFile(join(dir, `${name}.br`), await asBrotli(source, quality));
        await writeFile(join(dir, `${name}.gz`), await asGzip(source));
      }
    },
  };
}

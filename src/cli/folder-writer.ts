import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import type { PlatformWriter } from '../generate/platform-writer.ts';

/** Lets a generator write files below a folder, as fast as the disk takes them. */
export function folderWriter(folder: string, signal?: AbortSignal): PlatformWriter {
  return {
    file(name) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      const stream = createWriteStream(path);
      const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error));
      failed.catch(() => undefined);
      return {
        async write(text) {
          signal?.throwIfAborted();
          if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
        },
        async end() {
          stream.end();
          await Promise.race([once(stream, 'finish'), failed]);
        },
      };
    },
  };
}

import type { PlatformWriter } from '../../src/generate/platform-writer.ts';

/** Keeps what a generator writes in memory, by file name. */
export function memoryWriter(): { writer: PlatformWriter; files: Map<string, string> } {
  const files = new Map<string, string>();
  const writer: PlatformWriter = {
    file(name) {
      const parts: string[] = [];
      return {
        async write(text) {
          parts.push(text);
        },
        async end() {
          files.set(name, parts.join(''));
        },
      };
    },
  };
  return { writer, files };
}

import { readFile, stat } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';

/** The text of a file, or of the standard input for `-`, within a limit: that of one value. */
export async function readText(path: string, limit = limits.value_bytes_max): Promise<string> {
  if (path === '-') {
    const text = await readStream(withinLimit(process.stdin, limit));
    return text.replace(/^\ufeff/, '');
  }
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  if (found.size > limit) throw new PolyprismError('check.too_large', { path, limit });
  return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
}

async function* withinLimit(input: AsyncIterable<Buffer>, limit: number): AsyncIterable<Buffer> {
  let read = 0;
  for await (const chunk of input) {
    read += chunk.length;
    if (read > limit) throw new PolyprismError('check.too_large', { path: '-', limit });
    yield chunk;
  }
}

import type { Limits } from '../model/limits.ts';
import { PolyprismError } from '../model/issue.ts';

/**
 * Passes expanded bytes on while they stay in proportion to the compressed ones. Judged chunk by
 * chunk, so that a bomb is refused before it has gone off.
 */
export async function* guardExpansion(
  chunks: AsyncIterable<Uint8Array>,
  compressed_bytes: number,
  name: string,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let expanded_bytes = 0;
  for await (const chunk of chunks) {
    expanded_bytes += chunk.length;
    const past_grace = expanded_bytes > limits.archive_ratio_grace_bytes;
    const too_much =
      expanded_bytes > limits.archive_entry_bytes_max ||
      (past_grace && expanded_bytes > compressed_bytes * limits.archive_ratio_max);
    if (too_much) {
      const params = { expanded_bytes, compressed_bytes };
      throw new PolyprismError('archive.expands_too_much', params, {
        file: name,
        line: null,
        column: null,
      });
    }
    yield chunk;
  }
}

import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';

/**
 * Counts what comes out of something compressed and stops it when it is more than any data
 * would give. SQL dumps compress 20:1 to 60:1, those of near-empty rows 150:1; the limit is
 * judged on what comes out, never on what the archive says of itself.
 */
export class ExpansionGuard {
  readonly #packed_bytes: number;
  readonly #limits: Limits;
  readonly #name: string;
  #out = 0;
  #tripped = false;

  constructor(name: string, packed_bytes: number, limits: Limits) {
    this.#name = name;
    this.#packed_bytes = packed_bytes;
    this.#limits = limits;
  }

  /** Whether more came out than may. */
  get tripped(): boolean {
    return this.#tripped;
  }

  take(bytes: number): void {
    this.#out += bytes;
    const { archive_entry_bytes_max, archive_ratio_grace_bytes, archive_ratio_max } = this.#limits;
    const place = { file: this.#name, line: null, column: null };
    if (this.#out > archive_entry_bytes_max) {
      this.#tripped = true;
      throw new PolyprismError('archive.too_large', { limit: archive_entry_bytes_max }, place);
    }
    if (this.#out <= archive_ratio_grace_bytes) return;
    if (this.#out > archive_ratio_max * this.#packed_bytes) {
      this.#tripped = true;
      throw new PolyprismError('archive.bomb', { limit: archive_ratio_max }, place);
    }
  }
}

/** Lets bytes through while the guards allow it. */
export async function* guarded(
  source: AsyncIterable<Uint8Array>,
  guards: readonly ExpansionGuard[],
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (const guard of guards) guard.take(chunk.length);
    yield chunk;
  }
}

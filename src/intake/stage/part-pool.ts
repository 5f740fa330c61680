import type { CsvPart } from './csv-part.ts';

/** Readers write to one table at a time, or to few: more buffers than this would lie idle. */
const hot_parts_max = 16;

/** Keeps memory flat however many tables there are: the part longest in use gives up its buffer. */
export class PartPool {
  readonly #hot = new Set<CsvPart>();

  /** To be called when a part is about to take memory. */
  enter(part: CsvPart): void {
    this.#hot.delete(part);
    if (this.#hot.size >= hot_parts_max) this.#releaseOne();
    this.#hot.add(part);
  }

  releaseAll(): void {
    for (const part of this.#hot) part.release();
    this.#hot.clear();
  }

  #releaseOne(): void {
    for (const part of this.#hot) {
      if (part.inRow) continue;
      part.release();
      this.#hot.delete(part);
      return;
    }
  }
}

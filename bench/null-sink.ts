import type { RawRowWriter, RawSink } from '../src/intake/raw.ts';

/** Takes rows and keeps nothing but their number: the reader alone is measured. */
export class NullSink implements RawSink {
  rows = 0;
  refused = 0;

  async open(): Promise<RawRowWriter> {
    return {
      bytes: () => undefined,
      text: () => undefined,
      none: () => undefined,
      end: () => {
        this.rows += 1;
      },
      refuse: () => {
        this.refused += 1;
      },
    };
  }

  declare(): void {}

  issue(): void {}

  async flushed(): Promise<void> {}
}

/**
 * A window of contiguous bytes over a stream: what lies before `position` is forgotten, what is
 * asked for is appended. Grows by doubling, so that looking at the same record again and again
 * while it is incomplete stays linear in its length.
 */
export class ByteWindow {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  end = 0;
  /** Nothing follows `end`. */
  final = false;
  /** Bytes forgotten so far. */
  #forgotten = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes of the stream that lie before `position`. */
  get consumed(): number {
    return this.#forgotten + this.position;
  }

  /** Appends at least as much as is already unread, or all that is left. */
  async more(): Promise<void> {
    const unread = this.end - this.position;
    const wanted = unread + Math.max(unread, 1);
    const parts: Uint8Array[] = [this.bytes.subarray(this.position, this.end)];
    let length = unread;
    while (length < wanted && !this.final) {
      const { value, done } = await this.#chunks.next();
      if (done) this.final = true;
      else if (value.length > 0) {
        parts.push(value);
        length += value.length;
      }
    }
    this.#forgotten += this.position;
    this.bytes = parts.length === 2 && unread === 0 ? parts[1]! : Buffer.concat(parts, length);
    this.position = 0;
    this.end = length;
  }

  /** Moves on to where `find` says, fetching more while it says the end of what is there. */
  async skipTo(find: (from: number) => number): Promise<void> {
    for (;;) {
      this.position = find(this.position);
      if (this.position < this.end || this.final || this.bytes[this.end - 1] === 0x0a) return;
      await this.more();
    }
  }
}

/** Offset behind the line that `position` stands on. */
export function lineAfter(bytes: Uint8Array, position: number): number {
  const end = bytes.indexOf(0x0a, position);
  return end < 0 ? bytes.length : end + 1;
}

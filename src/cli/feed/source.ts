/** A message of a stream. Until it is settled, the stream keeps it and will give it again. */
export interface Message {
  /** As people find it again: stream and number. */
  readonly name: string;
  readonly data: Uint8Array;
  /** It was taken, and need not come again. */
  settle(): void;
  /** It can never be taken, and shall not come again. */
  refuse(): void;
  /** Its time is not over: somebody is at it. */
  hold(): void;
}

/** Where messages come from, in the order in which they were written. */
export interface Source {
  /** What has come by now, at most so many; waits while there is nothing. Ends when stopped. */
  batches(most: number, bytes_most: number): AsyncIterable<readonly Message[]>;
  /** Leaves the stream to others; what was not settled comes again. */
  close(): Promise<void>;
}

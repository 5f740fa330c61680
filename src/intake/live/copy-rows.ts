import type { RawRowWriter, RawSink, ReadProgress } from '../raw.ts';

/** Rows between two waits for the sink to drain. */
const rows_per_drain = 1024;

/** How far the reading of a database is. */
export interface LiveTally {
  bytes: number;
  rows: number;
}

/** A value of a row, ready for the raw table. */
export type LiveValue = Buffer | string | null;

/** Writes rows into a raw table; a row's line is its number in the table. */
export async function copyRows(
  rows: AsyncIterable<readonly LiveValue[]>,
  writer: RawRowWriter,
  sink: RawSink,
  tally: LiveTally,
  progress: ReadProgress | undefined,
): Promise<void> {
  let line = 0;
  for await (const row of rows) {
    for (const value of row) {
      if (value === null) writer.none();
      else if (typeof value === 'string') writer.text(value);
      else writer.bytes(value, 0, value.length);
      tally.bytes += value?.length ?? 0;
    }
    line += 1;
    tally.rows += 1;
    writer.end(line);
    if (line % rows_per_drain > 0) continue;
    progress?.(tally.bytes, tally.rows);
    await sink.flushed();
  }
  progress?.(tally.bytes, tally.rows);
  await sink.flushed();
}

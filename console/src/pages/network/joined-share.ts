import type { ExplorerIndex } from '../../../../src/network/explorer/explorer-index.ts';
import type { ReadBytes } from '../../../../src/network/explorer/read-columns.ts';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';

/** Of a larger network the days of joining are not fetched whole: 16 MiB. */
export const joined_members_max = 4_194_304;

const UNKNOWN_DAY = 0x7fff_ffff;

/** Days of joining by member number. */
export async function readJoined(index: ExplorerIndex, read: ReadBytes): Promise<Int32Array> {
  const column = index.columns['member_joined_day'];
  if (column === undefined || column.length === 0) return new Int32Array(0);
  // A copy of its own, so that it is aligned; little-endian as every machine with a browser.
  return new Int32Array((await read(column.file)).slice().buffer);
}

/** Which part of those a glyph stands for had joined by a day; the unknown count as not. */
export function joinedShare({ tile, at }: SeenGlyph, joined: Int32Array, day: number): number {
  const first = tile.first[at] ?? 0;
  const many = tile.kind[at] === 0 ? 1 : (tile.people[at] ?? 1);
  let there = 0;
  for (let member = first; member < first + many; member++) {
    const on = joined[member] ?? UNKNOWN_DAY;
    if (on <= day) there++;
  }
  return there / many;
}

/** Last day of a month `YYYY-MM`, in days since 1970-01-01. */
export function lastDayOf(month: string): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number, 0) / 86_400_000;
}

import { UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { firstPeople } from '../../../src/network/first-people.ts';
import { firstThirdLevel } from '../../../src/network/first-third-level.ts';
import { openExplorer } from '../../../src/network/explorer/read-explorer.ts';
import type { Explorer } from '../../../src/network/explorer/read-explorer.ts';
import type { ReadBytes } from '../../../src/network/explorer/read-columns.ts';
import { writeExplorer } from '../../../src/network/explorer/write-explorer.ts';
import { walked } from './forests.ts';
import type { TestMember } from './forests.ts';

export interface Made {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly explorer: Explorer;
  readonly ids: readonly string[];
  readonly paidIn: Float64Array;
}

/** Money that depends on the member alone, not on where it stands. */
export const paidOf = (id: string): number => (Number(id.slice(1)) % 13) * 9_900;
export const earnedOf = (id: string): number => (Number(id.slice(1)) % 7) * 1_234;

export function reading(files: ReadonlyMap<string, Uint8Array>): ReadBytes {
  return (file, from, to) => {
    const bytes = files.get(file);
    if (bytes === undefined) return Promise.reject(new Error(`no file ${file}`));
    return Promise.resolve(bytes.slice(from, to));
  };
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  for (const one of list) yield await Promise.resolve(one);
}

/** An explorer of a test forest, written into memory and opened. */
export async function made(
  members: readonly TestMember[],
  money: 'known' | 'unknown' = 'known',
): Promise<Made> {
  const order = walked(members);
  const { ids, joinedDay, parent } = order;
  const sorted = ids
    .map((id, number) => ({ id, number }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const idRank = new Int32Array(ids.length);
  sorted.forEach(({ number }, place) => (idRank[number] = place));
  const forest = { parent, memberOf: null };
  const tied = joinedDay.map((day, x) =>
    parent[x]! < 0 ? day : Math.max(day, joinedDay[parent[x]!]!),
  );
  const thirty = firstPeople(forest, joinedDay, tied, [30])[0]!;
  const third = firstThirdLevel(forest, joinedDay, tied);
  const paidIn = Float64Array.from(ids, paidOf);
  const files = new Map<string, Uint8Array>();
  const both = thirty.map((day, x) => Math.max(day, third[x]!));
  await writeExplorer(
    {
      tree: 'sponsor',
      day: '2026-01-31',
      order,
      paidIn: money === 'known' ? paidIn : null,
      earned: money === 'known' ? Float64Array.from(ids, earnedOf) : null,
      lines: [
        { name: 'people_30', day: thirty },
        { name: 'levels_3', day: third },
        { name: 'people_30_levels_3', day: both.map((day) => Math.min(day, UNKNOWN_DAY)) },
      ],
      change: null,
      idRank,
      ids: each(sorted.map(({ id }) => id)),
      persons: each(
        sorted
          .map(({ id, number }) => [`p${id.slice(2)}`, number] as const)
          .toSorted(([a, i], [b, j]) => (a === b ? i - j : a < b ? -1 : 1)),
      ),
    },
    (name, bytes) => {
      files.set(name, bytes.slice());
      return Promise.resolve();
    },
  );
  return { files, explorer: await openExplorer(reading(files)), ids, paidIn };
}

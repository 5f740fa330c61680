import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { importInputs } from '../../src/intake/import.ts';
import { openNetworkDays } from '../../src/inspect/network-days.ts';
import type { NetworkDays } from '../../src/inspect/network-days.ts';
import { judgeable } from '../../src/inspect/snapshot-file.ts';
import { inFolder } from '../support/inspected.ts';

/** Noon in China of a January day, in Unix seconds. */
const january = (day: number): number => Date.UTC(2026, 0, day, 4) / 1000;

/**
 * a tops b and c; b topped d until the tenth, c since; d tops e and f; f tops g1 to g28. One
 * joins a day from the first of January, the g all on the seventh.
 */
const members = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((member_id, i) => ({
    member_id,
    recruiter_id: [null, 'a', 'a', 'c', 'd', 'd'][i]!,
    joined_at: january(i + 1),
    bound_at: [null, january(2), january(3), january(10), january(5), january(6)][i]!,
  })),
  ...Array.from({ length: 28 }, (_, i) => ({
    member_id: `g${i + 1}`,
    recruiter_id: 'f',
    joined_at: january(7),
    bound_at: january(7),
  })),
];

async function withDays<T>(use: (days: NetworkDays) => Promise<T>): Promise<T> {
  return await inFolder(async (folder) => {
    const made = {
      ...cases.baoyue,
      make: () => ({
        member: members,
        sponsor_change: [
          { change_id: '1', member_id: 'd', from_id: null, to_id: 'b', changed_at: january(4) },
          { change_id: '2', member_id: 'd', from_id: 'b', to_id: 'c', changed_at: january(10) },
        ],
      }),
    };
    await generateCase(folderWriter(join(folder, 'in')), made);
    const directory = join(folder, 'snapshot');
    const days = await openNetworkDays(
      judgeable(await importInputs([join(folder, 'in')], { directory })),
    );
    try {
      return await use(days);
    } finally {
      days.close();
    }
  });
}

describe('the network on a day', () => {
  it('has who had joined, each below its upline of that day', async () => {
    await withDays(async (days) => {
      const before = await days.on('2026-01-09', ['b', 'c', 'd']);
      expect(before).toMatchObject({
        members: 34,
        roots: 1,
        levels: 5,
        people_per_level: [1, 2, 1, 2, 28],
        // a with 34 people, b with 32, d with 31; f has 29.
        candidates: 3,
        not_there: [],
      });
      expect(
        before.stated.map(({ people, levels, level, path }) => [people, levels, level, path]),
      ).toEqual([
        [32, 4, 2, ['a', 'b']],
        [1, 1, 2, ['a', 'c']],
        [31, 3, 3, ['a', 'b', 'd']],
      ]);
      const after = await days.on('2026-01-10', ['b', 'c', 'd']);
      expect(after.stated.map(({ people, path }) => [people, path])).toEqual([
        [1, ['a', 'b']],
        [32, ['a', 'c']],
        [31, ['a', 'c', 'd']],
      ]);
    });
  });

  it('has nobody of later days, and says so', async () => {
    await withDays(async (days) => {
      const early = await days.on('2026-01-03', ['a', 'd']);
      expect([early.members, early.levels, early.not_there]).toEqual([3, 2, ['d']]);
      expect(early.stated.map(({ member_id }) => member_id)).toEqual(['a']);
      expect((await days.on('2025-12-31', [])).members).toBe(0);
      const largest = await days.on('2026-01-07', []);
      expect(largest.stated.map(({ member_id }) => member_id)).toEqual(['a', 'b', 'd', 'f']);
    });
  });

  it('is told apart from another day: who joined, who moved, which lines', async () => {
    await withDays(async (days) => {
      const moved = await days.between('2026-01-09', '2026-01-10');
      expect([moved.joined, moved.moved]).toEqual([
        0,
        { count: 1, first: [{ member_id: 'd', from_id: 'b', to_id: 'c' }] },
      ]);
      const [line15, line30, line60] = moved.lines;
      expect(line15).toMatchObject({
        people: 15,
        reached: { first: ['c'] },
        lost: { first: ['b'] },
      });
      expect(line30).toMatchObject({ reached: { count: 1 }, lost: { count: 1, first: ['b'] } });
      expect(line60).toMatchObject({ reached: { count: 0 }, lost: { count: 0 } });
      const grown = await days.between('2026-01-06', '2026-01-07');
      expect([grown.joined, grown.moved.count]).toEqual([28, 0]);
      expect(grown.lines[1]!.reached.first).toEqual(['a', 'b', 'd']);
    });
  });

  it('does not state a member the data have not', async () => {
    await withDays(async (days) => {
      await expect(days.on('2026-01-07', ['zz'])).rejects.toMatchObject({
        issue: { code: 'network.unknown_member' },
      });
    });
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { writeNetworkExplorer } from '../../src/inspect/network-explorer.ts';
import type { ComparedDays } from '../../src/inspect/network-explorer.ts';
import { judgeable } from '../../src/inspect/snapshot-file.ts';
import { importInputs } from '../../src/intake/import.ts';
import { dayNumber } from '../../src/model/days.ts';
import { openExplorer } from '../../src/network/explorer/read-explorer.ts';
import type { Explorer } from '../../src/network/explorer/read-explorer.ts';
import { inFolder } from '../support/inspected.ts';
import { reading } from '../network/explorer/made.ts';

/** Noon in China of a January day, in Unix seconds. */
const january = (day: number): number => Date.UTC(2026, 0, day, 4) / 1000;

/**
 * a tops b and c; b topped d until the tenth, c since; d tops e and f; f tops g1 to g28. One
 * joins a day from the first of January, the g all on the seventh; e left on the twelfth.
 */
const members = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((member_id, i) => ({
    member_id,
    recruiter_id: [null, 'a', 'a', 'c', 'd', 'd'][i]!,
    joined_at: january(i + 1),
    bound_at: [null, january(2), january(3), january(10), january(5), january(6)][i]!,
    left_at: member_id === 'e' ? january(12) : null,
  })),
  ...Array.from({ length: 28 }, (_, i) => ({
    member_id: `g${i + 1}`,
    recruiter_id: 'f',
    joined_at: january(7),
    bound_at: january(7),
    left_at: null,
  })),
];

async function withExplorer(
  compared: ComparedDays | null,
  use: (explorer: Explorer) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
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
    const snapshot = judgeable(await importInputs([join(folder, 'in')], { directory }));
    const files = new Map<string, Uint8Array>();
    await writeNetworkExplorer(snapshot, compared, (name, bytes) => {
      files.set(name, bytes.slice());
      return Promise.resolve();
    });
    await use(await openExplorer(reading(files)));
  });
}

async function idsOf(explorer: Explorer, numbers: readonly number[]): Promise<string[]> {
  return await Promise.all(numbers.map(async (one) => (await explorer.summary(one)).id));
}

describe('the explorer of a snapshot', () => {
  it('shows the network of its report and who crossed which line when', async () => {
    await withExplorer(null, async (explorer) => {
      const { index } = explorer;
      expect([index.members, index.schemes, index.alone, index.levels]).toEqual([34, 1, 0, 5]);
      // a, c and d: 34, 32 and 31 people in 5, 4 and 3 levels.
      expect(index.candidates).toBe(3);
      const d = (await explorer.numberOf('d'))!;
      expect(await idsOf(explorer, await explorer.pathTo(d))).toEqual(['a', 'c', 'd']);
      const summary = await explorer.summary(d);
      expect(summary).toMatchObject({ level: 3, people: 31, levels: 3, direct: 2, line: 2 });
      expect(summary).toMatchObject({ candidates: 1, paid_in_minor: null });
      // b stood above thirty from the seventh to the tenth, c from the tenth on.
      const rows = await explorer.timeline(dayNumber('2026-01-07'), dayNumber('2026-01-31'), 99);
      const crossed = await Promise.all(
        rows
          .filter(({ line }) => line === 'people_30_levels_3')
          .map(async ({ day, number }) => [
            (await explorer.summary(number)).id,
            day - dayNumber('2026-01-01') + 1,
          ]),
      );
      expect(crossed.toSorted()).toEqual([
        ['a', 7],
        ['b', 7],
        ['c', 10],
        ['d', 7],
      ]);
      const ofC = await explorer.crossingsOf((await explorer.numberOf('c'))!);
      expect(ofC.every(({ day }) => day === dayNumber('2026-01-10'))).toBe(true);
      expect(await explorer.changeOf(d)).toBe(null);
      expect(await explorer.changed('moved', 0, 9)).toBe(null);
    });
  });

  it('marks what became of everybody between two days', async () => {
    await withExplorer({ since: '2026-01-08', until: '2026-01-20' }, async (explorer) => {
      const list = async (kind: Parameters<Explorer['changed']>[0]): Promise<unknown> => {
        const { count, numbers } = (await explorer.changed(kind, 0, 50))!;
        return [count, (await idsOf(explorer, numbers)).toSorted()];
      };
      expect(await list('moved')).toEqual([1, ['d']]);
      expect(await list('left')).toEqual([1, ['e']]);
      expect(await list('grown')).toEqual([1, ['c']]);
      expect(await list('shrunk')).toEqual([1, ['b']]);
      expect(await list('joined')).toEqual([0, []]);
      expect(await list('not_there')).toEqual([0, []]);
      expect((await explorer.changed('same', 0, 5))!.count).toBe(30);
      const change = async (id: string) => explorer.changeOf((await explorer.numberOf(id))!);
      expect(await change('b')).toEqual({ kind: 'shrunk', grown: -31 });
      expect(await change('c')).toEqual({ kind: 'grown', grown: 31 });
    });
    await withExplorer({ since: '2026-01-01', until: '2026-01-06' }, async (explorer) => {
      expect((await explorer.changed('joined', 0, 99))!.count).toBe(5);
      expect((await explorer.changed('not_there', 0, 99))!.count).toBe(28);
      const a = (await explorer.numberOf('a'))!;
      expect(await explorer.changeOf(a)).toEqual({ kind: 'grown', grown: 5 });
    });
  });
});

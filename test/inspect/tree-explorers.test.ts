import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { writeTreeExplorers } from '../../src/inspect/network-explorer.ts';
import { judgeable } from '../../src/inspect/snapshot-file.ts';
import { importInputs } from '../../src/intake/import.ts';
import { seeded } from '../../src/model/random.ts';
import { openExplorer } from '../../src/network/explorer/read-explorer.ts';
import type { Explorer } from '../../src/network/explorer/read-explorer.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import type { SlowForest } from '../oracle/slow-forest.ts';
import { inFolder } from '../support/inspected.ts';
import { reading } from '../network/explorer/made.ts';

const SEED = 20_261_130;
const SIZE = 260;
/** Midnight of the first of January in China, in Unix seconds, and that day. */
const START_S = Date.UTC(2025, 11, 31, 16) / 1000;
const FIRST_DAY = 20_454;
const A_DAY = 7;

interface Planted {
  readonly id: string;
  readonly recruiter: number | null;
  readonly placement: number | null;
  readonly joined: number;
  readonly bound: number;
}

/** Members in joining order, whose two uplines have nothing to do with each other. */
function planted(): Planted[] {
  const random = seeded(SEED);
  // Some name nobody who is in the data, some one who joined later; two of those close a circle.
  const upline = (i: number): number | null => {
    if (i === 90 || i === 91) return 181 - i;
    if (random.chance(0.03)) return null;
    if (random.chance(0.02)) return SIZE + 5;
    return random.chance(0.03) ? random.below(SIZE) : random.below(Math.max(1, Math.min(i, 60)));
  };
  return Array.from({ length: SIZE }, (_, i) => {
    const joined = FIRST_DAY + Math.floor(i / A_DAY);
    const recruiter = i === 0 ? null : upline(i);
    // In the second tree everybody hangs far down: it is the deeper one by much.
    const near = Math.max(0, i - 1 - random.below(6));
    const placement =
      i === 0 ? null : random.chance(0.2) || i === 90 || i === 91 ? upline(i) : near;
    const id = `u${(i * 97) % 1009}`;
    return { id, recruiter, placement, joined, bound: joined + random.below(9) };
  });
}

const nameOf = (members: readonly Planted[], no: number | null): string | null =>
  no === null ? null : (members[no]?.id ?? 'gone');

/** What the slow program makes of a tree: in the second, a place is taken on joining. */
function slowly(members: readonly Planted[], tree: string): SlowForest {
  const list = members.map(({ recruiter, placement, joined, bound }, no) => ({
    no,
    joined,
    paid: 0,
    ...(tree === 'sponsor' ? { recruiter, bound } : { recruiter: placement, bound: joined }),
  }));
  return slowForest(list, [15, 30, 60, 120]);
}

async function explorersOf(members: readonly Planted[]): Promise<ReadonlyMap<string, Explorer>> {
  const trees = new Map<string, Map<string, Uint8Array>>();
  await inFolder(async (folder) => {
    const rows = members.map(({ id, recruiter, placement, joined, bound }, i) => ({
      member_id: id,
      recruiter_id: nameOf(members, recruiter),
      placement_id: nameOf(members, placement),
      joined_at: START_S + (joined - FIRST_DAY) * 86_400 + (i % A_DAY) * 3_600,
      bound_at: START_S + (bound - FIRST_DAY) * 86_400 + 80_000,
    }));
    const made = { ...cases.baoyue, make: () => ({ member: rows }) };
    await generateCase(folderWriter(join(folder, 'in')), made);
    const directory = join(folder, 'snapshot');
    const snapshot = judgeable(await importInputs([join(folder, 'in')], { directory }));
    const written = await writeTreeExplorers(snapshot, (tree) => {
      const files = new Map<string, Uint8Array>();
      trees.set(tree, files);
      return (name, bytes) => {
        files.set(name, bytes.slice());
        return Promise.resolve();
      };
    });
    expect(written.map(({ tree }) => tree)).toEqual(['sponsor', 'placement']);
  });
  const opened = [...trees].map(
    async ([tree, files]) => [tree, await openExplorer(reading(files))] as const,
  );
  return new Map(await Promise.all(opened));
}

it(`walks each tree by its own uplines, dates and lines (seed ${SEED})`, async () => {
  const members = planted();
  for (const [tree, explorer] of await explorersOf(members)) {
    const slow = slowly(members, tree);
    const all = [...slow.members];
    expect(slow.cycles).toBeGreaterThan(0);
    expect(explorer.index.members).toBe(SIZE);
    expect(explorer.index.levels).toBe(Math.max(...all.map(([, { level }]) => level)));
    const crossed = all.filter(([, { people, levels }]) => people >= 30 && levels >= 3);
    expect(explorer.index.candidates).toBe(crossed.length);
    for (const [no, { recruiter, level, direct, people, levels, ...dates }] of all) {
      const number = (await explorer.numberOf(members[no]!.id))!;
      const told = await explorer.summary(number);
      expect(told).toMatchObject({ id: members[no]!.id, level, direct, people, levels });
      const path = await explorer.pathTo(number);
      const above = path.at(-2);
      const upline = above === undefined ? null : (await explorer.summary(above)).id;
      expect([tree, told.id, upline]).toEqual([tree, told.id, nameOf(members, recruiter)]);
      const days = await explorer.crossingsOf(number);
      const expected = Object.entries(dates.peopleDay).map(([n, day]) => [`people_${n}`, day]);
      expected.push(['levels_3', dates.thirdLevelDay]);
      const seen = new Map(days.map(({ line, day }) => [line, day]));
      for (const [line, day] of expected) expect(seen.get(String(line)) ?? null).toBe(day);
    }
  }
});

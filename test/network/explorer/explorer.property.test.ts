import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/model/random.ts';
import { allGlyphs } from '../../../src/network/explorer/all-glyphs.ts';
import { layOut } from '../../../src/network/explorer/layout.ts';
import { shapeNames, shuffled, testForest, walked } from './forests.ts';
import type { TestMember } from './forests.ts';
import { earnedOf, made, paidOf } from './made.ts';

const SEED = 20_261_129;
/** More glyphs than fit in one tile, so that there are tiles of several zooms. */
const SIZE = 4_000;

/** Facts of everybody from the table of members, by walking up member by member. */
function slowFacts(members: readonly TestMember[]) {
  const facts = members.map(({ id }) => ({ people: 0, levels: 0, paid: 0, earned: 0, up: id }));
  members.forEach((member, i) => {
    let height = 1;
    for (let at = i; at >= 0; at = members[at]!.up) {
      const above = facts[at]!;
      above.people++;
      above.levels = Math.max(above.levels, height++);
      above.paid += paidOf(member.id);
      above.earned += earnedOf(member.id);
    }
  });
  return new Map(members.map(({ id, up, day }, i) => [id, { ...facts[i]!, up, day }]));
}

function pathOf(members: readonly TestMember[], start: number): string[] {
  const path: string[] = [];
  for (let at = start; at >= 0; at = members[at]!.up) path.unshift(members[at]!.id);
  return path;
}

describe.each(shapeNames)('an explorer of the shape %s', (shape) => {
  const members = testForest(shape, SIZE, SEED);
  const ready = made(members);
  const total = (value: (id: string) => number): number =>
    members.reduce((sum, { id }) => sum + value(id), 0);

  it('has everybody and all money in the glyphs of every zoom', async () => {
    const { explorer } = await ready;
    const facts = slowFacts(members);
    const candidates = [...facts.values()].filter((one) => one.people >= 30 && one.levels >= 3);
    for (const zoom of [0, 1, 2, 3, 4, 5]) {
      const whole = { zoom, left: 0, top: 0, right: 1, bottom: 1 };
      const seen = await explorer.viewport(whole);
      const sum = (of: (i: (typeof seen)[number]) => number): number =>
        seen.reduce((all, one) => all + of(one), 0);
      const people = sum(({ tile, at }) => (tile.kind[at] === 0 ? 1 : tile.people[at]!));
      expect(people).toBe(SIZE);
      expect(sum(({ tile, at }) => tile.candidates[at]!)).toBe(candidates.length);
      expect(sum(({ tile, at }) => tile.paid_in_minor![at]!)).toBe(total(paidOf));
      expect(sum(({ tile, at }) => tile.earned_minor![at]!)).toBe(total(earnedOf));
    }
    expect(explorer.index.candidates).toBe(candidates.length);
  });

  it('answers a viewport as a search through all glyphs does', async () => {
    const { explorer } = await ready;
    const layout = layOut(walked(members));
    const all = allGlyphs(layout);
    const random = seeded(SEED);
    for (let round = 0; round < 60; round++) {
      const zoom = random.below(12);
      const side = Math.min(1, 4 / 2 ** zoom);
      const left = random.fraction() * (1 - side);
      const top = random.fraction() * (1 - side);
      const [right, bottom] = [left + side, top + side];
      const expected: string[] = [];
      for (let i = 0; i < all.count; i++) {
        if (zoom < all.zoomFrom[i]! || all.zoomTo[i]! < zoom) continue;
        const [x, y] = [all.x[i]!, all.y[i]!];
        if (left <= x && x < right && top <= y && y < bottom) {
          expected.push(`${all.kind[i]} ${all.first[i]}`);
        }
      }
      const seen = await explorer.viewport({ zoom, left, top, right, bottom });
      const got = seen.map(({ tile, at }) => `${tile.kind[at]} ${tile.first[at]}`);
      expect(got.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('tells of a member what walking through the table tells', async () => {
    const { explorer } = await ready;
    const facts = slowFacts(members);
    const random = seeded(SEED);
    for (let round = 0; round < 40; round++) {
      const i = random.below(SIZE);
      const { id } = members[i]!;
      const number = (await explorer.numberOf(id))!;
      const summary = await explorer.summary(number);
      const slow = facts.get(id)!;
      const path = pathOf(members, i);
      expect(summary).toMatchObject({
        id,
        people: slow.people,
        levels: slow.levels,
        level: path.length,
        joined_day: slow.day,
        paid_in_minor: paidOf(id),
        earned_minor: earnedOf(id),
        subtree_paid_in_minor: slow.paid,
        subtree_earned_minor: slow.earned,
      });
      const numbers = (await explorer.pathTo(number)).slice(-20);
      const ids = await Promise.all(numbers.map(async (one) => (await explorer.summary(one)).id));
      expect(ids).toEqual(path.slice(-20));
    }
  });

  it('lists recruits and roots in each order, page by page', async () => {
    const { explorer } = await ready;
    const facts = slowFacts(members);
    const compare = (a: string, b: string): number => {
      const [one, other] = [facts.get(a)!, facts.get(b)!];
      return other.people - one.people || one.day - other.day || (a < b ? -1 : 1);
    };
    const by = {
      size: () => 0,
      joined: (a: string, b: string) => facts.get(a)!.day - facts.get(b)!.day,
      money: (a: string, b: string) => facts.get(b)!.paid - facts.get(a)!.paid,
    };
    for (const up of [-1, 0, 1]) {
      const below = members.flatMap(({ id, up: above }) => (above === up ? [id] : []));
      const of = up < 0 ? null : await explorer.numberOf(members[up]!.id);
      for (const order of ['size', 'joined', 'money'] as const) {
        const sorted = below.toSorted((a, b) => by[order](a, b) || compare(a, b));
        for (const from of [0, 7, 14]) {
          const page = (await explorer.recruits(of, order, from, from + 7))!;
          const ids = await Promise.all(page.map(async (x) => (await explorer.summary(x)).id));
          expect(ids).toEqual(sorted.slice(from, from + 7));
        }
      }
    }
  });

  it('finds ids and persons by their beginning', async () => {
    const { explorer } = await ready;
    const ids = members.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
    for (const prefix of ['m', 'm1', 'm77', ids[0]!, ids.at(-1)!, 'n', '', 'm\u00e9']) {
      const expected = ids.filter((id) => id.startsWith(prefix)).slice(0, 300);
      expect((await explorer.search(prefix, 300)).map(({ key }) => key)).toEqual(expected);
    }
    const some = ids[17]!.slice(2);
    const persons = await explorer.search(`p${some}`, 5_000, 'person');
    const expected = ids.filter((id) => id.slice(2).startsWith(some)).length;
    expect(persons.length).toBe(expected);
    expect(await explorer.numberOf('m')).toBe(null);
  });

  it('has the same bytes for the members in another order', async () => {
    const { files } = await ready;
    const again = await made(shuffled(members, SEED));
    expect([...again.files.keys()]).toEqual([...files.keys()]);
    for (const [name, bytes] of files) {
      expect([name, Buffer.compare(bytes, again.files.get(name)!)]).toEqual([name, 0]);
    }
  });

  it('keeps to the sizes and digests it states', async () => {
    const { files, explorer } = await ready;
    const { index } = explorer;
    for (const [name, { bytes, sha256 }] of Object.entries(index.files)) {
      const file = files.get(name)!;
      expect([name, file.length]).toEqual([name, bytes]);
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    }
    expect(Object.keys(index.files).length).toBe(files.size - 1);
    // Points NEAREST_PX apart, each in a hexagon of its own, on a tile with half of it around.
    expect(index.tiles.glyphs_max).toBeLessThanOrEqual(1_370);
    expect(index.tiles.bytes_max).toBeLessThanOrEqual(1_370 * 61 + 40);
  });
});

describe('money nobody knows', () => {
  it('has no columns and is null', async () => {
    const { explorer } = await made(testForest('random', 50, SEED), 'unknown');
    const tile = (await explorer.tile(0, 0, 0))!;
    expect([tile.paid_in_minor, tile.earned_minor]).toEqual([null, null]);
    expect(await explorer.summary(0)).toMatchObject({
      paid_in_minor: null,
      subtree_earned_minor: null,
    });
    expect(await explorer.recruits(null, 'money', 0, 10)).toBe(null);
  });
});

describe('nobody', () => {
  it('is an empty explorer', async () => {
    const { explorer } = await made([]);
    expect([explorer.index.members, explorer.index.tiles.count]).toEqual([0, 0]);
    expect(await explorer.tile(0, 0, 0)).toBe(null);
    expect(await explorer.viewport({ zoom: 0, left: 0, top: 0, right: 1, bottom: 1 })).toEqual([]);
    expect(await explorer.recruits(null, 'size', 0, 9)).toEqual([]);
    expect(await explorer.search('', 9)).toEqual([]);
    expect(await explorer.timeline(0, 99_999, 9)).toEqual([]);
    expect((await explorer.schemes()).root.length).toBe(0);
  });
});

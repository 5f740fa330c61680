import { describe, expect, it } from 'vitest';
import { generateClean } from '../../src/generate/generate-clean.ts';
import { generateUnknown } from '../../src/generate/generate-unknown.ts';
import { decision, generateJicunxi, ranks } from '../../src/generate/jicunxi.ts';
import { generateMall } from '../../src/generate/mall/generate-mall.ts';
import { yuan } from '../../src/generate/names.ts';
import { platforms } from '../../src/generate/platforms.ts';
import { seeded } from '../../src/generate/random.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { readDump } from '../support/read-dump.ts';

const fen = (value: string | null | undefined): number => Math.round(Number(value) * 100);

describe('every platform', () => {
  it.each(Object.keys(platforms))('%s is the same bytes from the same seed', async (name) => {
    const platform = platforms[name as keyof typeof platforms];
    const texts = [];
    for (let i = 0; i < 2; i++) {
      const { writer, files } = memoryWriter();
      await platform.run({ seed: 5, members: 2_000 }, writer);
      texts.push(JSON.stringify([...files]));
    }
    expect(texts[0] === texts[1]).toBe(true);
    expect(texts[0]!.length).toBeGreaterThan(1_000);
  });
});

describe('random', () => {
  it('is uniform enough and repeats from its seed', () => {
    const random = seeded(42);
    const counts = new Uint32Array(10);
    for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++;
    // Chi-square with 9 degrees of freedom: 27.9 is passed by chance once in a thousand.
    const chi = counts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(27.9);
    expect(seeded(1).fraction()).toBe(seeded(1).fraction());
    expect(seeded(1).fraction()).not.toBe(seeded(2).fraction());
  });
});

describe('yuan', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [39_900, '399.00'],
    [-105, '-1.05'],
  ])('writes %i as %s', (minor, text) => {
    expect(yuan(minor)).toBe(text);
  });
});

describe('the decided case', () => {
  it('reproduces 57,345,400.00 yuan from 15,098 people, and 28,060,004.12 after cost', async () => {
    const { writer, files } = memoryWriter();
    const truth = await generateJicunxi(writer);
    const tables = readDump(files.get('ranked-entry.sql')!);
    const paid = tables.get('eb_other_order')!;
    const takings = paid.reduce((total, row) => total + fen(row['pay_price']), 0);
    expect([paid.length, takings]).toEqual([15_098, 5_734_540_000]);
    expect(takings - 2_928_539_588).toBe(2_806_000_412);
    expect([truth.fees.minor, truth.gain_minor]).toEqual([takings, decision.gain_minor]);
    const perPrice = Map.groupBy(paid, (row) => fen(row['pay_price']));
    expect([...perPrice].map(([price, list]) => [price, list.length]).toSorted()).toEqual(
      ranks.map(({ price, people }) => [price * 100, people]).toSorted(),
    );
  });
});

describe('a mall', () => {
  it('holds the network it says it holds, by a slow count', async () => {
    const { writer, files } = memoryWriter();
    const truth = await generateMall(writer, { members: 1_200, seed: 3, orders_per_member: 1 });
    const tables = readDump(files.get('mall.sql')!);
    const users = tables.get('eb_user')!;
    const slow = slowForest(
      users.map((row) => ({
        no: Number(row['uid']),
        recruiter: row['spread_uid'] === '0' ? null : Number(row['spread_uid']),
        joined: Number(row['add_time']),
        bound: Number(row['spread_time']),
        paid: 0,
      })),
      [],
    );
    const all = [...slow.members.values()];
    const perLevel = truth.people_per_level.map(
      (_, i) => all.filter(({ level }) => level === i + 1).length,
    );
    expect({
      self_parents: slow.selfParents,
      missing_parents: slow.missingParents,
      cycles: slow.cycles,
      cycle_members: slow.cycleMembers,
      roots: all.filter(({ recruiter }) => recruiter === null).length,
      perLevel,
      levels: Math.max(...all.map(({ level }) => level)),
    }).toEqual({
      self_parents: truth.defects.self_parents,
      missing_parents: truth.defects.missing_parents,
      cycles: truth.defects.cycles,
      cycle_members: truth.cycle_members,
      roots: truth.roots,
      perLevel: truth.people_per_level,
      levels: truth.levels,
    });
    const joined = new Map(users.map((row) => [Number(row['uid']), Number(row['add_time'])]));
    const late = [...slow.members].filter(
      ([no, { recruiter }]) => recruiter !== null && joined.get(recruiter)! > joined.get(no)!,
    );
    expect(late).toHaveLength(truth.defects.late_parents);
    expect(new Set(users.map((row) => row['phone'])).size).toBe(truth.persons);
    const count = (name: string): number => tables.get(name)!.length;
    expect(count('eb_other_order')).toBe(truth.memberships_paid.count);
    expect(count('eb_store_order')).toBe(1_200);
    const ledger = tables.get('eb_user_brokerage')!;
    const earned = ledger.reduce((total, row) => total + fen(row['number']), 0);
    expect({ count: ledger.length, minor: earned }).toEqual(truth.commissions);
    const orders = tables.get('eb_store_order')!.filter((row) => row['paid'] === '1');
    const turnover = orders.reduce((total, row) => total + fen(row['pay_price']), 0);
    expect({ count: orders.length, minor: turnover }).toEqual(truth.orders_paid);
  });

  it('refuses more defects than it has members for', async () => {
    const { writer } = memoryWriter();
    // 3 + 5 + 6 + 7 dirty members, 20 who share a phone, and a hundred besides.
    const few = generateMall(writer, { members: 140 });
    await expect(few).rejects.toThrow('generate.members_too_few');
    await expect(generateMall(writer, { members: 141 })).resolves.toMatchObject({ members: 141 });
  });
});

describe('the clean mall', () => {
  it('has nothing in it that its tables could show to be wrong', async () => {
    const { writer, files } = memoryWriter();
    const truth = await generateClean(writer);
    const tables = readDump(files.get('clean-mall.sql')!);
    expect(truth.network.levels).toBe(2);
    expect(truth.network.candidates).toEqual([]);
    const goods = tables.get('eb_store_product')!;
    expect(goods.filter((row) => row['ficti'] !== '0' || fen(row['ot_price']) > 0)).toEqual([]);
    const reviews = tables.get('eb_store_product_reply')!;
    expect(reviews.filter((row) => row['uid'] === '0' || row['is_del'] === '1')).toEqual([]);
    const types = new Set(tables.get('eb_user_brokerage')!.map((row) => row['type']));
    expect([...types]).toEqual(['one_brokerage']);
    expect(tables.get('eb_other_order')).toEqual([]);
    const slow = tables
      .get('eb_store_order_refund')!
      .filter((row) => Number(row['refunded_time']) - Number(row['add_time']) > 7 * 86_400);
    expect(slow).toEqual([]);
  });
});

describe('the unknown back office', () => {
  it.each([1, 2, 3])('speaks vocabulary %i and seats two under each', async (seed) => {
    const { writer, files } = memoryWriter();
    const truth = await generateUnknown(writer, { seed, members: 127 });
    // 2^7 - 1 seats fill seven levels.
    expect(truth.placement.levels).toBe(7);
    const [text] = [...files.values()];
    const [header, ...lines] = text!.trim().slice(1).split('\r\n');
    const place = header!.split(',').indexOf(truth.placement_column);
    const seated = Map.groupBy(lines, (line) => line.split(',')[place]!);
    seated.delete('');
    expect(lines).toHaveLength(127);
    expect(new Set([...seated.values()].map((list) => list.length))).toEqual(new Set([2]));
    expect(truth.fees_minor).toBe(127 * 298_000);
  });
});

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateMall } from '../../src/generate/mall/generate-mall.ts';
import { climb, pathOf } from '../oracle/climbing-forest.ts';
import type { Climbed, Climber, ClimbedForest } from '../oracle/climbing-forest.ts';
import { inFolder, inspectPaths } from '../support/inspected.ts';
import { dumpLines } from '../support/read-dump.ts';

/** A million is what the software must bear; the default is what a test run can bear. */
const size = Number(process.env['POLYPRISM_MEMBERS'] ?? 40_000);
const minutes = 60_000 * (1 + size / 50_000);

interface Tally {
  minor: number;
  count: number;
}

/** What the dump says, read by nothing of the software's. */
interface Read {
  readonly members: Climber[];
  readonly phones: Map<string, number>;
  readonly rows: Map<string, number>;
  readonly fees: Tally;
  readonly commissions: Tally;
  readonly ordersPaid: Tally;
  readonly orders: Tally;
}

async function readMall(path: string): Promise<Read> {
  const none = (): Tally => ({ minor: 0, count: 0 });
  const read: Read = {
    members: [],
    phones: new Map(),
    rows: new Map(),
    fees: none(),
    commissions: none(),
    ordersPaid: none(),
    orders: none(),
  };
  const parse = dumpLines();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const found = parse(line);
    if (found === null) continue;
    const { table, columns } = found;
    for (const values of found.rows) {
      read.rows.set(table, (read.rows.get(table) ?? 0) + 1);
      takeRow(read, table, (column) => values[columns.indexOf(column)]!);
    }
  }
  return read;
}

function takeRow(read: Read, table: string, get: (column: string) => string): void {
  const fen = (column: string): number => Math.round(Number(get(column)) * 100);
  if (table === 'eb_user') {
    const [id, recruiter, joined, bound] = ['uid', 'spread_uid', 'add_time', 'spread_time'].map(
      (column) => Number(get(column)),
    );
    read.members.push({
      id: id!,
      recruiter: recruiter === 0 ? null : recruiter!,
      joined: joined!,
      bound: bound === 0 ? null : bound!,
    });
    read.phones.set(get('phone'), (read.phones.get(get('phone')) ?? 0) + 1);
  } else if (table === 'eb_other_order') {
    if (get('paid') === '1') add(read.fees, fen('pay_price'));
  } else if (table === 'eb_user_brokerage') {
    if (get('pm') === '1') add(read.commissions, fen('number'));
  } else if (table === 'eb_store_order') {
    add(read.orders, fen('total_price') + fen('total_postage'));
    if (get('paid') === '1') add(read.ordersPaid, fen('pay_price'));
  }
}

function add(tally: Tally, minor: number): void {
  tally.minor += minor;
  tally.count++;
}

/** China has kept UTC+8 all year since 1992. */
const dayOf = (seconds: number): number => Math.floor((seconds + 8 * 3_600) / 86_400);
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Ids of a mall are digits: their order as text is that of their code units. */
function largestFirst(a: Climbed, b: Climbed): number {
  return b.people - a.people || b.levels - a.levels || (String(a.id) < String(b.id) ? -1 : 1);
}

function perLevel(members: readonly Climbed[]): number[] {
  const counts: number[] = [];
  for (const { level } of members) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return counts;
}

/** The first places where two lists differ: a difference of 70,000 objects helps nobody. */
function differences(found: readonly unknown[], expected: readonly unknown[]): unknown[] {
  const [a, b] = [found, expected].map((list) => list.map((one) => JSON.stringify(one)));
  const places = Array.from({ length: Math.max(a!.length, b!.length) }, (_, i) => i);
  return places
    .filter((i) => a![i] !== b![i])
    .slice(0, 3)
    .map((i) => ({ found: a![i], expected: b![i] }));
}

const { truth, read, forest, report } = await inFolder(async (folder) => {
  const planted = await generateMall(folderWriter(folder), { members: size, seed: 11 });
  const found = await inspectPaths([folder]);
  const said = await readMall(join(folder, 'mall.sql'));
  const climbed: ClimbedForest = climb(said.members, dayOf);
  return { truth: planted, read: said, forest: climbed, report: found };
});
const tree = report.network.trees[0]!;
const roots = forest.members.filter(({ recruiter }) => recruiter === null);
const members = forest.members.toSorted(largestFirst);

describe(
  `a mall of ${size} members, by a second program that climbs its forest`,
  { timeout: minutes },
  () => {
    it('accounts for every row of the dump', () => {
      const rows = report.raw_tables.filter((one) => one.read > 0);
      expect(Object.fromEntries(rows.map((one) => [one.name, one.read]))).toEqual(
        Object.fromEntries(read.rows),
      );
      expect(report.raw_tables.filter((one) => one.refused > 0)).toEqual([]);
    });

    it('has its shape and its dirt', () => {
      const shape = {
        members: forest.members.length,
        roots: roots.length,
        levels: Math.max(...perLevel(members).keys()) + 1,
        people_per_level: perLevel(members),
        self_parents: forest.selfParents,
        missing_parents: forest.missingParents,
        cycles: forest.cycles,
        cycle_members: forest.cycleMembers,
        late_parents: forest.lateParents,
      };
      expect(tree).toMatchObject(shape);
      const { members: people, roots: tops, levels, people_per_level, cycle_members } = truth;
      const { shared_phones: _pairs, ...dirt } = truth.defects;
      const planted = { members: people, roots: tops, levels, people_per_level, cycle_members };
      expect(shape).toEqual({ ...planted, ...dirt });
    });

    it('has every organiser candidate, in order, with the day it crossed the line', () => {
      const line = members.filter((one) => one.people >= 30 && one.levels >= 3);
      const expected = line.map((one) => ({
        member_id: String(one.id),
        people: one.people,
        levels: one.levels,
        direct: one.direct,
        level: one.level,
        crossed_30_3: dateOf(Math.max(one.firstDays[29]!, one.thirdLevelDay)),
      }));
      const found = tree.candidates.map((one) => ({ ...one, path: undefined }));
      expect(expected.length).toBeGreaterThan(size / 20);
      expect(tree.candidates_total).toBe(expected.length);
      expect(differences(found, expected)).toEqual([]);
      const named = tree.candidates.filter(({ path }) => path.length > 0);
      const uplines = line
        .slice(0, named.length)
        .map((one) => pathOf(one).map(({ id }) => String(id)));
      expect(named.length).toBeGreaterThan(1_000);
      expect(
        differences(
          named.map(({ path }) => path),
          uplines,
        ),
      ).toEqual([]);
    });

    it('has the largest structures level by level, and when members joined', () => {
      const tops = members.filter(({ recruiter, people }) => recruiter === null && people > 1);
      const heads = new Map(tops.slice(0, 100).map((top): [Climbed, Climbed[]] => [top, []]));
      for (const member of members) heads.get(pathOf(member)[0]!)?.push(member);
      const expected = [...heads].map(([top, below]) => ({
        root_id: String(top.id),
        people: top.people,
        levels: top.levels,
        people_per_level: perLevel(below),
      }));
      expect(differences(tree.schemes, expected)).toEqual([]);
      const months = Map.groupBy(members, ({ joinedDay }) => dateOf(joinedDay).slice(0, 7));
      expect(
        Object.fromEntries(tree.joined_per_month.map((one) => [one.month, one.members])),
      ).toEqual(Object.fromEntries([...months].map(([month, joined]) => [month, joined.length])));
    });

    it('tells persons from accounts by their phones', () => {
      const shared = [...read.phones.values()].filter((accounts) => accounts > 1);
      const persons = { persons: read.phones.size, shared: shared.reduce((sum, n) => sum + n, 0) };
      expect({
        persons: report.network.persons,
        shared: report.network.shared_contact_accounts,
      }).toEqual(persons);
      expect(persons).toEqual({ persons: truth.persons, shared: truth.shared_contact_accounts });
    });

    it('adds up to the fen', () => {
      const { fees, commissions, orders, ordersPaid } = read;
      expect(report.money).toMatchObject({
        fees: fees.minor,
        commissions: commissions.minor,
        orders: orders.minor,
        orders_paid: ordersPaid.minor,
        counts: {
          fees: fees.count,
          commissions: commissions.count,
          orders: orders.count,
          orders_paid: ordersPaid.count,
        },
      });
      expect({ fees, commissions, ordersPaid }).toEqual({
        fees: truth.memberships_paid,
        commissions: truth.commissions,
        ordersPaid: truth.orders_paid,
      });
    });
  },
);

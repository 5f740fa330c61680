import { expect } from 'vitest';
import { analyseTree, headThresholds } from '../../../src/network/analyse-tree.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { tieDay } from '../../../src/network/live/claims.ts';
import type { LiveEvent } from '../../../src/network/live/live-event.ts';
import { liveFigures } from '../../../src/network/live/live-network.ts';
import type { LiveNetwork } from '../../../src/network/live/live-network.ts';
import { slowClaims } from '../../oracle/slow-claims.ts';
import type { SlowAccount } from '../../oracle/slow-claims.ts';
import { slowForest } from '../../oracle/slow-forest.ts';
import { dayOf } from './random-events.ts';

interface Figures {
  readonly parent: string | null;
  readonly root: string;
  readonly level: number;
  readonly direct: number;
  readonly people: number;
  readonly present: number;
  readonly levels: number;
  readonly peopleOn: readonly (number | null)[];
  readonly thirdOn: number | null;
  readonly paid: number;
  readonly subtreePaid: number;
  readonly subtreeEarned: number;
}

const day = (at: number | null): number => (at === null ? UNKNOWN_DAY : dayOf(at));
const known = (one: number): number | null => (one === UNKNOWN_DAY ? null : one);

function fromLive(live: LiveNetwork, { id }: SlowAccount): Figures {
  const figures = liveFigures(live, id)!;
  const idOf = (no: number): string => live.members.textOf(no);
  return {
    parent: figures.parent === ROOT ? null : idOf(figures.parent),
    root: idOf(figures.root),
    level: figures.level,
    direct: figures.direct,
    people: figures.people,
    present: figures.present,
    levels: figures.levels,
    peopleOn: figures.people_on,
    thirdOn: figures.levels_3_on,
    paid: figures.paid_in_minor ?? 0,
    subtreePaid: figures.subtree_paid_in_minor ?? 0,
    subtreeEarned: figures.subtree_earned_minor ?? 0,
  };
}

/** The batch kernels over what the events come to. */
function fromBatch(accounts: readonly SlowAccount[]): Figures[] {
  const no = new Map(accounts.map(({ id }, i) => [id, i]));
  const parent = Int32Array.from(accounts, ({ recruiter }) =>
    recruiter === null ? ROOT : (no.get(recruiter) ?? MISSING),
  );
  const joined = Int32Array.from(accounts, (one) => day(one.joined_at));
  const tied = Int32Array.from(accounts, (one) => tieDay(day(one.joined_at), day(one.bound_at)));
  const amounts = (of: (one: SlowAccount) => number): Float64Array =>
    Float64Array.from(accounts, of);
  const tree = analyseTree('sponsor', parent, joined, tied, {
    paidIn: amounts(({ paid }) => paid),
    earned: amounts(({ earned }) => earned),
  });
  expect(tree.repairs.cuts).toEqual([]);
  const figures: Figures[] = [];
  tree.memberNo.forEach((member, node) => {
    const idOf = (one: number): string => accounts[one]!.id;
    const above = tree.parentNo[node]!;
    figures[member] = {
      parent: above === ROOT ? null : idOf(above),
      root: idOf(tree.rootNo[node]!),
      level: tree.level[node]!,
      direct: tree.direct[node]!,
      people: tree.people[node]!,
      present: presentBelow(tree.parentOfMember, accounts, member),
      levels: tree.levels[node]!,
      peopleOn: tree.peopleDays.map((days) => known(days[node]!)),
      thirdOn: known(tree.thirdLevelDay[node]!),
      paid: tree.paidIn![node]!,
      subtreePaid: tree.subtreePaidIn![node]!,
      subtreeEarned: tree.subtreeEarned![node]!,
    };
  });
  return figures;
}

/** Those who have not left and stand below a member, by climbing from each. */
function presentBelow(
  parent: Int32Array,
  accounts: readonly SlowAccount[],
  member: number,
): number {
  return accounts.filter(({ left }, start) => {
    for (let at = start; at !== ROOT; at = parent[at]!) if (at === member) return !left;
    return false;
  }).length;
}

/** The slow forest over the same: the kernels and the live network could share a mistake. */
function fromSlow(accounts: readonly SlowAccount[]): Partial<Figures>[] {
  const no = new Map(accounts.map(({ id }, i) => [id, i]));
  const list = accounts.map(({ recruiter, joined_at, bound_at, paid }, i) => ({
    no: i,
    recruiter: recruiter === null ? null : (no.get(recruiter) ?? 9_999),
    joined: known(day(joined_at)),
    bound: known(day(bound_at)),
    paid,
  }));
  const { members } = slowForest(list, headThresholds);
  return list.map((one) => {
    const { level, direct, people, levels, paid, peopleDay, thirdLevelDay } = members.get(one.no)!;
    const peopleOn = headThresholds.map((heads) => peopleDay[heads]!);
    return { level, direct, people, levels, peopleOn, thirdOn: thirdLevelDay, subtreePaid: paid };
  });
}

/** Every figure of everybody, against the batch and, where asked, the slow forest. */
export function expectAgreement(
  live: LiveNetwork,
  done: readonly LiveEvent[],
  slow: boolean,
): void {
  const accounts = slowClaims(done);
  const figures = accounts.map((account) => fromLive(live, account));
  expect(figures).toEqual(fromBatch(accounts));
  if (slow) fromSlow(accounts).forEach((one, i) => expect(figures[i]).toMatchObject(one));
  expect(live.forest.known).toBe(accounts.length);
}

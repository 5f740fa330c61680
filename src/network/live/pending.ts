import { ROOT } from '../forest.ts';
import { grown, grownDoubles, push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { pathsUp } from './paths-up.ts';
import { LEVELS, PEOPLE, PRESENT, SLOT, STRIDE } from './record.ts';

/** Slots that may wait at least; in a large forest one for every so many members may. */
const SLOTS_MIN = 1 << 18;
const MEMBERS_A_SLOT = 8;
/** Where more wait than one member in so many, going through all members is the shorter way. */
const MEMBERS_A_WAY = 16;

function handUpIfMany(forest: LiveForest): void {
  const { length } = forest.pending.members;
  if (length >= SLOTS_MIN && length * MEMBERS_A_SLOT >= forest.count) handUp(forest);
}

/** The slot of a member's pending changes; a new one holds none. */
function slotOf(forest: LiveForest, member: number): number {
  const { record, pending } = forest;
  const at = member * STRIDE + SLOT;
  if (record[at] !== 0) return record[at]!;
  push(pending.members, member);
  const slot = pending.members.length;
  if (slot >= pending.people.length) {
    const length = pending.people.length * 2;
    pending.people = grown(pending.people, length);
    pending.present = grown(pending.present, length);
    pending.levels = grown(pending.levels, length);
    pending.money[0] = grownDoubles(pending.money[0], length);
    pending.money[1] = grownDoubles(pending.money[1], length);
  }
  record[at] = slot;
  return slot;
}

/** Notes that the subtree of `member` has grown (or shrunk); `levels` is what it must reach. */
export function addPeople(
  forest: LiveForest,
  member: number,
  people: number,
  present: number,
  levels: number,
): void {
  const slot = slotOf(forest, member);
  const { pending } = forest;
  pending.people[slot]! += people;
  pending.present[slot]! += present;
  if (levels > pending.levels[slot]!) pending.levels[slot] = levels;
  handUpIfMany(forest);
}

/** Notes that `amount` came into the subtree of `member`. */
export function addMoney(forest: LiveForest, member: number, kind: 0 | 1, amount: number): void {
  const slot = slotOf(forest, member);
  forest.pending.money[kind][slot]! += amount;
  handUpIfMany(forest);
}

/** Hands all pending changes to everybody above: figures are exact after it. */
export function handUp(forest: LiveForest): void {
  const { record, pending } = forest;
  if (forest.ordered && pending.members.length * MEMBERS_A_WAY > forest.count) {
    for (let member = forest.count - 1; member >= 0; member--) {
      if (record[member * STRIDE + SLOT] !== 0) handOver(forest, member);
    }
  } else {
    const waiting = pending.members.items.subarray(0, pending.members.length);
    for (const member of pathsUp(forest, waiting)) handOver(forest, member);
  }
  pending.members.length = 0;
}

/** Takes over what is pending for a member, and passes it on to the upline. */
function handOver(forest: LiveForest, member: number): void {
  const { record, pending, money } = forest;
  const at = member * STRIDE;
  const slot = record[at + SLOT]!;
  const people = pending.people[slot]!;
  const present = pending.present[slot]!;
  const levels = pending.levels[slot]!;
  record[at + PEOPLE]! += people;
  record[at + PRESENT]! += present;
  if (levels > record[at + LEVELS]!) record[at + LEVELS] = levels;
  record[at + SLOT] = 0;
  pending.people[slot] = 0;
  pending.present[slot] = 0;
  pending.levels[slot] = 0;
  const above = forest.parent[member]!;
  const next = above === ROOT ? 0 : slotOf(forest, above);
  if (money[0]) passAmount(forest, 0, member, slot, next);
  if (money[1]) passAmount(forest, 1, member, slot, next);
  if (next === 0) return;
  pending.people[next]! += people;
  pending.present[next]! += present;
  if (levels > 0 && levels >= pending.levels[next]!) pending.levels[next] = levels + 1;
}

function passAmount(
  { money, pending }: LiveForest,
  kind: 0 | 1,
  member: number,
  slot: number,
  next: number,
): void {
  const amount = pending.money[kind][slot]!;
  money[kind]!.below[member]! += amount;
  pending.money[kind][slot] = 0;
  if (next > 0) pending.money[kind][next]! += amount;
}

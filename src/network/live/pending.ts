import { ROOT } from '../forest.ts';
import { grown, grownDoubles, push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { pathsUp } from './paths-up.ts';
import { LEVELS, PARENT, PEOPLE, PRESENT, SLOT, STRIDE } from './record.ts';

/** Slots that may wait: beyond, they no longer fit the cache and are handed up. */
const SLOTS_MAX = 1 << 18;

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
  if (pending.members.length >= SLOTS_MAX) handUp(forest);
}

/** Notes that `amount` came into the subtree of `member`. */
export function addMoney(forest: LiveForest, member: number, kind: 0 | 1, amount: number): void {
  const slot = slotOf(forest, member);
  forest.pending.money[kind][slot]! += amount;
  if (forest.pending.members.length >= SLOTS_MAX) handUp(forest);
}

/** Hands all pending changes to everybody above: figures are exact after it. */
export function handUp(forest: LiveForest): void {
  const { record, pending, money } = forest;
  const waiting = pending.members.items.subarray(0, pending.members.length);
  for (const member of pathsUp(forest, waiting)) {
    const at = member * STRIDE;
    const slot = record[at + SLOT]!;
    const people = pending.people[slot]!;
    const present = pending.present[slot]!;
    const levels = pending.levels[slot]!;
    record[at + PEOPLE]! += people;
    record[at + PRESENT]! += present;
    if (levels > record[at + LEVELS]!) record[at + LEVELS] = levels;
    const above = record[at + PARENT]!;
    const next = above === ROOT ? 0 : slotOf(forest, above);
    for (const kind of [0, 1] as const) {
      const one = money[kind];
      if (!one) continue;
      const amount = pending.money[kind][slot]!;
      one.below[member]! += amount;
      pending.money[kind][slot] = 0;
      if (next > 0) pending.money[kind][next]! += amount;
    }
    pending.people[slot] = 0;
    pending.present[slot] = 0;
    pending.levels[slot] = 0;
    record[at + SLOT] = 0;
    if (next === 0) continue;
    pending.people[next]! += people;
    pending.present[next]! += present;
    if (levels > 0 && levels >= pending.levels[next]!) pending.levels[next] = levels + 1;
  }
  pending.members.length = 0;
}

import { ROOT } from '../forest.ts';
import { push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { pathsUp } from './paths-up.ts';
import * as field from './record.ts';

const { STRIDE, FLAGS, PENDING, PENDING_PEOPLE, PENDING_PRESENT, PENDING_LEVELS } = field;

/** Where more wait than one member in so many, going through all members is the shorter way. */
const MEMBERS_A_WAY = 16;

/** Notes that the subtree of `member` has grown (or shrunk); `levels` is what it must reach. */
export function addPeople(
  forest: LiveForest,
  member: number,
  people: number,
  present: number,
  levels: number,
): void {
  const { record } = forest;
  const at = member * STRIDE;
  record[at + PENDING_PEOPLE]! += people;
  record[at + PENDING_PRESENT]! += present;
  if (levels > record[at + PENDING_LEVELS]!) record[at + PENDING_LEVELS] = levels;
  letWait(forest, member);
}

/** Notes that `amount` came into the subtree of `member`. */
export function addMoney(forest: LiveForest, member: number, kind: 0 | 1, amount: number): void {
  // There is money: somebody's amount is being added.
  forest.money[kind]!.pending[member]! += amount;
  letWait(forest, member);
}

function letWait({ record, pending }: LiveForest, member: number): void {
  const flags = member * STRIDE + FLAGS;
  if ((record[flags]! & PENDING) !== 0) return;
  record[flags]! |= PENDING;
  push(pending, member);
}

/** Hands all pending changes to everybody above: figures are exact after it. */
export function handUp(forest: LiveForest): void {
  const { record, pending } = forest;
  if (forest.ordered && pending.length * MEMBERS_A_WAY > forest.count) {
    for (let member = forest.count - 1; member >= 0; member--) {
      if ((record[member * STRIDE + FLAGS]! & PENDING) !== 0) handOver(forest, member);
    }
  } else {
    const waiting = pending.items.subarray(0, pending.length);
    for (const member of pathsUp(forest, waiting)) handOver(forest, member);
  }
  pending.length = 0;
}

/** Takes over what is pending for a member, and passes it on to the upline. */
function handOver({ record, parent, money }: LiveForest, member: number): void {
  const at = member * STRIDE;
  const above = parent[member]!;
  const people = record[at + PENDING_PEOPLE]!;
  const present = record[at + PENDING_PRESENT]!;
  const levels = record[at + PENDING_LEVELS]!;
  record[at + field.PEOPLE]! += people;
  record[at + field.PRESENT]! += present;
  if (levels > record[at + field.LEVELS]!) record[at + field.LEVELS] = levels;
  record[at + PENDING_PEOPLE] = 0;
  record[at + PENDING_PRESENT] = 0;
  record[at + PENDING_LEVELS] = 0;
  record[at + FLAGS]! &= ~PENDING;
  for (let kind = 0; kind < money.length; kind++) {
    const one = money[kind];
    if (!one) continue;
    const amount = one.pending[member]!;
    one.below[member]! += amount;
    one.pending[member] = 0;
    if (above !== ROOT) one.pending[above]! += amount;
  }
  if (above === ROOT) return;
  const up = above * STRIDE;
  record[up + PENDING_PEOPLE]! += people;
  record[up + PENDING_PRESENT]! += present;
  if (levels > 0 && levels >= record[up + PENDING_LEVELS]!) {
    record[up + PENDING_LEVELS] = levels + 1;
  }
  record[up + FLAGS]! |= PENDING;
}

import { ROOT } from '../forest.ts';
import { fetched } from './fetched.ts';
import { push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { pathsUp } from './paths-up.ts';
import * as field from './record.ts';
import { lowerThird } from './third-level.ts';

const { STRIDE, FLAGS, FRESH, PENDING_PEOPLE, PENDING_PRESENT, PENDING_LEVELS } = field;
/** Words looked at before what they say is done: what it reads should stay in the cache. */
const WORDS_AT_ONCE = 32;

/** Where more wait than one member in so many, looking at every bit is the shorter way. */
const MEMBERS_A_WAY = 1 << 14;

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

/** Notes that there is something to hand up from a member. */
export function letWait({ isPending, pending }: LiveForest, member: number): void {
  const word = member >>> 5;
  const bit = 1 << (member & 31);
  if ((isPending[word]! & bit) !== 0) return;
  isPending[word]! |= bit;
  push(pending, member);
}

/** Hands all pending changes to everybody above: figures are exact after it. */
export function handUp(forest: LiveForest): void {
  const { pending, isPending } = forest;
  if (pending.length === 0) return;
  if (forest.ordered && pending.length * MEMBERS_A_WAY > forest.count) {
    handUpInOrder(forest);
  } else {
    for (const member of pathsUp(forest, pending.items.subarray(0, pending.length))) {
      isPending[member >>> 5] = 0;
      handOver(forest, member);
    }
  }
  pending.length = 0;
}

/** Recruits have larger numbers than their uplines: whoever is below comes first. */
function handUpInOrder(forest: LiveForest): void {
  const { isPending, parent, count } = forest;
  for (let last = (count - 1) >>> 5; last >= 0; last -= WORDS_AT_ONCE) {
    const first = Math.max(0, last - WORDS_AT_ONCE + 1);
    fetch(forest, first, last);
    for (let word = last; word >= first; word--) {
      // An upline that waits from now on may stand in the same word.
      for (let bits = isPending[word]!; bits !== 0; bits = isPending[word]!) {
        const bit = 31 - Math.clz32(bits);
        const member = word * 32 + bit;
        isPending[word] = bits & ~(1 << bit);
        const above = parent[member]!;
        if (above !== ROOT) isPending[above >>> 5]! |= 1 << (above & 31);
        handOver(forest, member);
      }
    }
  }
}

/** Fetches the records of everybody who waits in some words, and of their uplines. */
function fetch({ isPending, parent, record }: LiveForest, first: number, last: number): void {
  let sum = 0;
  for (let word = first; word <= last; word++) {
    for (let bits = isPending[word]!; bits !== 0; bits &= bits - 1) {
      const member = word * 32 + 31 - Math.clz32(bits & -bits);
      sum ^= record[member * STRIDE]!;
      const above = parent[member]!;
      if (above !== ROOT) sum ^= record[above * STRIDE]!;
    }
  }
  fetched[0] = sum;
}

/**
 * Takes over what is pending for a member, and tells the upline: of all that is new below, and of
 * the member itself where it is new.
 */
function handOver(forest: LiveForest, member: number): void {
  const { record, parent } = forest;
  const at = member * STRIDE;
  const people = record[at + PENDING_PEOPLE]!;
  const present = record[at + PENDING_PRESENT]!;
  record[at + field.PEOPLE]! += people;
  record[at + field.PRESENT]! += present;
  const pendingLevels = record[at + PENDING_LEVELS]!;
  if (pendingLevels > record[at + field.LEVELS]!) record[at + field.LEVELS] = pendingLevels;
  record[at + PENDING_PEOPLE] = 0;
  record[at + PENDING_PRESENT] = 0;
  record[at + PENDING_LEVELS] = 0;
  const isFresh = (record[at + FLAGS]! & FRESH) === 0 ? 0 : 1;
  record[at + FLAGS]! &= ~FRESH;
  const above = parent[member]!;
  handMoney(forest, member, above);
  if (above === ROOT) return;
  const up = above * STRIDE;
  const levels = record[at + field.LEVELS]! + 1;
  record[up + PENDING_PEOPLE]! += people + isFresh;
  record[up + PENDING_PRESENT]! += present + isFresh;
  if (levels > record[up + PENDING_LEVELS]!) record[up + PENDING_LEVELS] = levels;
  record[up + field.DIRECT]! += isFresh;
  const day = record[at + field.TIED]!;
  if (day < record[up + field.SECOND]!) record[up + field.SECOND] = day;
  lowerThird(forest, above, Math.max(day, record[at + field.SECOND]!));
}

function handMoney({ money }: LiveForest, member: number, above: number): void {
  for (let kind = 0; kind < money.length; kind++) {
    const one = money[kind];
    if (!one) continue;
    const amount = one.pending[member]!;
    one.below[member]! += amount;
    one.pending[member] = 0;
    if (above !== ROOT) one.pending[above]! += amount;
  }
}

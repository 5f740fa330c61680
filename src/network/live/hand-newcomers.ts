import { headThresholds } from '../analyse-tree.ts';
import { ROOT } from '../forest.ts';
import { remember } from './alerts.ts';
import { fetched } from './fetched.ts';
import { intList, push } from './int-list.ts';
import { DATES } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { COUNT_BITS, JOINED, STRIDE, TIED, TIED_BIT } from './record.ts';

const HIGHEST = headThresholds.at(-1)!;

/** Which threshold that many people reach; 0xff for none. */
const thresholdAt = new Uint8Array(HIGHEST + 1).fill(0xff);
headThresholds.forEach((heads, i) => (thresholdAt[heads] = i));

/** Ways up walked at once: while one waits for memory, the others go on. */
const WAYS = 16;
const ways = new Int32Array(WAYS);

/** Who reached which threshold on which day, three numbers each: written down as a second step. */
const reached = intList();

/**
 * Counts newcomers, who stand for themselves alone, with everybody above who is connected so far,
 * as `firstPeople` does. They come in the order of their days, an upline before its recruits.
 */
export function handNewcomers(forest: LiveForest, members: Int32Array): void {
  const { record } = forest;
  for (let from = 0; from < members.length;) {
    const day = record[members[from]! * STRIDE + TIED]!;
    let to = from + 1;
    while (to < members.length && record[members[to]! * STRIDE + TIED] === day) to++;
    handDay(forest, members, from, to, day);
    from = to;
  }
  fetchReached(forest);
  for (let i = 0; i < reached.length; i += 3) {
    reach(forest, reached.items[i]!, reached.items[i + 1]!, reached.items[i + 2]!);
  }
  reached.length = 0;
}

function fetchReached({ record, dates }: LiveForest): void {
  let sum = 0;
  for (let i = 0; i < reached.length; i += 3) {
    const member = reached.items[i]!;
    sum ^= record[member * STRIDE]! ^ dates[member * DATES]!;
  }
  fetched[0] = sum;
}

/**
 * Those of one day. In which order they reach somebody makes no difference to the day on which a
 * threshold is: each adds one wherever it passes, and who stops at somebody with the highest
 * threshold leaves those above to the ones who made it so.
 */
function handDay(
  forest: LiveForest,
  members: Int32Array,
  from: number,
  to: number,
  day: number,
): void {
  const { parent, heads } = forest;
  let next = from;
  let open = 0;
  while (open < WAYS && next < to) ways[open++] = setOut(forest, members[next++]!);
  while (open > 0) {
    for (let way = 0; way < open; way++) {
      const above = ways[way]!;
      const before = heads[above]!;
      const had = before & COUNT_BITS;
      let then = ROOT;
      if (had < HIGHEST) {
        heads[above] = before + 1;
        const threshold = thresholdAt[had + 1]!;
        if (threshold !== 0xff) {
          push(reached, above);
          push(reached, threshold);
          push(reached, day);
        }
        if ((before & TIED_BIT) !== 0) then = parent[above]!;
      }
      if (then === ROOT && next < to) then = setOut(forest, members[next++]!);
      // The last way takes the place of one that ends; it waits for the next round.
      ways[way] = then === ROOT ? ways[--open]! : then;
    }
  }
}

/** The newcomer is connected; its way starts with the upline. */
function setOut({ parent, heads }: LiveForest, member: number): number {
  heads[member] = TIED_BIT | 1;
  return parent[member]!;
}

function reach(forest: LiveForest, member: number, threshold: number, day: number): void {
  remember(forest, member);
  const joined = forest.record[member * STRIDE + JOINED]!;
  forest.dates[member * DATES + threshold] = Math.max(day, joined);
}

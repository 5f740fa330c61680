import { ROOT } from '../forest.ts';
import { intList, push } from './int-list.ts';
import type { IntList } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { FLAGS, STRIDE, VISITED } from './record.ts';

/**
 * Everybody on the ways from some members up to their roots, once each, whoever stands below
 * before whoever stands above. The ways share their upper parts, so this is far less than the
 * sum of their lengths.
 *
 * Each way ends where it meets an earlier one. Taken latest first, all that flows into a way has
 * been seen before the way itself.
 */
export function pathsUp({ record, parent }: LiveForest, from: Int32Array): Int32Array {
  const met = intList();
  const starts = intList();
  for (const member of from) {
    push(starts, met.length);
    for (let x = member; x !== ROOT; x = parent[x]!) {
      const flags = x * STRIDE + FLAGS;
      if ((record[flags]! & VISITED) !== 0) break;
      record[flags]! |= VISITED;
      push(met, x);
    }
  }
  return latestFirst(record, met, starts);
}

function latestFirst(record: Int32Array, met: IntList, starts: IntList): Int32Array {
  const order = new Int32Array(met.length);
  let next = 0;
  let end = met.length;
  for (let way = starts.length - 1; way >= 0; way--) {
    const start = starts.items[way]!;
    for (let i = start; i < end; i++) {
      const member = met.items[i]!;
      record[member * STRIDE + FLAGS]! &= ~VISITED;
      order[next++] = member;
    }
    end = start;
  }
  return order;
}

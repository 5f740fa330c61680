import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import type { Forest } from '../forest.ts';
import { levels } from '../levels.ts';
import { subtreeLevels } from '../subtree-levels.ts';
import { subtreePeople } from '../subtree-people.ts';
import { orderBy } from './order-by.ts';

/**
 * A forest numbered for walking: a member, then everything below it, then its next sibling.
 * Siblings, and roots, go by people (most first), day joined (first first, unknown last) and id.
 * The subtree of `x` is `x` to `x + people[x]`, its first recruit is `x + 1`; arrays are by these
 * numbers. The numbers depend on ids, days and uplines alone, not on the order of the input.
 */
export interface WalkOrder {
  /** Number of the upline; ROOT for none. */
  readonly parent: Int32Array;
  readonly people: Int32Array;
  readonly level: Int32Array;
  readonly levels: Int32Array;
  /** Day joined, in days since 1970-01-01; UNKNOWN_DAY where unknown. */
  readonly joinedDay: Int32Array;
  /** Node of the forest each number stands for. */
  readonly nodeOf: Int32Array;
}

/** Columns are by node; `idRank` is the place of each id among all ids. */
export function walkOrder(forest: Forest, joinedDay: Int32Array, idRank: Int32Array): WalkOrder {
  const { parent } = forest;
  const count = parent.length;
  const people = subtreePeople(forest);
  const order = bySize(people, joinedDay, idRank);
  const numberOf = new Int32Array(count);
  // Where the next sibling goes. A parent holds more people than a child, so it came before.
  const next = new Int32Array(count);
  let nextRoot = 0;
  for (const node of order) {
    const up = parent[node]!;
    const number = up === ROOT ? nextRoot : next[up]!;
    if (up === ROOT) nextRoot += people[node]!;
    else next[up]! += people[node]!;
    numberOf[node] = number;
    next[node] = number + 1;
  }
  const nodeOf = new Int32Array(count);
  numberOf.forEach((number, node) => (nodeOf[number] = node));
  const place = (column: Int32Array): Int32Array => nodeOf.map((node) => column[node]!);
  return {
    parent: nodeOf.map((node) => (parent[node] === ROOT ? ROOT : numberOf[parent[node]!]!)),
    people: place(people),
    level: place(levels(forest)),
    levels: place(subtreeLevels(forest)),
    joinedDay: place(joinedDay),
    nodeOf,
  };
}

function bySize(people: Int32Array, joinedDay: Int32Array, idRank: Int32Array): Int32Array {
  const byId = new Int32Array(idRank.length);
  idRank.forEach((rank, node) => (byId[rank] = node));
  return orderBy(
    orderBy(byId, daysFromZero(joinedDay)),
    people.map((one) => people.length - one),
  );
}

/** Days shifted so that none is negative; the unknown stays last. */
export function daysFromZero(day: Int32Array): Int32Array {
  const first = day.reduce((least, one) => Math.min(least, one), UNKNOWN_DAY);
  return day.map((one) => (one === UNKNOWN_DAY ? UNKNOWN_DAY : one - first));
}

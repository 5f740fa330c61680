import { headThresholds, jointThresholds } from '../analyse-tree.ts';
import type { Tree } from '../analyse-tree.ts';
import { edgeOrder } from '../edge-order.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import type { MemberTies } from './member-ties.ts';
import { replay } from './replay.ts';
import type { AmountEvents, Target, TieEvents } from './replay.ts';
import { structures } from './structures.ts';

/** The structures in which somebody moved, as they were; numbers are member_no. */
export interface History {
  /** Everybody who ever stood in one of them, in order. */
  readonly members: Int32Array;
  readonly movers: number;
  /** Ties in the order they came about; above ROOT: the member hung under nobody from then on. */
  readonly day: Int32Array;
  readonly member: Int32Array;
  readonly above: Int32Array;
  /** Members whose tie would on some day have closed a circle. */
  readonly refused: readonly number[];
}

export interface MemberDays {
  readonly joined: Int32Array;
  /** When the present tie took effect. */
  readonly tied: Int32Array;
}

/**
 * Lives through the structures in which somebody moved and corrects the days of `tree` in place;
 * elsewhere counts only ever grow, and the days of the kernels are right. Null where nobody moved.
 */
export function replayHistory(tree: Tree, ties: MemberTies, days: MemberDays): History | null {
  if (ties.movers.length === 0) return null;
  const members = touched(tree.parentOfMember, ties);
  const slotOf = new Int32Array(tree.parentOfMember.length).fill(ROOT);
  members.forEach((member, slot) => (slotOf[member] = slot));
  const joinedDay = members.map((member) => days.joined[member]!);
  const watched = targetsOf(tree);
  const {
    days: reached,
    made,
    refused,
  } = replay({
    joinedDay,
    ties: tieEvents(members, slotOf, tree.parentOfMember, ties, days.tied),
    amounts: heads(joinedDay),
    targets: watched.map(({ target }) => target),
  });
  tree.memberNo.forEach((member, node) => {
    const slot = slotOf[member]!;
    if (slot === ROOT) return;
    watched.forEach(({ days: into }, i) => (into[node] = reached[i]![slot]!));
  });
  return {
    members,
    movers: ties.movers.length,
    day: Int32Array.from(made.day),
    member: Int32Array.from(made.node, (slot) => members[slot]!),
    above: Int32Array.from(made.above, (slot) => (slot === ROOT ? ROOT : members[slot]!)),
    refused: [...refused].map((slot) => members[slot]!).toSorted((a, b) => a - b),
  };
}

/** Each target with the days of the tree it decides. */
function targetsOf(tree: Tree): { target: Target; days: Int32Array }[] {
  return [
    ...tree.peopleDays.map((days, i) => ({
      target: { sum: headThresholds[i]!, three_levels: false },
      days,
    })),
    { target: { sum: 1, three_levels: true }, days: tree.thirdLevelDay },
    ...tree.jointDays.map((days, i) => ({
      target: { sum: jointThresholds[i]!, three_levels: true },
      days,
    })),
  ];
}

/** Members of the structures somebody moved in. */
function touched(parent: Int32Array, { movers, member, above }: MemberTies): Int32Array {
  const structure = structures(parent, member, above);
  const moved = new Uint8Array(parent.length);
  for (const mover of movers) moved[structure[mover]!] = 1;
  const members: number[] = [];
  structure.forEach((one, no) => {
    if (moved[one] === 1) members.push(no);
  });
  return Int32Array.from(members);
}

function tieEvents(
  members: Int32Array,
  slotOf: Int32Array,
  parent: Int32Array,
  ties: MemberTies,
  tiedDay: Int32Array,
): TieEvents {
  const day: number[] = [];
  const node: number[] = [];
  const above: number[] = [];
  let mover = 0;
  let tie = 0;
  members.forEach((member, slot) => {
    const up = parent[member]!;
    if (ties.movers[mover] === member) {
      mover++;
      for (; ties.member[tie] === member; tie++) {
        day.push(ties.day[tie]!);
        node.push(slot);
        above.push(ties.above[tie] === ROOT ? ROOT : slotOf[ties.above[tie]!]!);
      }
    } else if (up !== ROOT && tiedDay[member] !== UNKNOWN_DAY) {
      day.push(tiedDay[member]!);
      node.push(slot);
      above.push(slotOf[up]!);
    }
  });
  return inOrder({ day, node, above });
}

/** By day; what falls on one day keeps its order, which is that of members. */
function inOrder({ day, node, above }: Record<'day' | 'node' | 'above', number[]>): TieEvents {
  const days = Int32Array.from(day);
  const order = edgeOrder(days, UNKNOWN_DAY);
  if (order === null) return { day: days, node, above };
  return {
    day: order.map((i) => day[i]!),
    node: order.map((i) => node[i]!),
    above: order.map((i) => above[i]!),
  };
}

/** Everyone counts as one from the day it joined. */
function heads(joinedDay: Int32Array): AmountEvents {
  const order = edgeOrder(joinedDay, UNKNOWN_DAY) ?? joinedDay.map((_, node) => node);
  const node = order.filter((one) => joinedDay[one] !== UNKNOWN_DAY);
  return {
    day: node.map((one) => joinedDay[one]!),
    node,
    amount: new Uint8Array(node.length).fill(1),
  };
}

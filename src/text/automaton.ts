/**
 * All patterns in one automaton (Aho and Corasick 1975), laid out as a double array: from state s
 * letter c leads to t = base[s] + c where check[t] = s, and else the search goes on from fail[s].
 */
export interface Automaton {
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly fail: Int32Array;
  /** By letter: where it leads from the start. */
  readonly start: Int32Array;
  /** By state: the first pattern that ends there, or -1. */
  readonly ends: Int32Array;
  /** By state: the nearest shorter state at which a pattern ends, or `root`. */
  readonly shorter: Int32Array;
  /** By state: 1 where a pattern ends there or at a shorter one. */
  readonly isEnd: Uint8Array;
  /** By pattern: the next one of the same letters, or -1. */
  readonly same: Int32Array;
}

/** The state before any letter. */
export const root = 0;

interface Node {
  readonly next: Map<number, Node>;
  /** First pattern ending here, or -1. */
  ends: number;
  state: number;
}

/** Builds the automaton of patterns, each the numbers of its letters, from 1 to `letters`. */
export function makeAutomaton(patterns: readonly Int32Array[], letters: number): Automaton {
  const same = new Int32Array(patterns.length).fill(-1);
  const trie = makeTrie(patterns, same);
  const { base, check } = placeStates(trie, letters);
  const size = base.length;
  const automaton: Automaton = {
    base,
    check,
    fail: new Int32Array(size),
    start: new Int32Array(letters + 1),
    ends: new Int32Array(size).fill(-1),
    shorter: new Int32Array(size),
    isEnd: new Uint8Array(size),
    same,
  };
  for (const [letter, node] of trie.next) automaton.start[letter] = node.state;
  linkStates(automaton, trie);
  return automaton;
}

function makeTrie(patterns: readonly Int32Array[], same: Int32Array): Node {
  const trie: Node = { next: new Map(), ends: -1, state: root };
  for (const [i, pattern] of patterns.entries()) {
    let node = trie;
    for (const letter of pattern) {
      let next = node.next.get(letter);
      if (!next) {
        next = { next: new Map(), ends: -1, state: -1 };
        node.next.set(letter, next);
      }
      node = next;
    }
    same[i] = node.ends;
    node.ends = i;
  }
  return trie;
}

/** Gives every state a place such that no two states' letters fall on the same one. */
function placeStates(trie: Node, letters: number): { base: Int32Array; check: Int32Array } {
  let base = new Int32Array(4 * letters + 16);
  let check = new Int32Array(base.length).fill(-1);
  check[root] = root;
  // Places from here on can take any letter; `hint` leaves out those that are mostly taken.
  let free = letters + 1;
  let hint = free;
  const queue = [trie];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i]!;
    const used = [...node.next.keys()].sort((a, b) => a - b);
    if (used.length === 0) continue;
    const first = used[0]!;
    let at = used.length === 1 ? free : hint;
    const from = at;
    const fits = (): boolean => used.every((letter) => (check[at - first + letter] ?? -1) === -1);
    while (!fits()) at++;
    if (at - from > 64 && used.length > 1) hint = at;
    const b = at - first;
    const needed = b + letters + 1;
    if (needed > base.length) {
      base = grown(base, 2 * needed, 0);
      check = grown(check, 2 * needed, -1);
    }
    base[node.state] = b;
    for (const letter of used) {
      check[b + letter] = node.state;
      const next = node.next.get(letter)!;
      next.state = b + letter;
      queue.push(next);
    }
    while (check[free] !== -1) free++;
  }
  return { base, check };
}

function grown(old: Int32Array, size: number, rest: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(size).fill(rest);
  more.set(old);
  return more;
}

/** Breadth first, so that the shorter states a state falls back to are ready. */
function linkStates(automaton: Automaton, trie: Node): void {
  const { fail, ends, shorter, isEnd } = automaton;
  const queue = [trie];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i]!;
    for (const [letter, next] of node.next) {
      const { state } = next;
      const back = node === trie ? root : follow(automaton, fail[node.state]!, letter);
      fail[state] = back;
      ends[state] = next.ends;
      shorter[state] = ends[back]! >= 0 ? back : shorter[back]!;
      isEnd[state] = next.ends >= 0 || isEnd[back] === 1 ? 1 : 0;
      queue.push(next);
    }
  }
}

/** The state after one more letter. */
export function follow(automaton: Automaton, from: number, letter: number): number {
  const { base, check, fail, start } = automaton;
  let state = from;
  while (state !== root) {
    const next = base[state]! + letter;
    if (check[next] === state) return next;
    state = fail[state]!;
  }
  return start[letter]!;
}

import { headThresholds } from '../src/network/analyse-tree.ts';
import { firstPeople } from '../src/network/first-people.ts';
import { ROOT } from '../src/network/forest.ts';
import { attach, joinForest } from '../src/network/live/change-forest.ts';
import { settle } from '../src/network/live/live-figures.ts';
import { createForest, DATES } from '../src/network/live/live-forest.ts';
import type { LiveForest } from '../src/network/live/live-forest.ts';
import { applyEvent, createLiveNetwork } from '../src/network/live/live-network.ts';
import { PEOPLE, STRIDE } from '../src/network/live/record.ts';
import { subtreePeople } from '../src/network/subtree-people.ts';
import { forestParents, scaledCase } from '../src/generate/cases/deep-forest.ts';
import { hardware } from './hardware.ts';

/** Joins measured at the end of a network of that many members. */
const JOINS = 500_000;
const SIZES = [1_000_000, 5_000_000];
const CHAIN = 1_000_000;
const SEED = 20_261_128;

/** Seconds of processor, of this thread and what it starts: other programs do not count. */
function cpuSeconds(work: () => void): number {
  return spentOn(work).cpu_s;
}

/** The same, beside seconds by the wall: others on the machine make those more. */
function spentOn(work: () => void): { readonly cpu_s: number; readonly wall_s: number } {
  const before = process.cpuUsage();
  const start_ms = performance.now();
  work();
  const wall_s = (performance.now() - start_ms) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { cpu_s: (user + system) / 1e6, wall_s };
}

/** 424 days, as long as the published case went on. */
const dayAt = (i: number, members: number): number => 17_375 + Math.floor((i / members) * 424);

function joinAll(forest: LiveForest, parent: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const day = dayAt(i, parent.length);
    joinForest(forest, i, day);
    if (parent[i] !== ROOT) attach(forest, i, parent[i]!, day);
  }
}

/** What one would write first: everybody above gets one more, and dates its own first walk. */
function joinNaively(parent: Int32Array, people: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    people[i] = 1;
    for (let up = parent[i]!; up !== ROOT; up = parent[up]!) people[up]!++;
  }
}

/** The live figures are those of the batch: people of everybody, and all dates by heads. */
function check(forest: LiveForest, parent: Int32Array): void {
  const people = subtreePeople({ parent, memberOf: null });
  const days = parent.map((_, i) => dayAt(i, parent.length));
  const dates = firstPeople({ parent, memberOf: null }, days, days, headThresholds);
  for (let i = 0; i < parent.length; i++) {
    let same = forest.record[i * STRIDE + PEOPLE] === people[i];
    for (let k = 0; k < DATES; k++) same &&= forest.dates[i * DATES + k] === dates[k]![i];
    if (!same) throw new Error(`member ${i} differs between live network and batch`);
  }
}

/**
 * Joins as events, with every figure and every date kept, beside walks to the root that keep
 * heads alone; then with ids as text; then a chain of a million.
 */
export function benchLive(print: (line: string) => void, members?: number): void {
  print(`live: ${hardware()}`);
  for (const size of members === undefined ? SIZES : [members]) {
    const parent = forestParents(scaledCase(size), SEED);
    const joins = Math.min(JOINS, size / 2);
    const forest = createForest(size);
    joinAll(forest, parent, 0, size - joins);
    settle(forest);
    const { cpu_s: ours, wall_s } = spentOn(() => {
      joinAll(forest, parent, size - joins, size);
      settle(forest);
    });
    const people = new Int32Array(size);
    joinNaively(parent, people, 0, size - joins);
    const naive = cpuSeconds(() => joinNaively(parent, people, size - joins, size));
    check(forest, parent);
    const [rate, byWall, walks] = [ours, wall_s, naive].map((one) => millions(joins, one));
    print(`live: ${size} members: ${rate} M joins/s of one core with all figures and dates (bar 1;
  by the wall ${byWall}); walks to the root for heads alone ${walks} M/s, ratio
  ${(naive / ours).toFixed(2)}; as the batch says`);
  }
  benchTexts(print);
  benchChain(print);
}

function millions(events: number, taken_s: number): string {
  return (events / taken_s / 1e6).toFixed(2);
}

function benchTexts(print: (line: string) => void): void {
  const size = 1_000_000;
  const parent = forestParents(scaledCase(size), SEED);
  const live = createLiveNetwork({ dayOf: (at) => Math.floor(at / 86_400_000), expected: size });
  const events = Array.from(parent, (up, i) => ({
    id: `event-${i}`,
    kind: 'join' as const,
    at: dayAt(i, size) * 86_400_000,
    member: `${100_000 + i}`,
    upline: up === ROOT ? null : `${100_000 + up}`,
  }));
  const { cpu_s: taken, wall_s } = spentOn(() => {
    for (const event of events) applyEvent(live, event);
    settle(live.forest);
  });
  print(`live: with ids as text, each event checked and remembered: ${size} joins at
  ${millions(size, taken)} M/s (by the wall ${millions(size, wall_s)})`);
}

function benchChain(print: (line: string) => void): void {
  const forest = createForest(CHAIN);
  const parent = Int32Array.from({ length: CHAIN }, (_, i) => i - 1);
  const joined = cpuSeconds(() => {
    joinAll(forest, parent, 0, CHAIN);
    settle(forest);
  });
  const look = cpuSeconds(() => {
    joinForest(forest, CHAIN, 18_000);
    attach(forest, CHAIN, CHAIN - 1, 18_000);
    settle(forest);
  });
  print(`live: a chain of ${CHAIN}: ${millions(CHAIN, joined)} M joins/s; one more join
  and a look ${(look * 1000).toFixed(1)} ms, as long as the way up is`);
}

/**
 * A second, slow count of persons that shares nothing with src/network: sets of names, every way
 * down walked step by step, every tie tried until nothing changes.
 */

/** Everybody from a node up to its root, the node first; null is above a root. */
function wayUp(parent: readonly (number | null)[], node: number): number[] {
  const way = [node];
  for (let up = parent[node]!; up !== null; up = parent[up]!) way.push(up);
  return way;
}

/** Different persons in each subtree, its top included. */
export function slowPersons(
  parent: readonly (number | null)[],
  person: readonly number[],
): number[] {
  const below = parent.map(() => new Set<number>());
  parent.forEach((_, node) => {
    for (const above of wayUp(parent, node)) below[above]!.add(person[node]!);
  });
  return below.map((set) => set.size);
}

/** Levels of each subtree where neighbours of one person on a way down stand on one level. */
export function slowMergedLevels(
  parent: readonly (number | null)[],
  person: readonly number[],
): number[] {
  return mostOnTheWayDown(parent, (way) => {
    const names = way.map((node) => person[node]!);
    return names.filter((name, i) => i === 0 || name !== names[i - 1]).length;
  });
}

/** Levels of each subtree where only the top and those who count make one. */
export function slowCountedLevels(
  parent: readonly (number | null)[],
  counts: readonly boolean[],
): number[] {
  return mostOnTheWayDown(
    parent,
    (way) => way.filter((node, i) => i === way.length - 1 || counts[node]).length,
  );
}

/** Ways are told from the bottom up to the top whose subtree is measured. */
function mostOnTheWayDown(
  parent: readonly (number | null)[],
  measure: (way: readonly number[]) => number,
): number[] {
  const most = parent.map(() => 0);
  parent.forEach((_, node) => {
    const way = wayUp(parent, node);
    way.forEach((top, i) => (most[top] = Math.max(most[top]!, measure(way.slice(0, i + 1)))));
  });
  return most;
}

/** Those who count in each subtree; the top always does. */
export function slowCounted(
  parent: readonly (number | null)[],
  counts: readonly boolean[],
): number[] {
  const below = parent.map((): number[] => []);
  parent.forEach((_, node) => {
    for (const above of wayUp(parent, node)) below[above]!.push(node);
  });
  return below.map((nodes, top) => nodes.filter((node) => node === top || counts[node]).length);
}

export interface SlowTie {
  readonly account: number;
  readonly kind: string;
  readonly key: string;
}

/** What a kind is worth, how many accounts may share it, and what decides; see link-kinds. */
const points: Readonly<Record<string, readonly [weight: number, most: number]>> = {
  id_number: [100, 500],
  phone: [90, 20],
  payout: [50, 100],
  device: [45, 10],
  payment: [40, 20],
  address: [35, 8],
};
const pairs = ['payout+device', 'payout+payment', 'payout+address', 'device+payment'];
const decisive = ['id_number', 'phone', ...pairs, 'device+address'];

/**
 * The person of each account, by its first account. Groups of accounts that share what decides
 * are taken strongest first; a group is passed over where it would make one of two identities.
 */
export function slowIdentity(accounts: number, ties: readonly SlowTie[]): number[] {
  const sharers = (kinds: string): [string, Set<number>][] => {
    const [first = '', second] = kinds.split('+');
    const groups = new Map<string, Set<number>>();
    const usable = (kind: string): SlowTie[] => ties.filter((tie) => tie.kind === kind && few(tie));
    for (const one of usable(first)) {
      const others = second === undefined ? [null] : usable(second);
      for (const other of others) {
        if (other !== null && other.account !== one.account) continue;
        const key = other === null ? one.key : `${one.key}+${other.key}`;
        groups.set(key, (groups.get(key) ?? new Set()).add(one.account));
      }
    }
    return [...groups].filter(([, set]) => set.size > 1);
  };
  const few = ({ kind, key }: SlowTie): boolean => {
    const all = new Set(ties.filter((t) => t.kind === kind && t.key === key).map((t) => t.account));
    return all.size <= points[kind]![1];
  };
  const weigh = (kinds: string): number =>
    kinds.split('+').reduce((sum, kind) => sum + points[kind]![0], 0);
  const groups = decisive
    .flatMap((kinds) => sharers(kinds).map(([key, set]) => ({ kinds, key, set })))
    .toSorted(
      (a, b) =>
        weigh(b.kinds) - weigh(a.kinds) ||
        compare(a.kinds, b.kinds) ||
        Math.min(...a.set) - Math.min(...b.set) ||
        compare(a.key, b.key),
    );
  const person = Array.from({ length: accounts }, (_, i) => i);
  const hasIdentity = (name: number): boolean =>
    ties.some((tie) => tie.kind === 'id_number' && few(tie) && person[tie.account] === name);
  for (const { kinds, set } of groups) {
    const names = [...new Set([...set].map((account) => person[account]!))];
    if (kinds !== 'id_number' && names.filter(hasIdentity).length > 1) continue;
    const first = Math.min(...names);
    person.forEach((name, i) => {
      if (names.includes(name)) person[i] = first;
    });
  }
  return person;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Nodes whose tie to the upline some payment passed on its way up; ascending. */
export function slowRebateTies(
  parent: readonly (number | null)[],
  pay: readonly (readonly [source: number, beneficiary: number])[],
): number[] {
  const passed = new Set<number>();
  for (const [source, beneficiary] of pay) {
    const way = wayUp(parent, source);
    const end = way.indexOf(beneficiary);
    for (const node of way.slice(0, Math.max(end, 0))) passed.add(node);
  }
  return [...passed].toSorted((a, b) => a - b);
}

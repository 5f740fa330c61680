import { dayText } from '../model/days.ts';
import type { EvidenceValue } from '../model/provision.ts';
import { analyseTree } from '../network/analyse-tree.ts';
import type { Tree, TreeName } from '../network/analyse-tree.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from '../network/forest.ts';
import { readInstant } from '../provisions/row/instant-text.ts';
import { zoneDays } from '../provisions/row/zone-days.ts';
import { paidCrossingRows } from './paid-crossing-rows.ts';

type Row = Readonly<Record<string, EvidenceValue>>;
type Rows = readonly Row[];

/** The tables the network is made of, of one small data set; nobody ever changed recruiters. */
export interface NetworkSource {
  readonly member?: Rows;
  readonly fee?: Rows;
  readonly commission?: Rows;
}

export interface NetworkRows {
  readonly network_member: Rows;
  readonly network_tree: Rows;
  readonly network_paid_crossing: Rows;
}

/**
 * Makes rows of the network's tables by the same kernels as a whole run, without an engine: for a
 * handful of members its statements take longer than all the rest. Members are numbered from 0 in
 * `member_no`.
 */
export function networkRows(
  source: NetworkSource,
  dayOf: (instant: EvidenceValue | undefined) => number,
): NetworkRows {
  const members = source.member ?? [];
  const count = members.length;
  const ids: EvidenceValue[] = Array.from({ length: count }, () => null);
  const joined = new Int32Array(count);
  const tied = new Int32Array(count);
  for (const row of members) {
    const no = Number(row['member_no']);
    ids[no] = row['member_id'] ?? null;
    joined[no] = dayOf(row['joined_at']);
    // A tie without a joining date is unknown however well its binding is dated.
    tied[no] = isAfter(row['bound_at'], row['joined_at']) ? dayOf(row['bound_at']) : joined[no]!;
  }
  const places = new Map(ids.map((id, no) => [id, no]));
  const money = moneyOf(source, places, count);
  const parents = (column: string): Int32Array => parentsOf(members, count, column);
  const trees = [analyseTree('sponsor', parents('recruiter_no'), joined, tied, money)];
  if (members.some((row) => (row['placement_no'] ?? null) !== null)) {
    trees.push(analyseTree('placement', parents('placement_no'), joined, joined, money));
  }
  const dated = trees.map(({ name, memberNo, parentOfMember: parent }, i) => {
    const tiedDay = i === 0 ? tied : joined;
    return { name, memberNo, parent, joinedDay: joined, tiedDay, history: null };
  });
  const numberOf = (id: EvidenceValue): number | undefined => places.get(id);
  return {
    network_member: trees.flatMap((tree) => memberRows(tree, ids)),
    network_tree: trees.map(treeRow),
    network_paid_crossing: paidCrossingRows(
      dated,
      { rows: source.fee ?? [], numberOf, dayOf },
      ids,
    ),
  };
}

/** The calendar day of an instant as a row gives it, in a zone; asked often, so remembered. */
export function rowDays(time_zone: string): (instant: EvidenceValue | undefined) => number {
  const dayIn = zoneDays(time_zone);
  return (instant) => {
    const read = typeof instant === 'string' ? readInstant(instant) : null;
    return read === null ? UNKNOWN_DAY : dayIn(read);
  };
}

function isAfter(one: EvidenceValue | undefined, other: EvidenceValue | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const [later, earlier] = [readInstant(one), readInstant(other)];
  return later !== null && earlier !== null && later > earlier;
}

function parentsOf(members: Rows, count: number, column: string): Int32Array {
  const parent = new Int32Array(count);
  for (const row of members) {
    const up = row[column] ?? null;
    parent[Number(row['member_no'])] = up === null ? ROOT : Number(up) < 0 ? MISSING : Number(up);
  }
  return parent;
}

function moneyOf({ fee, commission }: NetworkSource, places: Places, count: number) {
  const dated = fee?.some((row) => (row['paid_at'] ?? null) !== null) ?? false;
  const isPaid = (row: Row): boolean => !dated || (row['paid_at'] ?? null) !== null;
  const isKept = (row: Row): boolean =>
    Number(row['amount_minor']) > 0 && row['status'] !== 'reversed';
  return {
    paidIn: sumsOf(fee, 'member_id', isPaid, places, count),
    earned: sumsOf(commission, 'beneficiary_id', isKept, places, count),
  };
}

type Places = ReadonlyMap<EvidenceValue, number>;

/** Minor units by member; null where the table says nothing of anybody. */
function sumsOf(
  rows: Rows | undefined,
  owner: string,
  counts: (row: Row) => boolean,
  places: Places,
  count: number,
): Float64Array | null {
  if (rows === undefined || rows.length === 0) return null;
  const sums = new Float64Array(count);
  for (const row of rows) {
    const no = places.get(row[owner] ?? null);
    const amount = row['amount_minor'] ?? null;
    if (no === undefined || amount === null || !counts(row)) continue;
    sums[no] = sums[no]! + Number(amount);
  }
  return sums;
}

function memberRows(tree: Tree, ids: readonly EvidenceValue[]): Row[] {
  const [people15, people30, people60, people120] = tree.peopleDays;
  const [joint15, joint30] = tree.jointDays;
  return Array.from(tree.memberNo, (no, node) => ({
    tree: tree.name,
    member_id: ids[no]!,
    parent_id: tree.parentNo[node] === ROOT ? null : ids[tree.parentNo[node]!]!,
    root_id: ids[tree.rootNo[node]!]!,
    level: tree.level[node]!,
    direct: tree.direct[node]!,
    people: tree.people[node]!,
    levels: tree.levels[node]!,
    joined_on: dateOf(tree.joinedDay, node),
    people_15_on: dateOf(people15!, node),
    people_30_on: dateOf(people30!, node),
    people_60_on: dateOf(people60!, node),
    people_120_on: dateOf(people120!, node),
    levels_3_on: dateOf(tree.thirdLevelDay, node),
    crossed_15_3_on: dateOf(joint15!, node),
    crossed_30_3_on: dateOf(joint30!, node),
    paid_in_minor: tree.paidIn?.[node] ?? null,
    earned_minor: tree.earned?.[node] ?? null,
    subtree_paid_in_minor: tree.subtreePaidIn?.[node] ?? null,
    subtree_earned_minor: tree.subtreeEarned?.[node] ?? null,
  }));
}

function dateOf(days: Int32Array, node: number): string | null {
  return days[node] === UNKNOWN_DAY ? null : dayText(days[node]!);
}

function treeRow(tree: Tree): Row {
  const nodes = Array.from(tree.memberNo, (_, node) => node);
  const count = (holds: (node: number) => boolean): number => nodes.filter(holds).length;
  const name: TreeName = tree.name;
  return {
    tree: name,
    members: nodes.length,
    roots: count((node) => tree.parentNo[node] === ROOT),
    levels: nodes.reduce((most, node) => Math.max(most, tree.level[node]!), 0),
    candidates: count((node) => tree.people[node]! >= 30 && tree.levels[node]! >= 3),
    edges: count((node) => tree.parentNo[node] !== ROOT),
  };
}

import { headThresholds } from '../analyse-tree.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import { makeRoom } from './int-list.ts';
import { DATES } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { CHANGED, FLAGS, JOINED, STRIDE, THIRD } from './record.ts';

/** Columns of network_member. */
export const alertKinds = [
  ...headThresholds.map((heads) => `people_${heads}_on` as const),
  'levels_3_on',
  'crossed_30_3_on',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** A date that is another one now. */
export interface NumberedAlert {
  readonly member: number;
  readonly kind: AlertKind;
  /** null: crossed no longer. */
  readonly day: number | null;
}

const THIRTY = headThresholds.indexOf(30);

/** A member, its dates by heads, and that of the third level. */
const ENTRY = 1 + DATES + 1;

/** First day with three levels, the member itself there. */
export function thirdLevelDay({ record }: LiveForest, member: number): number {
  return Math.max(record[member * STRIDE + THIRD]!, record[member * STRIDE + JOINED]!);
}

/** Keeps a member's dates as they are, before the first change to them since the last alerts. */
export function remember(forest: LiveForest, member: number): void {
  const { record, dates, changed } = forest;
  const flags = member * STRIDE + FLAGS;
  if ((record[flags]! & CHANGED) !== 0) return;
  record[flags]! |= CHANGED;
  const at = changed.length;
  makeRoom(changed, ENTRY);
  changed.items[at] = member;
  for (let i = 0; i < DATES; i++) changed.items[at + 1 + i] = dates[member * DATES + i]!;
  changed.items[at + 1 + DATES] = thirdLevelDay(forest, member);
  changed.length = at + ENTRY;
}

/** What is remembered, by member: in whatever order the changes came to be counted. */
export function rememberedInOrder({ changed }: LiveForest): Int32Array {
  const { items, length } = changed;
  const starts = Array.from({ length: length / ENTRY }, (_, i) => i * ENTRY);
  starts.sort((a, b) => items[a]! - items[b]!);
  const inOrder = new Int32Array(length);
  starts.forEach((from, i) => inOrder.set(items.subarray(from, from + ENTRY), i * ENTRY));
  return inOrder;
}

/** Every date that is not what it was at the last call; by day, then member, then kind. */
export function takeAlerts(forest: LiveForest): NumberedAlert[] {
  const { record, dates, changed } = forest;
  const alerts: NumberedAlert[] = [];
  for (let at = 0; at < changed.length; at += ENTRY) {
    const member = changed.items[at]!;
    record[member * STRIDE + FLAGS]! &= ~CHANGED;
    const before = [...changed.items.subarray(at + 1, at + ENTRY)];
    const now = [...dates.subarray(member * DATES, (member + 1) * DATES)];
    now.push(thirdLevelDay(forest, member));
    for (const days of [before, now]) days.push(Math.max(days[THIRTY]!, days[DATES]!));
    alertKinds.forEach((kind, i) => {
      const day = now[i]!;
      if (day !== before[i]) alerts.push({ member, kind, day: day === UNKNOWN_DAY ? null : day });
    });
  }
  changed.length = 0;
  // What is crossed no longer comes first, and sorting is stable: kinds keep their order.
  const first = -UNKNOWN_DAY;
  return alerts.toSorted((a, b) => (a.day ?? first) - (b.day ?? first) || a.member - b.member);
}

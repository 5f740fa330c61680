import type { DayFigures } from '../day-figures.ts';
import { orderBy } from './order-by.ts';

/** What became of a member from the end of one day to that of another, the first that is true. */
export const changeKinds = [
  /** Not joined by the later day, or on no known day. */
  'not_there',
  'joined',
  /** Account closed, banned or given up in between; it goes on counting in the network. */
  'left',
  /** Another upline than before. */
  'moved',
  /** More people below than before. */
  'grown',
  /** Fewer people below than before. */
  'shrunk',
  'same',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

export interface DayChange {
  /** Place in `changeKinds`, by member number. */
  readonly kind: Uint8Array;
  /** How many people more than before, by member number. */
  readonly grown: Int32Array;
  /** Members by kind, then number; those of kind `k` are `at[k]` to `at[k + 1]`. */
  readonly list: Int32Array;
  readonly at: Uint32Array;
}

/**
 * `memberNo` is the member_no of each number; figures and `leftDay` are by member_no, UNKNOWN_DAY
 * for who has not left.
 */
export function compareDays(
  before: { readonly day: number; readonly of: DayFigures },
  after: { readonly day: number; readonly of: DayFigures },
  leftDay: Int32Array,
  memberNo: Int32Array,
): DayChange {
  const [old, now] = [before.of, after.of];
  const kindOf = (no: number): ChangeKind => {
    if (now.level[no] === 0) return 'not_there';
    if (old.level[no] === 0) return 'joined';
    if (before.day < leftDay[no]! && leftDay[no]! <= after.day) return 'left';
    if (old.upline[no] !== now.upline[no]) return 'moved';
    if (old.people[no]! < now.people[no]!) return 'grown';
    return old.people[no]! > now.people[no]! ? 'shrunk' : 'same';
  };
  const kind = Uint8Array.from(memberNo, (no) => changeKinds.indexOf(kindOf(no)));
  const at = new Uint32Array(changeKinds.length + 1);
  for (const one of kind) at[one + 1]!++;
  for (let i = 1; i < at.length; i++) at[i]! += at[i - 1]!;
  return {
    kind,
    grown: memberNo.map((no) => now.people[no]! - old.people[no]!),
    list: orderBy(
      memberNo.map((_, number) => number),
      Int32Array.from(kind),
    ),
    at,
  };
}

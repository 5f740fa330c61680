import type { DumpRow } from '../mysql-dump.ts';
import { nickname } from '../names.ts';
import type { Random } from '../random.ts';

/** A member of a generated mall. Uplines are objects until everybody has joined and has a uid. */
export interface Member {
  /** 0 until `numberMembers`. */
  uid: number;
  up: Member | null;
  /** Written as spread_uid instead of the upline's uid: a dirty value. */
  dirty_up?: number;
  /** Unix seconds. */
  readonly joined: number;
  /** When bound to the upline; equals `joined` for an invitation. */
  bound: number;
  readonly promoter: boolean;
  phone: string;
}

/** Sorts members by joining and numbers them from 1, as an auto-increment key would. */
export function numberMembers(members: Member[]): Member[] {
  const sorted = members
    .map((member, i) => ({ member, i }))
    .toSorted((a, b) => a.member.joined - b.member.joined || a.i - b.i)
    .map(({ member }) => member);
  sorted.forEach((member, i) => (member.uid = i + 1));
  return sorted;
}

export function userRow(member: Member, direct: number, random: Random): DumpRow {
  const { uid, joined, bound, promoter, phone } = member;
  const spread_uid = member.dirty_up ?? member.up?.uid ?? 0;
  return {
    uid,
    account: `u${uid}`,
    nickname: nickname(random, uid),
    avatar: '/avatar/default.png',
    phone,
    add_time: joined,
    last_time: joined + 3_600,
    status: 1,
    spread_open: promoter ? 1 : 0,
    spread_uid,
    spread_time: spread_uid === 0 ? 0 : bound,
    user_type: 'wechat',
    is_promoter: promoter ? 1 : 0,
    spread_count: direct,
    login_type: 'wechat',
  };
}

export function spreadRows(members: readonly Member[]): DumpRow[] {
  return members
    .filter(({ up, dirty_up }) => up !== null && dirty_up === undefined)
    .map(({ uid, up, bound }, i) => ({ id: i + 1, uid, spread_uid: up!.uid, spread_time: bound }));
}

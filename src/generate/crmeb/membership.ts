import type { DumpRow } from '../mysql-dump.ts';
import { yuan } from '../names.ts';
import type { Entry } from './brokerage.ts';
import type { Member } from './member.ts';

/** A paid membership bought on joining. */
export interface Membership {
  readonly id: number;
  readonly member: Member;
  readonly price_minor: number;
  readonly at: number;
  readonly paid: boolean;
}

export function membershipRows(memberships: readonly Membership[]): DumpRow[] {
  return memberships.map(({ id, member, price_minor, at, paid }) => ({
    id,
    uid: member.uid,
    type: 1,
    order_id: `hy${at}${String(id).padStart(7, '0')}`,
    member_type: 'ever',
    pay_type: 'weixin',
    paid: paid ? 1 : 0,
    pay_price: yuan(price_minor),
    member_price: yuan(price_minor),
    pay_time: paid ? at + 60 : 0,
    is_permanent: 1,
    vip_day: -1,
    add_time: at,
    money: yuan(price_minor),
  }));
}

/** What a membership pays upwards: two levels by percent, and a sum per recruit. */
export function membershipEntries(
  memberships: readonly Membership[],
  one_percent: number,
  two_percent: number,
  per_recruit_minor: number,
): Entry[] {
  return memberships.flatMap(({ id, member, price_minor, at, paid }) => {
    const { up } = member;
    if (!paid || up === null || !up.promoter) return [];
    const link = String(id);
    const entries: Entry[] = [];
    const add = (to: Member, type: string, title: string, minor: number, source: string): void => {
      entries.push({ to, type, title, link: source, minor, at: at + 120, status: 1 });
    };
    add(up, 'brokerage_user', '推广新用户奖励', per_recruit_minor, String(member.uid));
    add(up, 'one_member_brokerage', '会员卡一级佣金', percent(price_minor, one_percent), link);
    if (up.up?.promoter) {
      const two = percent(price_minor, two_percent);
      add(up.up, 'two_member_brokerage', '会员卡二级佣金', two, link);
    }
    return entries;
  });
}

function percent(minor: number, by: number): number {
  return Math.floor((minor * by) / 100);
}

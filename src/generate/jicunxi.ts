import { configRows } from './crmeb/config-rows.ts';
import type { Member } from './crmeb/member.ts';
import { numberMembers, spreadRows, userRow } from './crmeb/member.ts';
import { writeCrmeb } from './crmeb/write-crmeb.ts';
import { chinaTime, DAY_S, phone, yuan } from './names.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { seeded } from './random.ts';
import { directCounts } from './sample/people.ts';
import type { Tally } from './sample/truth.ts';

/**
 * The published figures of a decision of the Pingdingshan market regulator (2020, no. 6): people
 * at each entry price, in yuan. The sums are those of the decision, to the cent.
 */
export const ranks = [
  { price: 500_000, people: 16 },
  { price: 28_000, people: 882 },
  { price: 8_000, people: 967 },
  { price: 3_000, people: 3_739 },
  { price: 600, people: 9_494 },
] as const;

export const decision = {
  people: 15_098,
  takings_minor: 5_734_540_000,
  cost_minor: 2_928_539_588,
  gain_minor: 2_806_000_412,
} as const;

export interface RankedTruth {
  readonly rows: Readonly<Record<string, number>>;
  readonly people: number;
  readonly fees: Tally;
  readonly cost_minor: number;
  readonly gain_minor: number;
}

/** Five ranks, each under the one above, every member paying its price on joining. */
export async function generateJicunxi(writer: PlatformWriter, seed = 6): Promise<RankedTruth> {
  const random = seeded(seed);
  const prices = new Map<Member, number>();
  const members: Member[] = [];
  const from = chinaTime('2018-03-01');
  for (const [level, { price, people }] of ranks.entries()) {
    const above = members.filter((member) => prices.get(member) === ranks[level - 1]?.price);
    for (let i = 0; i < people; i++) {
      const joined = from + level * 90 * DAY_S + random.below(80 * DAY_S);
      const up = above.length === 0 ? null : random.pick(above);
      const member = { uid: 0, up, joined, bound: joined, promoter: true, phone: '' };
      members.push(member);
      prices.set(member, price);
    }
  }
  const all = numberMembers(members);
  for (const member of all) member.phone = phone(member.uid);
  const direct = directCounts(all);
  const rows = await writeCrmeb(writer, 'ranked-entry.sql', {
    eb_system_config: configRows({
      site_name: '五级入门费(虚构数据)',
      mode: 1,
      spend_to_join: 0,
      one_percent: 10,
      two_percent: 5,
      levels: 2,
      per_recruit: 0,
      on_membership: true,
    }),
    eb_system_user_level: ranks.map(({ price }, i) => ({
      id: i + 1,
      name: `第${i + 1}档代理`,
      money: yuan(price * 100),
      is_forever: 1,
      is_pay: 1,
      is_show: 1,
      grade: ranks.length - i,
    })),
    eb_user: all.map((member) => ({
      ...userRow(member, direct.get(member.uid) ?? 0, random),
      level: 1 + ranks.findIndex(({ price }) => price === prices.get(member)),
    })),
    eb_user_spread: spreadRows(all),
    eb_other_order: all.map((member, i) => ({
      id: i + 1,
      uid: member.uid,
      type: 1,
      order_id: `hy${member.joined}${String(i + 1).padStart(7, '0')}`,
      member_type: 'ever',
      paid: 1,
      pay_price: yuan(prices.get(member)! * 100),
      member_price: yuan(prices.get(member)! * 100),
      pay_time: member.joined + 60,
      is_permanent: 1,
      add_time: member.joined,
    })),
  });
  const minor = all.reduce((sum, member) => sum + prices.get(member)! * 100, 0);
  return {
    rows,
    people: all.length,
    fees: { count: all.length, minor },
    cost_minor: decision.cost_minor,
    gain_minor: minor - decision.cost_minor,
  };
}

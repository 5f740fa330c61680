import type { Row } from '../lawful/row.ts';
import { HOUR_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { entryFees, joinedAt, memberRows, paidOrder } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { evenly, growingLevels, parentsByLevel } from './shapes.ts';

const FEE_MINOR = 39_900;
const SALES = 20_000;

const published = {
  members: 114_959,
  entry_fee_minor: FEE_MINOR,
  takings_minor: 5_752_222_870,
  illegal_income_minor: 241_292_873,
  fine_minor: 150_000_000,
  to_pay_minor: 391_292_873,
  rank_people_1: 36,
  rank_people_2: 666,
  rank_people_3: 12_000,
} as const;

/** A mobile shopping platform: a gift bag to join, ranks by how many are beneath. */
export const yuhang: PublishedCase = {
  doc: {
    en: 'a mobile shopping platform: 114,959 members, 399 yuan to join, ranks by head-count',
    zh: '移动购物平台：114,959名会员、399元入门、按人数晋级',
  },
  source: {
    en: 'Yuhang market regulator, 2018, as reported by the press',
    zh: '杭州余杭2018年处罚决定（据媒体报道）',
  },
  published,
  currency: 'CNY',
  members: published.members,
  make(members, random) {
    // Few on top of many, so that every rank is held.
    const parent = parentsByLevel(growingLevels(members, 12, 2.5), random);
    const people = peopleBeneath(parent);
    const joining: Joining = {
      parent,
      from: chinaTime('2016-06-01'),
      days: 500,
      tierOf: (member) => rankOf(people[member]!),
    };
    return {
      plan: [
        {
          plan_id: 'P1',
          name: '开店方案',
          enabled: true,
          levels_paid: 1,
          join_condition: 'purchase',
          join_price_minor: FEE_MINOR,
          self_rebate: false,
        },
      ],
      plan_rule: ranks.map(({ name, people: least }, i) => ({
        rule_id: `P1-${i + 1}`,
        plan_id: 'P1',
        base: 'headcount',
        depth: 1,
        rate: null,
        amount_minor: null,
        tier: name,
        qualification: `团队达${least}人`,
      })),
      member: memberRows(joining),
      fee: entryFees(joining, () => FEE_MINOR),
      order: goodsOrders(joining),
    };
  },
};

const ranks = [
  { name: '导师', people: published.rank_people_1 },
  { name: '合伙人', people: published.rank_people_2 },
  { name: '区域合伙人', people: published.rank_people_3 },
] as const;

function rankOf(people: number): string {
  return ranks.findLast(({ people: least }) => people >= least)?.name ?? '店主';
}

function peopleBeneath(parent: Int32Array): Int32Array {
  const people = new Int32Array(parent.length);
  for (let i = parent.length - 1; i >= 0; i--) {
    const up = parent[i]!;
    if (up >= 0) people[up] = people[up]! + people[i]! + 1;
  }
  return people;
}

/** What was taken beyond the gift bags, as goods sold; even parts of what the decision sums up. */
function* goodsOrders(joining: Joining): Iterable<Row<'order'>> {
  const members = joining.parent.length;
  const share = members / published.members;
  const goods = Math.round(published.takings_minor * share) - members * FEE_MINOR;
  for (const [i, amount_minor] of evenly(goods, SALES).entries()) {
    const buyer = Math.floor((i * members) / SALES);
    const paid_at = joinedAt(joining, buyer) + HOUR_S;
    yield paidOrder(`O${i + 1}`, buyer, amount_minor, paid_at);
  }
}

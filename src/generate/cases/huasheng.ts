import { DAY_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { entryFees, joinedAt, memberRows, teamPay } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { forestParents, publishedCase, scaledCase } from './deep-forest.ts';

const FEE_MINOR = 9_900;
const FREE_FROM = chinaTime('2018-01-15') + DAY_S;

/** Commission collected, 2019 decision: "more than 456 million yuan". */
const COMMISSION_MINOR = 45_600_000_000;

/** A shopping app with referral: operators on top, a fee until 2018, team pay. */
export const huasheng: PublishedCase = {
  doc: {
    en: 'largest published social-commerce case: 31,530 structures, 51 levels (1 in 100)',
    zh: '已公开的最大社交电商案：31,530个网络、51级（按百分之一生成）',
  },
  source: {
    en: 'Guangzhou decisions of 2019 and January 2021, as reported by the press',
    zh: '广州2019年及2021年1月处罚决定（据媒体报道）',
  },
  published: {
    members: publishedCase.members,
    roots: publishedCase.roots,
    levels: publishedCase.levels,
    members_in_three_levels: 21_496_085,
    commission_minor: COMMISSION_MINOR,
    entry_fee_minor: FEE_MINOR,
  },
  currency: 'CNY',
  members: 215_350,
  make(members) {
    const parent = forestParents(scaledCase(members), 20_180_925);
    const joining: Joining = { parent, from: chinaTime('2017-07-28'), days: 424 };
    const pays = (member: number): boolean =>
      member % 3 === 0 && joinedAt(joining, member) < FREE_FROM;
    const total = Math.round((COMMISSION_MINOR * members) / publishedCase.members);
    return {
      plan: [
        {
          plan_id: 'P1',
          name: '运营商—超级会员方案',
          enabled: true,
          levels_paid: 3,
          join_condition: 'fee',
          join_price_minor: FEE_MINOR,
          self_rebate: true,
        },
      ],
      plan_rule: [1, 2, 3].map((depth) => ({
        rule_id: `P1-${depth}`,
        plan_id: 'P1',
        base: 'downline_sale',
        depth,
        rate: null,
        amount_minor: null,
      })),
      member: memberRows(joining),
      fee: entryFees(joining, (member) => (pays(member) ? FEE_MINOR : 0)),
      commission: teamPay(joining, {
        total,
        depth: 3,
        kindOf: (member, level) => (pays(member) && level === 1 ? 'entry_fee' : 'downline_sale'),
      }),
    };
  },
};

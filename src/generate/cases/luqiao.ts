import type { Row } from '../lawful/row.ts';
import { HOUR_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { idOf, joinedAt, memberRows, paidOrder, teamPay } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { divided, evenly, parentsByLevel } from './shapes.ts';

const DEPTH = 4;

const published = {
  members: 457_000,
  agents: 2_800,
  gold: 25,
  ranks: 6,
  levels_paid: DEPTH,
  sales_minor: 122_300_000_000,
  rebates_minor: 1_355_470_000,
} as const;

/** People of each rank, top first; the four ranks below the published two are made up. */
const rankNames = ['金牌', '总代理', '一级代理', '二级代理', '三级代理', '会员'] as const;

/** Goods sold through six ranks, rebates over four levels out of sales, nothing for recruiting. */
export const luqiao: PublishedCase = {
  doc: {
    en: 'herbal goods sold through six ranks: pay out of sales over four levels (1 in 100)',
    zh: '六级代理销售本草类商品：销售返利四级，无入门费与人头费（按百分之一生成）',
  },
  source: {
    en: 'Luqiao, as reported by the press: an administrative matter, evidence of the crime wanting',
    zh: '台州路桥陈某案（据媒体报道）：作行政处理，刑事证据不足',
  },
  published,
  currency: 'CNY',
  members: published.members / 100,
  make(members, random) {
    const share = members / published.members;
    const people = peopleByRank(members, share);
    const ends = people.map((_, i) => people.slice(0, i + 1).reduce((sum, n) => sum + n, 0));
    const joining: Joining = {
      parent: parentsByLevel(people, random),
      from: chinaTime('2016-01-01'),
      days: 900,
      tierOf: (member) => rankNames[ends.findIndex((end) => member < end)]!,
    };
    return {
      plan: [
        {
          plan_id: 'P1',
          name: '代理返利方案',
          enabled: true,
          levels_paid: DEPTH,
          join_condition: 'open',
          join_price_minor: 0,
          self_rebate: false,
        },
      ],
      plan_rule: Array.from({ length: DEPTH }, (_, i) => ({
        rule_id: `P1-${i + 1}`,
        plan_id: 'P1',
        base: i === 0 ? 'own_sale' : 'downline_sale',
        depth: i + 1,
        rate: null,
        amount_minor: null,
      })),
      member: memberRows(joining),
      order: sales(joining, Math.round(published.sales_minor * share)),
      commission: teamPay(joining, {
        total: Math.round(published.rebates_minor * share),
        depth: DEPTH,
        kindOf: (_, level) => (level === 1 ? 'own_sale' : 'downline_sale'),
        orderOf: orderId,
      }),
    };
  },
};

function peopleByRank(members: number, share: number): number[] {
  const gold = Math.max(1, Math.round(published.gold * share));
  const agents = Math.round(published.agents * share);
  return [gold, agents, ...divided(members - gold - agents, [2, 4, 8, 12])];
}

function orderId(member: number): string {
  return `O${idOf(member)}`;
}

/** Everybody buys once, from whom it is bound to. */
function* sales(joining: Joining, total: number): Iterable<Row<'order'>> {
  for (const [member, amount_minor] of evenly(total, joining.parent.length).entries()) {
    const up = joining.parent[member]!;
    const paid_at = joinedAt(joining, member) + HOUR_S;
    const promoter_id = up < 0 ? null : idOf(up);
    yield { ...paidOrder(orderId(member), member, amount_minor, paid_at), promoter_id };
  }
}

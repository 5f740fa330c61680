import type { Row } from '../lawful/row.ts';
import { DAY_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { idOf, joinedAt, memberRows, paidOrder } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';

/** Shares of a sale to the seller by rank, and to whoever brought the seller in. */
const percents = { first: 12, second: 13, upline: 3 } as const;

const ORDER_MINOR = 99_800;

/** Five distributors on two levels, four sales: found an infringement all the same. */
export const baoyue: PublishedCase = {
  doc: {
    en: 'a wine cellar: five distributors on two levels, four sales, still fined',
    zh: '窖藏酒业：五名分销员、两级、四笔销售，仍被认定（罚款5,000元）',
  },
  source: {
    en: 'Banan market regulator, Chongqing, 2022, as reported by the press',
    zh: '重庆巴南2022年处罚决定（据媒体报道）',
  },
  published: { distributors: 5, levels_paid: 2, sales: 4, fine_minor: 500_000 },
  currency: 'CNY',
  members: 9,
  make() {
    const parent = Int32Array.of(-1, 0, 0, 1, 1, 3, 3, 4, 2);
    const joining: Joining = {
      parent,
      from: chinaTime('2021-05-01'),
      days: 60,
      promoter: (member) => member < 5,
    };
    return {
      plan: [
        {
          plan_id: 'P1',
          name: '两级分销方案',
          enabled: true,
          levels_paid: 2,
          join_condition: 'application',
          join_price_minor: 0,
          self_rebate: false,
        },
      ],
      plan_rule: [
        { rule_id: 'P1-1', plan_id: 'P1', base: 'own_sale', depth: 1, rate: 0.12, tier: '一级' },
        { rule_id: 'P1-2', plan_id: 'P1', base: 'own_sale', depth: 1, rate: 0.13, tier: '二级' },
        { rule_id: 'P1-3', plan_id: 'P1', base: 'downline_sale', depth: 2, rate: 0.03 },
      ],
      member: memberRows(joining),
      order: customers(joining).map(({ buyer, seller, at }) => ({
        ...paidOrder(`O${idOf(buyer)}`, buyer, ORDER_MINOR, at),
        promoter_id: idOf(seller),
      })),
      commission: customers(joining).flatMap((sale) => commissionsOn(joining, sale)),
    };
  },
};

interface Sale {
  readonly buyer: number;
  readonly seller: number;
  readonly at: number;
}

/** The last four members buy and do nothing else. */
function customers(joining: Joining): Sale[] {
  return [5, 6, 7, 8].map((buyer) => ({
    buyer,
    seller: joining.parent[buyer]!,
    at: joinedAt(joining, buyer) + DAY_S,
  }));
}

function commissionsOn({ parent }: Joining, { buyer, seller, at }: Sale): Row<'commission'>[] {
  const up = parent[seller]!;
  const own = up === 0 ? percents.first : percents.second;
  const paid = (beneficiary: number, percent: number, level: number): Row<'commission'> => ({
    commission_id: `C${idOf(buyer)}-${level}`,
    beneficiary_id: idOf(beneficiary),
    amount_minor: (ORDER_MINOR * percent) / 100,
    kind: level === 1 ? 'own_sale' : 'downline_sale',
    source_member_id: idOf(buyer),
    order_id: `O${idOf(buyer)}`,
    level,
    status: 'paid',
    accrued_at: at,
    paid_at: at + DAY_S,
  });
  return [paid(seller, own, 1), paid(up, percents.upline, 2)];
}

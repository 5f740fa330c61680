import type { Row } from '../lawful/row.ts';
import { DAY_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { idOf, joinedAt, memberRows, paidOrder } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { parentsByLevel, taperingLevels } from './shapes.ts';

const FEE_MINOR = 2_000;
const SELLER_ORDER_MINOR = 10_000;
const CUSTOMER_ORDER_MINOR = 8_000;
const ORDERS_EACH = 3;
const SELLER_PERCENT = 20;
const UPLINE_PERCENT = 5;

/** Lifetime figures of the judgment: 400,000 sellers to 1.7 million preferred customers. */
const published = { sellers: 400_000, customers: 1_700_000 } as const;

/** The case the regulator lost: most buyers only buy, all pay is out of sales. */
export const neora: PublishedCase = {
  doc: {
    en: 'sellers and four times as many customers, pay out of sales only (1 in 100)',
    zh: '销售者与四倍于其的顾客，报酬均来自销售（按百分之一生成）',
  },
  source: {
    en: 'FTC v. Neora, N.D. Tex. 2023: judgment for the defendant',
    zh: 'FTC诉Neora案（2023）：被告胜诉',
  },
  published,
  currency: 'USD',
  members: (published.sellers + published.customers) / 100,
  make(members, random) {
    const share = members / (published.sellers + published.customers);
    const sellers = Math.round(published.sellers * share);
    const sellerTree = parentsByLevel(taperingLevels(sellers, 7), random);
    const parent = Int32Array.from({ length: members }, (_, i) =>
      i < sellers ? sellerTree[i]! : random.below(sellers),
    );
    const joining: Joining = {
      parent,
      from: chinaTime('2013-01-01'),
      days: 2_000,
      promoter: (member) => member < sellers,
      tierOf: (member) => (member < sellers ? 'brand partner' : 'preferred customer'),
    };
    return {
      plan: [
        {
          plan_id: 'P1',
          name: 'compensation plan',
          enabled: true,
          levels_paid: 2,
          join_condition: 'application',
          join_price_minor: FEE_MINOR,
          self_rebate: false,
        },
      ],
      plan_rule: [SELLER_PERCENT, UPLINE_PERCENT].map((percent, i) => ({
        rule_id: `P1-${i + 1}`,
        plan_id: 'P1',
        base: i === 0 ? 'own_sale' : 'downline_sale',
        depth: i + 1,
        rate: percent / 100,
        amount_minor: null,
      })),
      member: memberRows(joining),
      fee: sellerFees(joining, sellers),
      order: orders(joining, sellers),
      commission: commissions(joining, sellers),
    };
  },
};

function* sellerFees(joining: Joining, sellers: number): Iterable<Row<'fee'>> {
  for (let member = 0; member < sellers; member++) {
    yield {
      fee_id: `F${idOf(member)}`,
      member_id: idOf(member),
      kind: 'entry',
      amount_minor: FEE_MINOR,
      paid_at: joinedAt(joining, member),
      refunded_minor: 0,
    };
  }
}

interface Sale {
  readonly order: Row<'order'>;
  readonly buyer: number;
  readonly paid_at: number;
  readonly minor: number;
}

function* sales(joining: Joining, sellers: number): Iterable<Sale> {
  for (const buyer of joining.parent.keys()) {
    const minor = buyer < sellers ? SELLER_ORDER_MINOR : CUSTOMER_ORDER_MINOR;
    for (let i = 1; i <= ORDERS_EACH; i++) {
      const paid_at = joinedAt(joining, buyer) + i * 30 * DAY_S;
      const order = paidOrder(`O${idOf(buyer)}-${i}`, buyer, minor, paid_at);
      yield { order, buyer, paid_at, minor };
    }
  }
}

function* orders(joining: Joining, sellers: number): Iterable<Row<'order'>> {
  for (const { order, buyer } of sales(joining, sellers)) {
    const up = joining.parent[buyer]!;
    yield { ...order, promoter_id: up < 0 ? null : idOf(up) };
  }
}

/** A seller on what its recruits and customers buy, and its upline on the same. */
function* commissions(joining: Joining, sellers: number): Iterable<Row<'commission'>> {
  const { parent } = joining;
  for (const { order, buyer, paid_at, minor } of sales(joining, sellers)) {
    let up = parent[buyer]!;
    for (const [i, percent] of [SELLER_PERCENT, UPLINE_PERCENT].entries()) {
      if (up < 0) break;
      yield {
        commission_id: `C${String(order.order_id)}-${i + 1}`,
        beneficiary_id: idOf(up),
        amount_minor: (minor * percent) / 100,
        kind: i === 0 ? 'own_sale' : 'downline_sale',
        source_member_id: idOf(buyer),
        order_id: order.order_id ?? null,
        level: i + 1,
        status: 'paid',
        accrued_at: paid_at + DAY_S,
        paid_at: paid_at + 8 * DAY_S,
      };
      up = parent[up]!;
    }
  }
}

import { addDays } from '../model/days.ts';
import type { Localised } from '../model/localised.ts';
import type { EvidenceValue } from '../model/provision.ts';
import { shift } from './barometer.ts';
import type { Indicator } from './barometer.ts';
import { isReturn } from './facts-sql.ts';
import type { FactsSql } from './facts-sql.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

interface MarketFigure {
  readonly name: string;
  readonly title: Localised;
  readonly needs: readonly string[];
  /** Rows `month, cases, out_of`. */
  readonly sql: (context: FactsSql) => string;
}

const month = (day: string): string => `strftime(${day}, '%Y-%m')`;

/** Orders by month of the order, and those of them in a list. */
const amongOrders =
  (listed: string) =>
  ({ day }: FactsSql): string =>
    `SELECT ${month(day('o.ordered_at'))} AS month,
      count(x.order_id) AS cases, count(*) AS out_of
    FROM orders o LEFT JOIN (${listed}) x ON x.order_id = o.order_id
    WHERE o.ordered_at IS NOT NULL GROUP BY 1`;

const orders = ['order.order_id', 'order.ordered_at'];

/** Lists of orders to count, each with the columns it wants. */
export const ordersWith = {
  complaint: {
    needs: [...orders, 'complaint.order_id'],
    sql: 'SELECT DISTINCT order_id FROM complaint WHERE order_id IS NOT NULL',
  },
  return: {
    needs: [...orders, 'after_sale.order_id'],
    sql: `SELECT DISTINCT order_id FROM after_sale WHERE order_id IS NOT NULL AND ${isReturn}`,
  },
} as const;
export type OrderFigure = keyof typeof ordersWith;

/** The figures of the barometer that the tables give. */
export const marketFigures: readonly MarketFigure[] = [
  {
    name: 'complaint',
    title: { zh: '有投诉的订单', en: 'orders complained of' },
    needs: ordersWith.complaint.needs,
    sql: amongOrders(ordersWith.complaint.sql),
  },
  {
    name: 'return',
    title: { zh: '申请退款退货的订单', en: 'orders with a return or refund asked for' },
    needs: ordersWith.return.needs,
    sql: amongOrders(ordersWith.return.sql),
  },
  {
    // Recruits of a month among the members there were when it began.
    name: 'recruits',
    title: { zh: '新发展会员', en: 'members recruited' },
    needs: ['member.member_id', 'member.joined_at', 'member.recruiter_id'],
    sql: ({ day }) => `SELECT month, cases,
        CAST(coalesce(sum(joined) OVER (ORDER BY month
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS BIGINT) AS out_of
      FROM (SELECT ${month(day('joined_at'))} AS month, count(recruiter_id) AS cases,
          count(*) AS joined
        FROM member WHERE joined_at IS NOT NULL GROUP BY 1) m`,
  },
];

/** A figure of the rows its SQL gives: months that were over by the day, in order. */
export function indicatorOf(
  { name, title }: Pick<MarketFigure, 'name' | 'title'>,
  rows: readonly Row[],
  as_of: string,
): Indicator {
  const last = wholeUntil(as_of);
  const months = rows
    .map((row) => ({
      month: String(row['month']),
      cases: Number(row['cases']),
      out_of: Number(row['out_of']),
    }))
    .filter((one) => one.month <= last);
  return { name, title, months };
}

/** The last month that is over at the end of a day. */
export function wholeUntil(day: string): string {
  return shift(addDays(day, 1).slice(0, 7), -1);
}

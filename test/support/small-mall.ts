import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

const january = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T04:00:00Z`;

/** a tops b and c, c tops d, d tops e and f, f tops g1 to g28; one a day, the g on the seventh. */
const members: readonly Row[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((member_id, i) => ({
    member_id,
    recruiter_id: ['', 'a', 'a', 'c', 'd', 'd'][i]!,
    joined_at: january(i + 1),
  })),
  ...Array.from({ length: 28 }, (_, i) => ({
    member_id: `g${i + 1}`,
    recruiter_id: 'f',
    joined_at: january(7),
  })),
];

const order = {
  operator_id: 'op1',
  shop_id: 'shop1',
  promoter_id: 'f',
  paid: true,
  status: 'completed',
  deleted: false,
};

/** One order with all that can come of one, and one with nothing but its line. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  member: members,
  // Each g paid 100 yuan to enter.
  fee: Array.from({ length: 28 }, (_, i) => ({
    fee_id: `fee${i + 1}`,
    member_id: `g${i + 1}`,
    kind: 'entry',
    amount_minor: 10_000,
    paid_at: january(7),
  })),
  operator: [{ operator_id: 'op1', name: '某商行' }],
  listing: [
    { listing_id: 'l1', operator_id: 'op1', shop_id: 'shop1', title: '面霜', claims: '国家级配方' },
    { listing_id: 'l2', operator_id: 'op1', shop_id: 'shop1', title: '毛巾', claims: '' },
  ],
  content: [
    {
      content_id: 'c1',
      kind: 'post',
      author_id: 'f',
      operator_id: 'op1',
      listing_id: 'l1',
      body: '好用的面霜',
      published_at: january(8),
    },
  ],
  orders: [
    {
      order_id: 'o1',
      buyer_id: 'g1',
      ...order,
      content_id: 'c1',
      amount_minor: 20_000,
      paid_minor: 20_000,
      ordered_at: january(9),
      paid_at: '2026-01-09T04:05:00Z',
      shipped_at: january(10),
      delivered_at: january(12),
    },
    {
      order_id: 'o2',
      buyer_id: 'g2',
      ...order,
      content_id: '',
      amount_minor: 30_000,
      paid_minor: 30_000,
      ordered_at: january(11),
      paid_at: '2026-01-11T04:05:00Z',
      shipped_at: '',
      delivered_at: '',
    },
  ],
  order_line: [
    { order_line_id: 'ol1', order_id: 'o1', listing_id: 'l1', quantity: 1, price_minor: 20_000 },
    { order_line_id: 'ol2', order_id: 'o2', listing_id: 'l2', quantity: 3, price_minor: 10_000 },
  ],
  commission: [
    commission('k1', 'f', 2_000, 'g1', 'o1', 1, 9),
    commission('k2', 'd', 1_000, 'g1', 'o1', 2, 9),
    commission('k3', 'c', 500, 'g1', 'o1', 3, 9),
    commission('k4', 'f', 3_000, 'g2', 'o2', 1, 11),
  ],
  shipment: [
    {
      shipment_id: 's1',
      order_id: 'o1',
      carrier: '某快递',
      shipped_at: january(10),
      delivered_at: january(12),
    },
  ],
  // Answered after nine days, where seven is much.
  after_sale: [
    {
      after_sale_id: 'as1',
      order_id: 'o1',
      member_id: 'g1',
      kind: 'return',
      no_reason: true,
      unopened: true,
      requested_at: january(13),
      answered_at: january(22),
      status: 'refused',
      refusal_reason: '',
    },
  ],
  review: [
    {
      review_id: 'r1',
      listing_id: 'l1',
      order_id: 'o1',
      member_id: 'g1',
      score: 1,
      body: '不好',
      created_at: january(14),
    },
  ],
  complaint: [
    {
      complaint_id: 'p1',
      order_id: 'o1',
      member_id: 'g1',
      operator_id: 'op1',
      channel: 'platform',
      received_at: january(23),
      answered_at: january(24),
    },
  ],
};

function commission(
  commission_id: string,
  beneficiary_id: string,
  amount_minor: number,
  source_member_id: string,
  order_id: string,
  level: number,
  day: number,
): Row {
  const what = { commission_id, beneficiary_id, amount_minor, kind: 'downline_sale' };
  const paid = { status: 'paid', accrued_at: january(day), paid_at: january(day + 1) };
  return { ...what, source_member_id, order_id, level, ...paid };
}

/** Writes the mall as files in the canonical names, times in UTC; returns their paths. */
export function writeSmallMall(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(tables).map(([table, rows]) => {
    const path = join(folder, `${table}.csv`);
    const names = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => names.map((name) => String(row[name] ?? '')).join(','));
    writeFileSync(path, `${[names.join(','), ...lines].join('\n')}\n`);
    return path;
  });
}

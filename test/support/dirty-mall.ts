import { addSale, at, lawfulMarket } from '../signals/market.ts';
import type { Rows } from '../signals/market.ts';
import { randomLedger } from '../funding/random-ledger.ts';
import type { TableName } from '../../src/model/tables.ts';
import type { TestRow } from '../../src/provisions/test-file.ts';

const HOUR = 3_600_000;
const ledgers = 30;

/**
 * A mall in which a little of everything is wrong: thirty networks of whom some pay themselves,
 * hang from nobody, from themselves or in a circle; records told twice or without an id; and a
 * market with a ring that buys, praises and complains.
 */
export function dirtyMall(): Rows {
  const rows = lawfulMarket(7);
  const put = (table: TableName, list: readonly TestRow[]): void => {
    rows[table] = [...(rows[table] ?? []), ...list];
  };
  let members = 0;
  for (let no = 0; no < ledgers; no++) {
    const ledger = randomLedger(no + 1);
    const own = (row: TestRow): TestRow => named(row, `m${no}-`);
    for (const [table, list] of Object.entries(ledger) as [TableName, TestRow[]][]) {
      if (table !== 'member') put(table, list.map(own));
    }
    const first = members;
    const people = (ledger.member ?? []).map((row) => {
      const up = row['recruiter_no'];
      const recruiter_no = typeof up === 'number' && up >= 0 ? up + first : (up ?? null);
      return { ...own(row), member_no: Number(row['member_no']) + first, recruiter_no };
    });
    put('member', people);
    members += people.length;
  }
  put('plan_rule', [{ rule_id: 'r', plan_id: 'm1-p0', base: 'headcount', depth: 1 }]);
  spoil(rows);
  plantRing(rows);
  return rows;
}

/** Ids of one ledger, apart from those of the others. */
function named(row: TestRow, prefix: string): TestRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith('_id') && typeof value === 'string' ? `${prefix}${value}` : value,
    ]),
  );
}

/** Records told twice, without ids, and uplines that are none. */
function spoil(rows: Rows): void {
  const put = (table: TableName, list: readonly TestRow[]): void => {
    rows[table] = [...(rows[table] ?? []), ...list];
  };
  const some = (table: TableName, each: number): TestRow[] =>
    (rows[table] ?? []).filter((_, i) => i % each === 0);
  put('commission', some('commission', 9));
  put(
    'commission',
    some('commission', 11).map((row) => ({ ...row, commission_id: null })),
  );
  put('order', some('order', 97));
  put('order', [{ order_id: null, buyer_id: 'm0-m00', paid: true, paid_minor: 5 }]);
  put('order', [
    { order_id: 'part', parent_order_id: 'm2-o1', buyer_id: 'm2-m01', paid: true, paid_minor: 9 },
  ]);
  const people = rows.member ?? [];
  rows.member = people.map((row, i) => ({
    ...row,
    ...(i % 17 === 0 && { left_at: at(20 * 24 * HOUR) }),
    ...(i % 5 === 0 && { activated_at: at(0), person_key: `k${i % 20}` }),
    ...(i % 40 === 3 && { recruiter_no: i, recruiter_id: row['member_id'] }),
    ...(i % 40 === 4 && { recruiter_no: i + 1, recruiter_id: people[i + 1]?.['member_id'] }),
    ...(i % 40 === 5 && { recruiter_no: i - 1, recruiter_id: people[i - 1]?.['member_id'] }),
  }));
  const accounts = people.map((row) => String(row['member_id']));
  put(
    'account_link',
    accounts.flatMap((member_id, i) => [
      { member_id, kind: 'payout', link_key: `it's\\${i >> 1}` },
      { member_id, kind: 'device', link_key: `p${i % 70}` },
      { member_id, kind: 'id_number', link_key: `n${i % 90}` },
    ]),
  );
}

/** Thirty accounts on one phone buy all listings of one seller, praise and complain. */
function plantRing(rows: Rows): void {
  for (let i = 0; i < 30; i++) {
    const buyer_id = `x${i}`;
    rows.account_link.push({ member_id: buyer_id, kind: 'device', link_key: 'phone-farm' });
    for (let listing = 0; listing < 6; listing++) {
      const order_id = `x-${i}-${listing}`;
      const hours = 100 + (i >> 3) + 40 * listing;
      const sale = { order_id, buyer_id, seller: 3, listing, hours, price: 700, parcel: false };
      addSale(rows, { ...sale, batch: 'A' });
      const review = {
        review_id: order_id,
        order_id,
        member_id: buyer_id,
        listing_id: `g3-${listing}`,
      };
      const body = '这款面霜质地轻薄不油腻,早晚都在用';
      rows.review.push({ ...review, body, score: 5, created_at: at(hours * HOUR) });
      if (listing > 0) continue;
      const complaint = { complaint_id: order_id, order_id, listing_id: review.listing_id };
      rows.complaint.push({ ...complaint, received_at: at((hours + 90) * HOUR) });
    }
  }
}

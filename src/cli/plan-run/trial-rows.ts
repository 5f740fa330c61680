/** How many of what a trial has: one purchase of ten, each with a line and a commission. */
export interface TrialSize {
  readonly members: number;
  readonly orders: number;
}

/**
 * SELECTs of rows as a platform has them, by table: orders with their lines, listings, requests
 * after the sale and commissions, spread over 2024 and 2025. `forest` (no, parent) is there when
 * `member` and `commission` are asked for.
 */
export const trialRows = {
  member: ({ members }) => `SELECT
      CAST(no AS BIGINT) AS member_no, CAST(no AS VARCHAR) AS member_id,
      CAST(nullif(parent, -1) AS VARCHAR) AS recruiter_id,
      CAST(nullif(parent, -1) AS BIGINT) AS recruiter_no,
      TIMESTAMP '2023-01-01' + to_seconds(CAST(no * 63072000.0 / ${members} AS BIGINT))
        AS joined_at, 'active' AS status
    FROM forest ORDER BY no`,
  order: ({ members, orders }) => `SELECT
      CAST(i AS VARCHAR) AS order_id, CAST(hash(i + 4) % ${members} AS VARCHAR) AS buyer_id,
      CAST(i % 5000 AS VARCHAR) AS operator_id, TRUE AS paid,
      CAST(100 + hash(i) % 90000 AS BIGINT) AS paid_minor,
      ts AS ordered_at, ts AS paid_at,
      ts + INTERVAL 48 HOUR AS ship_by, ts + INTERVAL 120 HOUR AS deliver_by,
      ts + to_hours(CASE WHEN i % 99991 = 0 THEN 60 ELSE CAST(hash(i + 1) % 40 AS INTEGER) END)
        AS shipped_at,
      ts + to_hours(CASE WHEN i % 79999 = 0 THEN 150
        ELSE CAST(50 + hash(i + 2) % 60 AS INTEGER) END)
        AS delivered_at,
      CAST(NULL AS TIMESTAMP) AS delay_consented_at,
      CASE WHEN i % 89989 = 0 THEN ts + INTERVAL 1 HOUR END AS cancelled_at,
      CASE WHEN i % 89989 = 0 THEN 'seller' END AS cancelled_by,
      'completed' AS status
    FROM (SELECT i, TIMESTAMP '2024-01-01' + to_seconds(CAST(hash(i) % 63072000 AS BIGINT)) AS ts
      FROM range(${orders}) r(i))`,
  order_line: ({ orders }) => `SELECT
      CAST(i AS VARCHAR) AS order_line_id, CAST(i AS VARCHAR) AS order_id,
      CAST(hash(i + 3) % 100000 AS VARCHAR) AS listing_id, '商品' AS title,
      CAST(1 AS BIGINT) AS quantity, CAST(100 + hash(i) % 90000 AS BIGINT) AS price_minor,
      i % 69997 = 0 AS preselected,
      CASE WHEN i % 59999 = 0 THEN DATE '2023-06-30' ELSE DATE '2027-01-01' END AS expires_on
    FROM range(${orders}) r(i)`,
  listing: () => `SELECT CAST(i AS VARCHAR) AS listing_id, '商品' AS title,
      CASE WHEN i % 5 = 0 THEN '食品/零食' ELSE '家居日用' END AS category,
      i % 50 = 0 AS no_return, 'on' AS status
    FROM range(100000) r(i)`,
  after_sale: ({ orders }) => `SELECT CAST(i AS VARCHAR) AS after_sale_id,
      CAST(i * 50 AS VARCHAR) AS order_id, TRUE AS no_reason,
      TIMESTAMP '2024-01-05' + to_seconds(CAST(hash(i * 50) % 63072000 AS BIGINT)) AS requested_at,
      CASE WHEN i % 1009 = 0 THEN 'refused' ELSE 'done' END AS status
    FROM range(${Math.floor(orders / 50)}) r(i)`,
  commission: ({ members, orders }) => `SELECT CAST(i AS VARCHAR) AS commission_id,
      CAST(coalesce(nullif(f.parent, -1), f.no) AS VARCHAR) AS beneficiary_id,
      CAST((100 + hash(i) % 90000) // 10 AS BIGINT) AS amount_minor,
      'downline_sale' AS kind, CAST(f.no AS VARCHAR) AS source_member_id,
      CAST(i AS VARCHAR) AS order_id, CAST(1 AS BIGINT) AS level, 'paid' AS status,
      TIMESTAMP '2024-01-01' + to_seconds(CAST(hash(i) % 63072000 AS BIGINT)) AS accrued_at
    FROM range(${orders}) r(i) JOIN forest f ON f.no = hash(i + 4) % ${members}`,
} as const satisfies Readonly<Record<string, (size: TrialSize) => string>>;

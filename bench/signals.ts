import { DuckDb } from '../src/engine/duckdb.ts';
import { columnsOf, isDerived, isTableName, relationOf, sqlTypeOf } from '../src/model/tables.ts';
import { tables } from '../src/model/tables.ts';
import { findSignals } from '../src/signals/find-signals.ts';
import { seconds } from './timing.ts';

/** A market of that many orders, five a buyer, made by the engine itself. */
const orders = 1_000_000;
const buyers = orders / 5;
const listings = orders / 100;
const sellers = orders / 1_000;

/** A number from 0 to below 1 that row and purpose fix. */
function drawn(purpose: string): string {
  return `(hash(i, '${purpose}') % 1000000 / 1000000.0)`;
}

const listing = `CAST(floor(${listings} * pow(${drawn('listing')}, 2)) AS BIGINT)`;
const buyer = `'b' || CAST(floor(${buyers} * ${drawn('buyer')}) AS BIGINT)`;

const rows: Readonly<Record<string, string>> = {
  order: `SELECT 'o' || i AS order_id, ${buyer} AS buyer_id,
      's' || (${listing} % ${sellers}) AS operator_id, TRUE AS paid,
      TIMESTAMP '2026-01-01' + INTERVAL (CAST(${drawn('time')} * 25920000 AS BIGINT)) SECOND
        AS paid_at,
      CAST(500 + ${drawn('price')} * 30000 AS BIGINT) AS paid_minor, 'completed' AS status,
      paid_at + INTERVAL 10 HOUR AS shipped_at, paid_at + INTERVAL 50 HOUR AS delivered_at
    FROM range(${orders}) t(i)`,
  order_line: `SELECT 'l' || i AS order_line_id, 'o' || i AS order_id,
      'g' || ${listing} AS listing_id, 'B' || (hash(i, 'batch') % 5) AS batch
    FROM range(${orders}) t(i)`,
  shipment: `SELECT 'p' || i AS shipment_id, 'o' || i AS order_id, 'T' || i AS tracking_no
    FROM range(${orders}) t(i) WHERE hash(i, 'parcel') % 100 > 0`,
  review: `SELECT 'r' || i AS review_id, 'o' || i AS order_id, 'g' || ${listing} AS listing_id,
      ${buyer} AS member_id, 5 AS score, md5('' || i) AS body,
      TIMESTAMP '2026-12-01' AS created_at
    FROM range(${orders}) t(i) WHERE i % 3 = 0`,
  account_link: `SELECT 'b' || i AS member_id, 'device' AS kind, 'd' || (i // 2) AS link_key
    FROM range(${buyers}) t(i)`,
  complaint: `SELECT 'c' || i AS complaint_id, 'o' || i AS order_id,
      TIMESTAMP '2026-12-01' AS received_at
    FROM range(${orders}) t(i) WHERE hash(i, 'complaint') % 100 = 0`,
  after_sale: `SELECT 'a' || i AS after_sale_id, 'o' || i AS order_id,
      TIMESTAMP '2026-12-01' AS requested_at
    FROM range(${orders}) t(i) WHERE hash(i, 'return') % 30 = 0`,
  listing: `SELECT 'g' || i AS listing_id, 's' || (i % ${sellers}) AS operator_id,
      'k' || (i % 20) AS category
    FROM range(${listings}) t(i)`,
};

/** Every signal over a million orders: wall clock, processor time and the most memory held. */
export async function benchSignals(print: (line: string) => void): Promise<void> {
  const engine = await DuckDb.open({ memory_limit: '2GB' });
  try {
    for (const name of Object.keys(tables).filter(isTableName)) {
      if (isDerived(name)) continue;
      const columns = [...columnsOf(name)].map(([one, { type }]) => `"${one}" ${sqlTypeOf(type)}`);
      await engine.run(`CREATE TABLE ${relationOf(name)} (${columns.join(', ')})`);
      const select = rows[name];
      if (select) await engine.run(`INSERT INTO ${relationOf(name)} BY NAME (${select})`);
    }
    const before = process.cpuUsage();
    let found = 0;
    const took = await seconds(async () => {
      const options = { as_of: '2026-12-31', time_zone: 'Asia/Shanghai' };
      found = (await findSignals(engine, options)).suspicions.length;
    });
    const { user, system } = process.cpuUsage(before);
    const cpu_s = (user + system) / 1_000_000;
    const peak_mib = Math.round(process.resourceUsage().maxRSS / 1024);
    print(
      `signals: ${orders} orders, nothing planted: ${found} told of, ${took.toFixed(1)} s, ` +
        `${cpu_s.toFixed(1)} s of processor, ${peak_mib} MiB with the tables themselves`,
    );
  } finally {
    engine.close();
  }
}

import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Argument } from '../model/appraisal.ts';

/** Sums over members: of heads h, retail sales s and pay p, their squares and products. */
export interface Moments {
  readonly n: number;
  readonly h: bigint;
  readonly s: bigint;
  readonly p: bigint;
  readonly hh: bigint;
  readonly ss: bigint;
  readonly pp: bigint;
  readonly hs: bigint;
  readonly hp: bigint;
  readonly sp: bigint;
}

/** Fewer paid members than this allow no statement. Ours. */
const members_min = 30;

/** Share of the spread of pay that heads and sales must explain together. Ours. */
const explained_min = 0.1;

/** Two thirds of what is explained lies with one of the two. Ours. */
const decisive = 2 / 3;

/**
 * Does pay follow heads or sales? Least squares of a paid member's pay on its direct recruits and
 * on the retail sales its pay was traced to; what both explain (R²) is shared out by the mean of
 * both orders of entry (Lindeman, Merenda and Gold, 1980). An association, not a cause.
 */
export async function payFollows(engine: SqlEngine): Promise<Argument> {
  const moments = await momentsOf(engine);
  const needs = ['commission.beneficiary_id', 'commission.order_id'];
  if (moments.n < members_min) return { id: 'pay_follows', bears: 'unknown', figures: {}, needs };
  const { heads, sales } = shares(moments);
  const all = heads + sales;
  const figures = {
    members: moments.n,
    explained_ratio: all,
    heads_ratio: all === 0 ? 0 : heads / all,
    sales_ratio: all === 0 ? 0 : sales / all,
  };
  if (all < explained_min) return { id: 'pay_follows', bears: 'neither', figures, needs: [] };
  const bears = heads / all >= decisive ? 'heads' : sales / all >= decisive ? 'sales' : 'neither';
  return { id: 'pay_follows', bears, figures, needs: [] };
}

/** Exact sums: integers of 128 bits in the engine, of any size here. */
async function momentsOf(engine: SqlEngine): Promise<Moments> {
  const sum = (x: string): string => `CAST(coalesce(sum(${x}), 0) AS VARCHAR)`;
  const [row] = await engine.rows(`
    WITH pay AS (
      SELECT beneficiary_id, sum(amount_minor) AS p FROM commission_funding
      WHERE amount_minor IS NOT NULL GROUP BY beneficiary_id
    ),
    retail AS (
      SELECT f.beneficiary_id, sum(o.minor) AS s FROM (
        SELECT DISTINCT beneficiary_id, source_id FROM commission_funding
        WHERE source_table = 'order' AND counts_as = 'retail'
      ) f
      JOIN (SELECT order_id, coalesce(paid_minor, amount_minor) AS minor FROM orders) o
        ON o.order_id = f.source_id
      GROUP BY f.beneficiary_id
    ),
    x AS (
      SELECT CAST(n.direct AS HUGEINT) AS h, CAST(coalesce(r.s, 0) AS HUGEINT) AS s,
        CAST(pay.p AS HUGEINT) AS p
      FROM pay
      JOIN network_member n ON n.member_id = pay.beneficiary_id AND n.tree = 'sponsor'
      LEFT JOIN retail r ON r.beneficiary_id = pay.beneficiary_id
    )
    SELECT CAST(count(*) AS INTEGER) AS n, ${sum('h')} AS h, ${sum('s')} AS s, ${sum('p')} AS p,
      ${sum('h * h')} AS hh, ${sum('s * s')} AS ss, ${sum('p * p')} AS pp,
      ${sum('h * s')} AS hs, ${sum('h * p')} AS hp, ${sum('s * p')} AS sp
    FROM x`);
  const whole = (name: string): bigint => BigInt(String(row?.[name] ?? '0'));
  return {
    n: Number(row?.['n'] ?? 0),
    h: whole('h'),
    s: whole('s'),
    p: whole('p'),
    hh: whole('hh'),
    ss: whole('ss'),
    pp: whole('pp'),
    hs: whole('hs'),
    hp: whole('hp'),
    sp: whole('sp'),
  };
}

/** What of R² falls to heads and to sales; both zero where nothing varies. */
export function shares(m: Moments): { readonly heads: number; readonly sales: number } {
  const n = BigInt(m.n);
  const between = (xy: bigint, x: bigint, y: bigint): bigint => n * xy - x * y;
  const pay = between(m.pp, m.p, m.p);
  const r2 = (xx: bigint, xp: bigint): number =>
    xx === 0n || pay === 0n ? 0 : ratio(xp * xp, xx * pay);
  const hh = between(m.hh, m.h, m.h);
  const ss = between(m.ss, m.s, m.s);
  const hs = between(m.hs, m.h, m.s);
  const hp = between(m.hp, m.h, m.p);
  const sp = between(m.sp, m.s, m.p);
  const alone = { heads: r2(hh, hp), sales: r2(ss, sp) };
  const spread = hh * ss - hs * hs;
  // Heads and sales in fixed proportion explain the same: half each.
  if (spread === 0n) {
    const all = Math.max(alone.heads, alone.sales);
    return hh === 0n || ss === 0n ? alone : { heads: all / 2, sales: all / 2 };
  }
  const together =
    pay === 0n ? 0 : ratio(hp * hp * ss - 2n * hp * sp * hs + sp * sp * hh, spread * pay);
  return {
    heads: (alone.heads + (together - alone.sales)) / 2,
    sales: (alone.sales + (together - alone.heads)) / 2,
  };
}

/** A quotient of integers of any size as the nearest double to within 2^-52. */
function ratio(over: bigint, under: bigint): number {
  const bits = 1n << 60n;
  return Number((over * bits) / under) / Number(bits);
}

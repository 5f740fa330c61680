import { readColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';

/** What the profiles need of each account, by member_no; null where the data do not say. */
export interface AccountFacts {
  /** 1 where the account was activated. */
  readonly activated: Uint8Array | null;
  /** 1 where it paid more than it was given back. */
  readonly paid: Uint8Array | null;
  /** 1 where it was ever paid a commission. */
  readonly rewarded: Uint8Array | null;
  /** Pairs of accounts, each once: whose act was paid for, and who was paid. */
  readonly rebates: { readonly source: Int32Array; readonly beneficiary: Int32Array } | null;
}

const paidOut = `c.amount_minor > 0 AND c.status IS DISTINCT FROM 'reversed'`;

export async function loadFacts(
  engine: DuckDb,
  site: ScanSite,
  count: number,
): Promise<AccountFacts> {
  const any = async (table: string, where: string): Promise<boolean> =>
    (await site.engine.rows(`SELECT 1 AS one FROM ${table} WHERE ${where} LIMIT 1`)).length > 0;
  const marked = async (known: boolean, sql: string): Promise<Uint8Array | null> =>
    known ? await marks(engine, site, count, sql) : null;
  const toSomebody = 'amount_minor IS NOT NULL AND beneficiary_id IS NOT NULL';
  const facts = {
    activated: await marked(
      await any('member', 'activated_at IS NOT NULL'),
      'SELECT member_no FROM member WHERE activated_at IS NOT NULL',
    ),
    paid: await marked(
      await any('fee', 'amount_minor IS NOT NULL AND member_id IS NOT NULL'),
      `SELECT m.member_no FROM fee f JOIN member m ON m.member_id = f.member_id
       WHERE f.paid_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL)
       GROUP BY m.member_no HAVING sum(f.amount_minor - coalesce(f.refunded_minor, 0)) > 0`,
    ),
    rewarded: await marked(
      await any('commission', toSomebody),
      `SELECT DISTINCT m.member_no FROM commission c
       JOIN member m ON m.member_id = c.beneficiary_id WHERE ${paidOut}`,
    ),
    rebates: (await any('commission', `${toSomebody} AND source_member_id IS NOT NULL`))
      ? await loadRebates(engine, site)
      : null,
  };
  await site.clear('pp_mark');
  await site.clear('pp_rebate');
  return facts;
}

async function marks(
  engine: DuckDb,
  site: ScanSite,
  count: number,
  sql: string,
): Promise<Uint8Array> {
  const marked = new Uint8Array(count);
  const members = await site.reduce('pp_mark', sql);
  await readColumns(
    engine,
    `SELECT CAST(member_no AS INTEGER) FROM ${members}`,
    ['int'],
    ([no], rows) => {
      for (let i = 0; i < rows; i++) marked[no![i]!] = 1;
    },
  );
  return marked;
}

/** A row for each pair, as the counting needs to know over which ties money flowed. */
async function loadRebates(engine: DuckDb, site: ScanSite): Promise<AccountFacts['rebates']> {
  await site.make(
    'pp_rebate',
    `SELECT DISTINCT CAST(s.member_no AS INTEGER) AS source_no,
      CAST(b.member_no AS INTEGER) AS beneficiary_no
    FROM commission c JOIN member s ON s.member_id = c.source_member_id
      JOIN member b ON b.member_id = c.beneficiary_id
    WHERE ${paidOut} AND s.member_no <> b.member_no`,
  );
  const [size] = await engine.rows('SELECT count(*) AS n FROM pp_rebate');
  const source = new Int32Array(Number(size?.['n'] ?? 0));
  const beneficiary = new Int32Array(source.length);
  let at = 0;
  await readColumns(
    engine,
    'SELECT source_no, beneficiary_no FROM pp_rebate',
    ['int', 'int'],
    ([from, to], rows) => {
      source.set(from!, at);
      beneficiary.set(to!, at);
      at += rows;
    },
  );
  return { source, beneficiary };
}

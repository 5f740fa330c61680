import { readColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';

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

export async function loadFacts(engine: DuckDb, count: number): Promise<AccountFacts> {
  const [has] = await engine.rows(`SELECT
    EXISTS (SELECT 1 FROM member WHERE activated_at IS NOT NULL) AS activated,
    EXISTS (SELECT 1 FROM fee WHERE amount_minor IS NOT NULL AND member_id IS NOT NULL) AS paid,
    EXISTS (SELECT 1 FROM commission WHERE amount_minor IS NOT NULL
      AND beneficiary_id IS NOT NULL) AS rewarded,
    EXISTS (SELECT 1 FROM commission WHERE amount_minor IS NOT NULL
      AND beneficiary_id IS NOT NULL AND source_member_id IS NOT NULL) AS rebates`);
  const marked = async (known: unknown, sql: string): Promise<Uint8Array | null> =>
    known === true ? await marks(engine, count, sql) : null;
  return {
    activated: await marked(
      has?.['activated'],
      'SELECT CAST(member_no AS INTEGER) FROM member WHERE activated_at IS NOT NULL',
    ),
    paid: await marked(
      has?.['paid'],
      `SELECT CAST(m.member_no AS INTEGER) FROM fee f JOIN member m ON m.member_id = f.member_id
       WHERE f.paid_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL)
       GROUP BY m.member_no HAVING sum(f.amount_minor - coalesce(f.refunded_minor, 0)) > 0`,
    ),
    rewarded: await marked(
      has?.['rewarded'],
      `SELECT DISTINCT CAST(m.member_no AS INTEGER) FROM commission c
       JOIN member m ON m.member_id = c.beneficiary_id WHERE ${paidOut}`,
    ),
    rebates: has?.['rebates'] === true ? await loadRebates(engine) : null,
  };
}

async function marks(engine: DuckDb, count: number, sql: string): Promise<Uint8Array> {
  const marked = new Uint8Array(count);
  await readColumns(engine, sql, ['int'], ([no], rows) => {
    for (let i = 0; i < rows; i++) marked[no![i]!] = 1;
  });
  return marked;
}

async function loadRebates(engine: DuckDb): Promise<AccountFacts['rebates']> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_rebate AS
    SELECT DISTINCT CAST(s.member_no AS INTEGER) AS source_no,
      CAST(b.member_no AS INTEGER) AS beneficiary_no
    FROM commission c JOIN member s ON s.member_id = c.source_member_id
      JOIN member b ON b.member_id = c.beneficiary_id
    WHERE ${paidOut} AND s.member_no <> b.member_no`);
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
  await engine.run('DROP TABLE pp_rebate');
  return { source, beneficiary };
}

import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { IssueCode, IssueLog } from '../../model/issue.ts';
import { nowhere } from '../../model/issue.ts';
import type { TableAccount } from '../../model/snapshot.ts';
import type { TableName } from '../../model/tables.ts';
import { loadedRelation } from './loaded-relation.ts';

/** One comparison of the data with itself. */
export interface ConsistencyCheck {
  readonly check: string;
  /** Rows compared. */
  readonly compared: number;
  /** Rows that disagreed. */
  readonly differing: number;
  /** Key of the first that did, in key order; null for none. */
  readonly first: string | null;
}

interface Check {
  readonly check: string;
  /** Issue to report; null where the result is only counted. */
  readonly code: IssueCode | null;
  readonly needs: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** SELECT of `key` and `differs` for each row compared. */
  readonly sql: string;
}

/** How a table is called where it is checked. */
export type RelationOf = (table: TableName) => string;

function checksOn(of: RelationOf): readonly Check[] {
  return [...memberChecks(of), ...orderChecks(of), ...references.map((one) => refers(of, one))];
}

function memberChecks(of: RelationOf): readonly Check[] {
  const member = of('member');
  return [
    {
      check: 'self_parent',
      code: null,
      needs: { member: ['member_id', 'recruiter_id'] },
      sql: `SELECT member_id AS key, recruiter_no = member_no AS differs
        FROM ${member} WHERE recruiter_no IS NOT NULL`,
    },
    {
      check: 'missing_parent',
      code: null,
      needs: { member: ['member_id', 'recruiter_id'] },
      sql: `SELECT member_id AS key, recruiter_no = -1 AS differs
        FROM ${member} WHERE recruiter_no IS NOT NULL`,
    },
    {
      check: 'late_parent',
      code: null,
      needs: { member: ['member_id', 'recruiter_id', 'joined_at'] },
      sql: `SELECT m.member_id AS key, up.joined_at > m.joined_at AS differs
        FROM ${member} AS m JOIN ${member} AS up ON up.member_no = m.recruiter_no
        WHERE m.joined_at IS NOT NULL AND up.joined_at IS NOT NULL`,
    },
    {
      check: 'direct_count',
      code: 'consistency.direct_count_differs',
      needs: { member: ['member_id', 'recruiter_id', 'direct_cached'] },
      sql: `SELECT m.member_id AS key, m.direct_cached <> coalesce(d.n, 0) AS differs
        FROM ${member} AS m LEFT JOIN (
          SELECT recruiter_no, count(*) AS n FROM ${member}
          WHERE recruiter_no <> member_no GROUP BY recruiter_no
        ) AS d ON d.recruiter_no = m.member_no
        WHERE m.direct_cached IS NOT NULL`,
    },
  ];
}

function orderChecks(of: RelationOf): readonly Check[] {
  const [member, order, line] = [of('member'), of('order'), of('order_line')];
  return [
    {
      check: 'item_sum',
      code: 'consistency.item_sum_differs',
      needs: {
        order: ['order_id', 'amount_minor'],
        order_line: ['order_id', 'price_minor', 'quantity'],
      },
      sql: `SELECT o.order_id AS key, s.total <> o.amount_minor
          AND s.total IS DISTINCT FROM o.paid_minor AS differs
        FROM ${order} AS o JOIN (
          SELECT order_id, sum(price_minor * quantity) AS total,
            bool_and(price_minor IS NOT NULL AND quantity IS NOT NULL) AS whole
          FROM ${line} GROUP BY order_id
        ) AS s ON s.order_id = o.order_id
        WHERE s.whole AND o.amount_minor IS NOT NULL`,
    },
    {
      check: 'promoter',
      code: 'consistency.promoter_differs',
      needs: {
        order: ['order_id', 'buyer_id', 'promoter_id'],
        member: ['member_id', 'recruiter_id'],
      },
      sql: `SELECT o.order_id AS key, m.recruiter_id IS DISTINCT FROM o.promoter_id
          AND o.promoter_id <> m.member_id AS differs
        FROM ${order} AS o JOIN ${member} AS m ON m.member_id = o.buyer_id
        WHERE o.promoter_id IS NOT NULL`,
    },
  ];
}

type Reference = readonly [from: TableName, column: string, to: TableName, key: string];

const references: readonly Reference[] = [
  ['order', 'buyer_id', 'member', 'member_id'],
  ['order_line', 'order_id', 'order', 'order_id'],
  ['order_line', 'listing_id', 'listing', 'listing_id'],
  ['commission', 'beneficiary_id', 'member', 'member_id'],
  ['commission', 'order_id', 'order', 'order_id'],
  ['fee', 'member_id', 'member', 'member_id'],
  ['withdrawal', 'member_id', 'member', 'member_id'],
  ['after_sale', 'order_id', 'order', 'order_id'],
  ['review', 'order_id', 'order', 'order_id'],
];

/**
 * Compares what the data say with what they say elsewhere, once their columns are there. Where the
 * tables are not those of an import, what is only counted is left out.
 */
export async function checkConsistency(
  engine: SqlEngine,
  accounts: Readonly<Partial<Record<TableName, TableAccount>>>,
  log: IssueLog,
  of: RelationOf = loadedRelation,
): Promise<ConsistencyCheck[]> {
  const done: ConsistencyCheck[] = [];
  const due = checksOn(of).filter(({ code }) => code !== null || of === loadedRelation);
  for (const { check, code, needs, sql } of due) {
    const there = Object.entries(needs).every(([table, columns]) =>
      columns.every((column) => accounts[table as TableName]?.columns_present.includes(column)),
    );
    if (!there) continue;
    const [row] = await engine.rows(`SELECT count(*) AS compared, count_if(differs) AS differing,
      min(key) FILTER (WHERE differs) AS first FROM (${sql})`);
    const compared = Number(row?.['compared'] ?? 0);
    const differing = Number(row?.['differing'] ?? 0);
    const first = row?.['first'] === null || row === undefined ? null : String(row['first']);
    done.push({ check, compared, differing, first });
    if (code !== null && differing > 0)
      log.add(code, { column: check, compared, first: first ?? '' }, nowhere, differing);
  }
  await checkMoneyUnit(engine, accounts, log, of);
  return done;
}

/**
 * Half of all orders off by exactly a hundred against their lines is no discount: one of the two
 * was read in fen and the other in yuan.
 */
async function checkMoneyUnit(
  engine: SqlEngine,
  accounts: Readonly<Partial<Record<TableName, TableAccount>>>,
  log: IssueLog,
  of: RelationOf,
): Promise<void> {
  const has = (table: TableName, column: string): boolean =>
    accounts[table]?.columns_present.includes(column) ?? false;
  if (!has('order', 'amount_minor') || !has('order_line', 'price_minor')) return;
  if (!has('order_line', 'quantity')) return;
  const [row] = await engine.rows(`
    SELECT count(*) AS n, count_if(total = amount_minor * 100) AS larger,
      count_if(total * 100 = amount_minor) AS smaller
    FROM (SELECT o.amount_minor, sum(l.price_minor * l.quantity) AS total
      FROM ${of('order')} AS o JOIN ${of('order_line')} AS l ON l.order_id = o.order_id
      WHERE o.amount_minor > 0 GROUP BY o.order_id, o.amount_minor)`);
  const n = Number(row?.['n'] ?? 0);
  const off = Math.max(Number(row?.['larger'] ?? 0), Number(row?.['smaller'] ?? 0));
  if (n > 0 && off * 2 > n)
    log.add('consistency.money_unit_differs', { factor: 100 }, nowhere, off);
}

function refers(of: RelationOf, [from, column, to, key]: Reference): Check {
  return {
    check: `${from}.${column}`,
    code: 'consistency.reference_missing',
    needs: { [from]: [column], [to]: [key] },
    sql: `SELECT f.${column} AS key, t.${key} IS NULL AS differs
      FROM ${of(from)} AS f
      LEFT JOIN ${of(to)} AS t ON t.${key} = f.${column}
      WHERE f.${column} IS NOT NULL`,
  };
}

import type { SqlEngine } from '../../engine/sql-engine.ts';
import { wordsOf } from '../../engine/sql-words.ts';
import type { SqlWords } from '../../engine/sql-words.ts';
import type { LinkCutApplied, LinkCutDecision } from '../../model/link-cut.ts';
import type { LinkCut } from '../../model/link-kinds.ts';

/**
 * The ties that decisions are about: of the named kinds, the values two accounts share, or the
 * value of a key where several accounts have it. A decision about nothing is applied to 0.
 */
export async function resolveCuts(
  engine: SqlEngine,
  decisions: readonly LinkCutDecision[],
): Promise<{ readonly cuts: LinkCut[]; readonly applied: LinkCutApplied[] }> {
  if (decisions.length === 0) return { cuts: [], applied: [] };
  const decided = values(decisions, wordsOf(engine));
  const rows = await engine.rows(`
    WITH decision (no, kind, account, other_account, link_key) AS (VALUES ${decided}),
    tie AS (
      SELECT member_id, kind, link_key FROM account_link
        WHERE link_key IS NOT NULL AND kind <> 'person_key'
      UNION
      SELECT member_id, 'person_key', person_key FROM member WHERE person_key IS NOT NULL
    ),
    asked AS (
      SELECT d.no, d.kind, d.account, a.link_key FROM decision d
        JOIN tie a ON a.member_id = d.account AND a.kind = d.kind
        JOIN tie b ON b.member_id = d.other_account AND b.kind = a.kind AND b.link_key = a.link_key
      UNION ALL
      SELECT d.no, d.kind, d.account, v.link_key FROM decision d
        JOIN (SELECT kind, link_key FROM tie GROUP BY kind, link_key HAVING count(*) > 1) v
          ON v.kind = d.kind AND v.link_key = d.link_key
        WHERE d.account IS NULL OR EXISTS (SELECT 1 FROM tie t
          WHERE t.member_id = d.account AND t.kind = v.kind AND t.link_key = v.link_key)
    )
    SELECT * FROM asked ORDER BY no, kind, link_key`);
  const cuts = rows.map((row) => ({
    kinds: String(row['kind']),
    link_key: String(row['link_key']),
    member_id: row['account'] === null ? null : String(row['account']),
    reason: decisions[Number(row['no'])]!.reason,
  }));
  const ties = decisions.map((_, no) => rows.filter((row) => Number(row['no']) === no).length);
  return { cuts, applied: decisions.map((one, no) => ({ ...one, ties: ties[no]! })) };
}

function values(decisions: readonly LinkCutDecision[], words: SqlWords): string {
  return decisions
    .flatMap(({ kinds, account, other_account, link_key }, no) =>
      kinds.map(
        (kind) =>
          `(${[no, kind, account, other_account, link_key]
            .map((one) => value(one, words))
            .join(', ')})`,
      ),
    )
    .join(', ');
}

/** Typed, so that a column of NULL alone is text too. */
function value(one: string | number | null, { text, quoted }: SqlWords): string {
  if (typeof one === 'number') return String(one);
  return `CAST(${one === null ? 'NULL' : quoted(one)} AS ${text})`;
}

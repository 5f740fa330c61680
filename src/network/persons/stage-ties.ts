import { sqlText } from '../../engine/duckdb.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import { linkKinds } from '../../model/link-kinds.ts';
import type { LinkCut } from '../../model/link-kinds.ts';
import { evidenceSets, kindNames } from './evidence-sets.ts';

/**
 * Creates `pp_tie` (member_no, kind, link_key: every value of every account), `pp_value` (values
 * that several accounts share), `pp_group` (those and the deciding sets of weaker ones, in the
 * order they are weighed) and `pp_in_group` (group_no, member_no). Values that too many share, and
 * those switched off, are groups without members.
 */
export async function stageTies(
  engine: DuckDb,
  site: ScanSite,
  cuts: readonly LinkCut[],
): Promise<void> {
  await stageCuts(engine, cuts);
  await site.lay('pp_cut');
  await site.make(
    'pp_tie',
    `SELECT t.member_no, t.kind, t.link_key FROM (
      SELECT m.member_no, l.kind, l.link_key FROM account_link l
        JOIN member m ON m.member_id = l.member_id
        WHERE l.link_key IS NOT NULL AND l.kind IN (${kindNames.map(sqlText).join(', ')})
          AND l.kind <> 'person_key'
      UNION
      SELECT member_no, 'person_key', person_key FROM member WHERE person_key IS NOT NULL
    ) t JOIN member o ON o.member_no = t.member_no
    LEFT JOIN pp_cut c ON c.kinds = t.kind AND c.link_key = t.link_key
      AND c.member_id = o.member_id
    WHERE c.kinds IS NULL`,
  );
  await site.make(
    'pp_value',
    `SELECT v.*, v.accounts > ${byKind((kind) => linkKinds[kind].accounts_max)} AS too_many,
      c.kinds IS NOT NULL AS cut
    FROM (
      SELECT kind, link_key, CAST(count(*) AS INTEGER) AS accounts, min(member_no) AS first_no
      FROM pp_tie GROUP BY kind, link_key HAVING count(*) > 1
    ) v LEFT JOIN pp_cut c ON c.kinds = v.kind AND c.link_key = v.link_key
      AND c.member_id IS NULL`,
  );
  await stageGroups(site);
}

async function stageCuts(engine: DuckDb, cuts: readonly LinkCut[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_cut
    (kinds VARCHAR, link_key VARCHAR, member_id VARCHAR)`);
  const rows = cuts.map(({ kinds, link_key, member_id }) => {
    const account = member_id === null ? 'NULL' : sqlText(member_id);
    return `(${sqlText(kinds)}, ${sqlText(link_key)}, ${account})`;
  });
  if (rows.length > 0) {
    await engine.run(`INSERT INTO pp_cut SELECT DISTINCT * FROM (VALUES ${rows.join(', ')})`);
  }
}

/** Weaker kinds together: values shared by more than one account and by no crowd. */
async function stageGroups(site: ScanSite): Promise<void> {
  await site.make(
    'pp_weak',
    `SELECT t.member_no, t.kind, t.link_key FROM pp_tie t
    JOIN pp_value v ON v.kind = t.kind AND v.link_key = t.link_key
    WHERE NOT v.too_many AND NOT v.cut
      AND ${byKind((kind) => linkKinds[kind].weight, 't')} < 80`,
  );
  const together = evidenceSets.filter(({ kinds }) => kinds.length > 1);
  const combined = together.map(({ kinds, weight }) => {
    const [first, ...rest] = kinds.map((kind, i) => ({ kind, alias: `t${i}` }));
    const joins = rest.map(
      ({ kind, alias }) => `JOIN pp_weak ${alias} ON ${alias}.member_no = t0.member_no
        AND ${alias}.kind = '${kind}'`,
    );
    const key = [first, ...rest].map((one) => `${one!.alias}.link_key`).join(` || '+' || `);
    return `SELECT t0.member_no, '${kinds.join('+')}' AS kinds, ${key} AS link_key,
        ${weight} AS weight
      FROM pp_weak t0 ${joins.join(' ')} WHERE t0.kind = '${first!.kind}'`;
  });
  await site.make('pp_combined', `${combined.join(' UNION ALL ')}`);
  await site.make(
    'pp_group',
    `SELECT CAST(row_number() OVER (
        ORDER BY weight DESC, kinds, first_no, link_key
      ) - 1 AS INTEGER) AS group_no, *
    FROM (
      SELECT kind AS kinds, link_key, accounts, first_no, too_many, cut,
        ${byKind((kind) => linkKinds[kind].weight)} AS weight
      FROM pp_value
      UNION ALL
      SELECT g.kinds, g.link_key, g.accounts, g.first_no, false, c.kinds IS NOT NULL, g.weight
      FROM (
        SELECT kinds, link_key, CAST(count(*) AS INTEGER) AS accounts,
          min(member_no) AS first_no, weight
        FROM pp_combined GROUP BY kinds, link_key, weight HAVING count(*) > 1
      ) g LEFT JOIN pp_cut c ON c.kinds = g.kinds AND c.link_key = g.link_key
    )`,
  );
  await site.make(
    'pp_in_group',
    `SELECT g.group_no, CAST(t.member_no AS INTEGER) AS member_no FROM pp_group g
      JOIN pp_tie t ON t.kind = g.kinds AND t.link_key = g.link_key
      WHERE NOT g.too_many AND NOT g.cut
    UNION ALL
    SELECT g.group_no, CAST(t.member_no AS INTEGER) FROM pp_group g
      JOIN pp_combined t ON t.kinds = g.kinds AND t.link_key = g.link_key
      WHERE NOT g.cut`,
  );
}

/** SQL for a number of each kind. */
function byKind(number: (kind: keyof typeof linkKinds) => number, from?: string): string {
  const column = from === undefined ? 'kind' : `${from}.kind`;
  const cases = kindNames.map((kind) => `WHEN '${kind}' THEN ${number(kind)}`);
  return `CASE ${column} ${cases.join(' ')} END`;
}

/** Drops what `stageTies` left. */
export async function dropTies(site: ScanSite): Promise<void> {
  for (const name of ['cut', 'tie', 'value', 'weak', 'combined', 'group', 'in_group']) {
    await site.clear(`pp_${name}`);
  }
}

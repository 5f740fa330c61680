import { readColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import type { Ties } from './join-persons.ts';

/** Reads what `stageTies` left into typed arrays; groups without members are empty. */
export async function readTies(engine: DuckDb, site: ScanSite, count: number): Promise<Ties> {
  const [sizes] = await engine.rows(`SELECT (SELECT count(*) FROM pp_group) AS groups,
    (SELECT count(*) FROM pp_in_group) AS members`);
  const groups = Number(sizes?.['groups'] ?? 0);
  const weight = new Uint8Array(groups);
  const isIdentity = new Uint8Array(groups);
  const start = new Int32Array(groups + 1);
  const member = new Int32Array(Number(sizes?.['members'] ?? 0));
  const identified = new Uint8Array(count);
  await readColumns(
    engine,
    `SELECT group_no, weight, CAST(kinds = 'id_number' AS INTEGER) FROM pp_group`,
    ['int', 'int', 'int'],
    ([no, points, identity], rows) => {
      for (let i = 0; i < rows; i++) {
        weight[no![i]!] = points![i]!;
        isIdentity[no![i]!] = identity![i]!;
      }
    },
  );
  let at = 0;
  await readColumns(
    engine,
    'SELECT group_no, member_no FROM pp_in_group ORDER BY group_no, member_no',
    ['int', 'int'],
    ([group, no], rows) => {
      for (let i = 0; i < rows; i++) {
        start[group![i]! + 1]!++;
        member[at++] = no![i]!;
      }
    },
  );
  for (let i = 1; i <= groups; i++) start[i]! += start[i - 1]!;
  const sure = await site.reduce(
    'pp_tie_sure',
    `SELECT t.member_no FROM pp_tie t
     LEFT JOIN pp_value v ON v.kind = t.kind AND v.link_key = t.link_key
     WHERE t.kind = 'id_number' AND NOT coalesce(v.too_many OR v.cut, false)`,
  );
  await readColumns(
    engine,
    `SELECT CAST(member_no AS INTEGER) FROM ${sure}`,
    ['int'],
    ([no], rows) => {
      for (let i = 0; i < rows; i++) identified[no![i]!] = 1;
    },
  );
  return { weight, isIdentity, start, member, identified };
}

import type { DuckDb } from '../engine/duckdb.ts';
import { readColumns } from '../engine/columns.ts';
import { distinctPersons } from './distinct-persons.ts';

export interface Persons {
  /** Accounts tied by a phone or identity number count as one person, all others as one each. */
  readonly persons: number | null;
  readonly shared_contact_accounts: number | null;
}

/** Ties that point at a person; a shared device, address or bank card may be a family's. */
const LINKS = `account_link l JOIN member m ON m.member_id = l.member_id
  WHERE l.kind IN ('phone', 'id_number') AND l.link_key IS NOT NULL`;

/** Nothing is said of persons where the data hold no contact at all. */
export async function loadPersons(engine: DuckDb, count: number): Promise<Persons> {
  const [any] = await engine.rows(`SELECT 1 AS one FROM ${LINKS} LIMIT 1`);
  if (!any) return { persons: null, shared_contact_accounts: null };
  const a: number[] = [];
  const b: number[] = [];
  await readColumns(
    engine,
    `WITH links AS (SELECT DISTINCT m.member_no, l.kind, l.link_key FROM ${LINKS}),
     shared AS (
       SELECT kind, link_key, min(member_no) AS first_no FROM links
       GROUP BY kind, link_key HAVING count(*) > 1
     )
     SELECT CAST(l.member_no AS INTEGER), CAST(s.first_no AS INTEGER)
     FROM links l JOIN shared s ON s.kind = l.kind AND s.link_key = l.link_key`,
    ['int', 'int'],
    ([no, first], rows) => {
      for (let i = 0; i < rows; i++) {
        a.push(no![i]!);
        b.push(first![i]!);
      }
    },
  );
  return {
    persons: distinctPersons(count, Int32Array.from(a), Int32Array.from(b)),
    shared_contact_accounts: new Set(a).size,
  };
}

import { sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { LinkState } from '../../model/link-kinds.ts';

/** One step of a chain: two accounts and the tie between them. */
export interface PersonStep {
  readonly from: string;
  readonly to: string;
  readonly link_id: number;
  readonly kinds: string;
  readonly link_key: string;
  readonly weight: number;
}

const joins: LinkState = 'joins';

/**
 * Why two accounts are one person: the shortest chain of ties from one to the other, the
 * strongest of them at each step; null where they are not one person. Reads the tables
 * `identifyPersons` leaves.
 */
export async function explainPerson(
  engine: SqlEngine,
  from: string,
  to: string,
): Promise<PersonStep[] | null> {
  const cameBy = new Map<string, PersonStep | null>([[from, null]]);
  let frontier = [from];
  while (frontier.length > 0 && !cameBy.has(to)) {
    const rows = await engine.rows(`
      SELECT a.member_id AS from_id, b.member_id AS to_id, l.link_id, l.kinds, l.link_key, l.weight
      FROM person_link_account a
      JOIN person_link l ON l.link_id = a.link_id AND l.state = '${joins}'
      JOIN person_link_account b ON b.link_id = a.link_id AND b.member_id <> a.member_id
      WHERE a.member_id IN (${frontier.map(sqlText).join(', ')})
      ORDER BY l.link_id, a.member_id, b.member_id`);
    frontier = [];
    for (const row of rows) {
      const reached = String(row['to_id']);
      if (cameBy.has(reached)) continue;
      frontier.push(reached);
      cameBy.set(reached, {
        from: String(row['from_id']),
        to: reached,
        link_id: Number(row['link_id']),
        kinds: String(row['kinds']),
        link_key: String(row['link_key']),
        weight: Number(row['weight']),
      });
    }
  }
  return cameBy.has(to) ? chainTo(to, cameBy) : null;
}

function chainTo(to: string, cameBy: ReadonlyMap<string, PersonStep | null>): PersonStep[] {
  const chain: PersonStep[] = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.from)) chain.push(step);
  return chain.toReversed();
}

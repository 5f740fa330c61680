import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Count, ProfileCounts } from '../model/counting.ts';
import type { Finding } from '../model/provision.ts';
import { bracketOf } from '../network/profiles/bracket-of.ts';
import { countsIn } from '../network/profiles/counts-in.ts';

const ids_per_query = 2_000;

/**
 * Notes on each finding that a member has so many people in so many levels whether other ways of
 * counting stay below that line: then the answer depends on a question a court decides. The
 * finding stays as it is, its id too. Reads `network_count`.
 */
export async function noteCounts(
  engine: SqlEngine,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const about = findings.filter((finding) => linesOf(finding).length > 0);
  const ids = [...new Set(about.map(({ subject }) => subject.id))];
  const counts = new Map<string, ProfileCounts>();
  for (let from = 0; from < ids.length; from += ids_per_query) {
    const wanted = ids.slice(from, from + ids_per_query).map(sqlText);
    const rows = await engine.rows(`SELECT * FROM network_count
      WHERE tree = 'sponsor' AND member_id IN (${wanted.join(', ')})`);
    for (const row of rows) counts.set(String(row['member_id']), countsIn(row));
  }
  return findings.map((finding) => {
    const lines = linesOf(finding);
    const counted = lines.length > 0 ? counts.get(finding.subject.id) : undefined;
    if (counted === undefined) return finding;
    const { flips } = bracketOf(counted, lines);
    return flips.length > 0 ? { ...finding, counts: { counts: counted, flips } } : finding;
  });
}

/** The lines that a finding about people and levels was held against, fewest people first. */
function linesOf({ subject, parameters, evidence }: Finding): Count[] {
  const isOfMember = subject.table === 'member' || subject.table === 'network_member';
  const levels = parameters['levels'];
  const states = evidence.some((row) => 'people' in row && 'levels' in row);
  if (!isOfMember || !states || typeof levels !== 'number') return [];
  return Object.entries(parameters)
    .flatMap(([name, people]) =>
      typeof people === 'number' && /(^|_)people$/.test(name) ? [{ people, levels }] : [],
    )
    .toSorted((a, b) => a.people - b.people);
}

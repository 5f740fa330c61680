import { sqlText } from '../../../engine/duckdb.ts';
import type { SqlRow } from '../../../engine/sql-engine.ts';
import { countingLines } from '../../../model/counting.ts';
import type { Count } from '../../../model/counting.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { countsIn } from '../../../network/profiles/counts-in.ts';
import * as contract from '../../contract/network.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { amountIn, bracketIn, crossedIn, textIn } from '../../network/member-rows.ts';
import { leftTable, readLeftTree } from '../../network/network-folder.ts';
import { offsetOf, pageOfOffset } from '../../network/page-of-offset.ts';
import { shownBracket } from '../../network/shown-bracket.ts';
import { handle } from '../../server.ts';

/** Which members of network_count: all that any way of counting puts over a line, or a part. */
const metBy = { any: "<> 'none'", every: "= 'every'", some: "= 'some'" } as const;

const candidates = handle(contract.networkCandidates)(async (call) => {
  const { inspection_id, tree } = call.asked.params;
  const { limit, cursor, people, met } = call.asked.query;
  const from = offsetOf(cursor);
  const seen = await seenInspection(call, inspection_id);
  const left = await readLeftTree(seen, tree);
  const over = `tree = ${sqlText(tree)} AND met_${people} ${metBy[met]}`;
  const counts = leftTable(seen, 'network_count');
  const { tables } = call.server;
  const [rows, total] = await Promise.all([
    // Both name the member: what the counts have is taken from them.
    tables.rows(`SELECT c.*, m.level, m.direct, m.joined_on, m.people_15_on, m.people_30_on,
        m.people_60_on, m.people_120_on, m.levels_3_on, m.crossed_15_3_on, m.crossed_30_3_on,
        m.paid_in_minor, m.earned_minor, m.subtree_paid_in_minor, m.subtree_earned_minor
      FROM (SELECT * FROM ${counts} WHERE ${over}
        ORDER BY people_max DESC, levels_max DESC, member_id
        LIMIT ${limit + 1} OFFSET ${from}) c
      JOIN ${leftTable(seen, 'network_member')} m
        ON m.tree = c.tree AND m.member_id = c.member_id
      ORDER BY c.people_max DESC, c.levels_max DESC, c.member_id`),
    tables.rows(`SELECT count(*) AS total FROM ${counts} WHERE ${over}`),
  ]);
  const page = pageOfOffset(rows, from, limit);
  const items = page.items.map((row) => candidateOf(row, left));
  return {
    status: 200,
    body: { items, next: page.next, total: Number(total[0]?.['total'] ?? 0) },
  };
});

function candidateOf(row: SqlRow, left: Parameters<typeof bracketIn>[1]) {
  const bracket = bracketIn(row, left);
  const accounts = bracket.counts.accounts ?? { people: 0, levels: 0 };
  return {
    member_id: String(row['member_id']),
    ...accounts,
    level: Number(row['level']),
    direct: Number(row['direct']),
    joined_on: textIn(row, 'joined_on'),
    bracket: shownBracket(bracket),
    crossed: crossedIn(row),
    paid_in_minor: amountIn(row, 'paid_in_minor'),
    earned_minor: amountIn(row, 'earned_minor'),
    subtree_paid_in_minor: amountIn(row, 'subtree_paid_in_minor'),
    subtree_earned_minor: amountIn(row, 'subtree_earned_minor'),
  };
}

/** Names of profiles are those of the contract: they are columns here. */
const profiles = handle(contract.networkProfiles)(async (call) => {
  const { inspection_id, tree } = call.asked.params;
  const { limit, cursor, a, b } = call.asked.query;
  const from = offsetOf(cursor);
  const seen = await seenInspection(call, inspection_id);
  const { counts } = await readLeftTree(seen, tree);
  const whole = { a: counts.whole.counts[a], b: counts.whole.counts[b] };
  if (whole.a === null || whole.b === null) {
    const lacking = whole.a === null ? a : b;
    throw new PolyprismError('inspection.not_counted', {
      profile: lacking,
      needs: counts.needs[lacking] ?? '',
    });
  }
  const rows = leftTable(seen, 'network_count');
  const differ = `(people_${a} <> people_${b} OR levels_${a} <> levels_${b})`;
  const over = (profile: string, { people, levels }: Count): string =>
    `people_${profile} >= ${people} AND levels_${profile} >= ${levels}`;
  const lines = countingLines.flatMap((line) => {
    const [byA, byB] = [over(a, line), over(b, line)];
    const of = (what: string, test: string): string =>
      `count(*) FILTER (WHERE ${test}) AS ${what}_${line.people}`;
    return [
      of('both', `${byA} AND ${byB}`),
      of('only_a', `${byA} AND NOT (${byB})`),
      of('only_b', `${byB} AND NOT (${byA})`),
    ];
  });
  const { tables } = call.server;
  const [found, sums] = await Promise.all([
    tables.rows(`SELECT * FROM ${rows} WHERE tree = ${sqlText(tree)} AND ${differ}
      ORDER BY abs(people_${a} - people_${b}) DESC, abs(levels_${a} - levels_${b}) DESC, member_id
      LIMIT ${limit + 1} OFFSET ${from}`),
    tables.rows(`SELECT count(*) FILTER (WHERE ${differ}) AS differ, ${lines.join(', ')}
      FROM ${rows} WHERE tree = ${sqlText(tree)}`),
  ]);
  const page = pageOfOffset(found, from, limit);
  const sum = (name: string): number => Number(sums[0]?.[name] ?? 0);
  const none = { people: 0, levels: 0 };
  const items = page.items.map((row) => {
    const of = countsIn(row);
    return { member_id: String(row['member_id']), a: of[a] ?? none, b: of[b] ?? none };
  });
  return {
    status: 200,
    body: {
      items,
      next: page.next,
      whole: { a: whole.a, b: whole.b },
      differ: sum('differ'),
      lines: countingLines.map(({ people, levels }) => ({
        people,
        levels,
        both: sum(`both_${people}`),
        only_a: sum(`only_a_${people}`),
        only_b: sum(`only_b_${people}`),
      })),
    },
  };
});

export const countHandlings = [candidates, profiles];

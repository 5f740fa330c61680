import { sql } from 'kysely';
import { soon_days } from '../../../casework/clocks-of.ts';
import { finalStatuses } from '../../../casework/final-statuses.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import type { Actor } from '../../../model/actor.ts';
import { addDays } from '../../../model/days.ts';
import type { MatterKind } from '../../../model/matter.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { Overview } from './prism-shape.ts';

const finals = finalStatuses.map(({ kind, status }) => `${kind}/${status}`);

interface Row {
  readonly kind: MatterKind;
  readonly open: number;
  readonly overdue: number;
  readonly due_soon: number;
  readonly unassigned: number;
}

/**
 * How many matters whoever acts has a place in, by kind: those that have not ended, and, as the
 * queues of the list count them, those that are late, due soon, or handled by nobody yet.
 */
export async function matterCounts(
  { db }: StoreTx,
  { tenant_id, user_id }: Actor,
  today: string,
): Promise<Overview['matters']> {
  const soon = addDays(today, soon_days);
  const found = await sql<Row>`
    SELECT kind, count(*) FILTER (WHERE unassigned) AS unassigned,
      count(*) FILTER (
        WHERE NOT kind || '/' || coalesce(status, '') = ANY (${finals}::text[])) AS open,
      count(*) FILTER (WHERE due_key < ${today}::date) AS overdue,
      count(*) FILTER (WHERE due_key BETWEEN ${today}::date AND ${soon}::date) AS due_soon
    FROM matter_seat s
    WHERE tenant_id = ${tenant_id} AND (user_id = ${user_id} OR user_id = '' AND NOT EXISTS (
      SELECT FROM matter_seat p WHERE p.matter_id = s.matter_id
        AND p.tenant_id = ${tenant_id} AND p.user_id = ${user_id}))
    GROUP BY kind ORDER BY kind`.execute(db);
  const sum = (of: (row: Row) => number): number =>
    found.rows.reduce((all, row) => all + of(row), 0);
  return {
    open: sum((row) => row.open),
    overdue: sum((row) => row.overdue),
    due_soon: sum((row) => row.due_soon),
    unassigned: sum((row) => row.unassigned),
    by_kind: found.rows
      .filter(({ open, overdue, due_soon }) => open + overdue + due_soon > 0)
      .map(({ kind, open, overdue, due_soon }) => {
        return { kind, kind_title: matterRules[kind].title, open, overdue, due_soon };
      }),
  };
}

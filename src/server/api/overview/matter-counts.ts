import { sql } from 'kysely';
import { finalStatuses } from '../../../casework/final-statuses.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import type { Actor } from '../../../model/actor.ts';
import { addDays } from '../../../model/days.ts';
import type { MatterKind } from '../../../model/matter.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { Overview } from './prism-shape.ts';

/** Days ahead in which what is due is told: ours, no law's. */
const ahead_days = 7;

const finals = finalStatuses.map(({ kind, status }) => `${kind}/${status}`);

interface Row {
  readonly kind: MatterKind;
  readonly open: number;
  readonly overdue: number;
  readonly due_soon: number;
  readonly unassigned: number;
}

/** How many matters the actor's tenant handles, by kind; those that have ended are not counted. */
export async function matterCounts(
  { db }: StoreTx,
  { tenant_id }: Actor,
  today: string,
): Promise<Overview['matters']> {
  const soon = addDays(today, ahead_days);
  const found = await sql<Row>`
    SELECT kind, count(*) AS open, count(*) FILTER (WHERE assignee IS NULL) AS unassigned,
      count(*) FILTER (WHERE due_on < ${today}::date) AS overdue,
      count(*) FILTER (WHERE due_on BETWEEN ${today}::date AND ${soon}::date) AS due_soon
    FROM matter_seat
    WHERE tenant_id = ${tenant_id} AND user_id = '' AND owns
      AND NOT kind || '/' || status = ANY (${finals}::text[])
    GROUP BY kind ORDER BY kind`.execute(db);
  const sum = (of: (row: Row) => number): number =>
    found.rows.reduce((all, row) => all + of(row), 0);
  return {
    open: sum((row) => row.open),
    overdue: sum((row) => row.overdue),
    due_soon: sum((row) => row.due_soon),
    unassigned: sum((row) => row.unassigned),
    by_kind: found.rows.map(({ kind, open, overdue, due_soon }) => {
      const kind_title = matterRules[kind].title;
      return { kind, kind_title, face: 'owner', open, overdue, due_soon };
    }),
  };
}

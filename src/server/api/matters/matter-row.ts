import type { z } from '@hono/zod-openapi';
import { soon_days } from '../../../casework/clocks-of.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import { addDays } from '../../../model/days.ts';
import type { MatterRow } from '../../../store/matters/list-matters.ts';
import type { matterRow } from '../../contract/matters-shapes.ts';

type Row = z.input<typeof matterRow>;

/** A row of a list in the words of its kind, and how near its last day is. */
export function rowOf(row: MatterRow, today: string): Row {
  const rules = matterRules[row.kind];
  return {
    ...row,
    faces: [...row.faces],
    tags: [...row.tags],
    kind_title: rules.title,
    status_title: row.status === null ? null : (rules.statuses[row.status]?.title ?? null),
    due: dueOf(row, today),
    due_title: row.due_clock === null ? null : (rules.clocks[row.due_clock]?.title ?? null),
  };
}

function dueOf({ due_on, due_unknown }: MatterRow, today: string): Row['due'] {
  if (due_on === null) return due_unknown ? 'cannot_tell' : null;
  if (due_on < today) return 'overdue';
  return due_on <= addDays(today, soon_days) ? 'due_soon' : 'later';
}

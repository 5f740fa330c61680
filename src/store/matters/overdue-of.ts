import { sql } from 'kysely';
import { soon_days } from '../../casework/clocks-of.ts';
import type { Actor } from '../../model/actor.ts';
import { addDays } from '../../model/days.ts';
import type { StoreTx } from '../store.ts';

/** Of the matters that the actor's tenant handles, what is overdue on a day and soon will be. */
export async function overdueOf({ db }: StoreTx, { tenant_id }: Actor, on: string) {
  return await db
    .selectFrom('matter_seat')
    .select(['kind', 'assignee'])
    .select(sql<number>`count(*) FILTER (WHERE due_key < ${on}::date)`.as('overdue'))
    .select(sql<number>`count(*) FILTER (WHERE due_key >= ${on}::date)`.as('due_soon'))
    .select(sql<string>`min(due_key)`.as('oldest_due_on'))
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', '')
    .where('due_key', '<=', addDays(on, soon_days))
    .where(sql<boolean>`owns`)
    .where('due_on', 'is not', null)
    .groupBy(['kind', 'assignee'])
    .orderBy('oldest_due_on')
    .orderBy('kind')
    .orderBy('assignee')
    .execute();
}

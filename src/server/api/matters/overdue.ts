import { sql } from 'kysely';
import { soon_days } from '../../../casework/clocks-of.ts';
import { addDays } from '../../../model/days.ts';
import { overdueRead } from '../../contract/matters.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { momentOf } from '../../moment-of.ts';

const overdue = handle(overdueRead)(async (call) => {
  const { server } = call;
  const { actor } = signedIn(call);
  const body = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    const rows = await tx.db
      .selectFrom('matter')
      .select(['kind', 'assignee'])
      .select(sql<number>`count(*) FILTER (WHERE due_on < ${on}::date)`.as('overdue'))
      .select(sql<number>`count(*) FILTER (WHERE due_on >= ${on}::date)`.as('due_soon'))
      .select(sql<string>`min(due_on)`.as('oldest_due_on'))
      .where('owner_tenant_id', '=', actor.tenant_id)
      .where('due_on', '<=', addDays(on, soon_days))
      .groupBy(['kind', 'assignee'])
      .orderBy('oldest_due_on')
      .orderBy('kind')
      .orderBy('assignee')
      .execute();
    return { today: on, items: rows };
  });
  return { status: 200, body };
});

export const overdueHandlings = [overdue];

import { overdueOf } from '../../../store/matters/overdue-of.ts';
import { overdueRead } from '../../contract/matters.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const overdue = handle(overdueRead)(async (call) => {
  const { server } = call;
  const { actor } = signedIn(call);
  const body = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    return { today: on, items: await overdueOf(tx, actor, on) };
  });
  return { status: 200, body };
});

export const overdueHandlings = [overdue];

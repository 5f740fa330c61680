import { usersList, usersRead } from '../../contract/users.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { userOf, usersOf } from './read-user.ts';

const list = handle(usersList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const rows = await call.server.store.as(
    actor,
    async (tx) => await usersOf(tx, actor.tenant_id, { after: afterOf(cursor), limit: limit + 1 }),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const read = handle(usersRead)(async (call) => {
  const { actor } = signedIn(call);
  const { user_id } = call.asked.params;
  const body = await call.server.store.as(
    actor,
    async (tx) => await userOf(tx, actor.tenant_id, user_id),
  );
  return { status: 200, body };
});

export const readingUsers = [list, read];

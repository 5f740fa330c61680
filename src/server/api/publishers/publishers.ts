import type { z } from '@hono/zod-openapi';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import * as contract from '../../contract/editions.ts';
import { readEditions } from '../../proposals/read-editions.ts';
import { latestDecisions } from '../../proposals/trust-decisions.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

type Publisher = z.input<(typeof contract.publishersDecide.answers)[201]>;

/** Everybody who has published, with what one's tenant decided of it. */
async function publishersFor(server: Server, actor: Actor): Promise<Publisher[]> {
  const editions = await server.store.as(systemActor, async (tx) =>
    readEditions(tx, server.now(), {}),
  );
  const decisions = await server.store.as(actor, async (tx) =>
    latestDecisions(tx, actor.tenant_id),
  );
  const known = new Map(decisions.map((one) => [one.publisher_id, one]));
  return [...Map.groupBy(editions, ({ publisher }) => publisher.id)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, of]) => {
      // Newest first.
      const [latest] = of;
      if (latest === undefined) return [];
      const taken = known.get(id);
      const decision =
        taken === undefined
          ? null
          : {
              trusted: taken.public_key !== null,
              public_key: taken.public_key,
              reason: taken.reason,
              at: taken.at,
              by: taken.user_id,
            };
      const { publisher, public_key } = latest;
      const own = id === actor.tenant_id;
      return [{ ...publisher, public_key, editions: of.length, own, decision }];
    });
}

const list = handle(contract.publishersList)(async (call) => {
  const { actor } = signedIn(call);
  return { status: 200, body: { items: await publishersFor(call.server, actor) } };
});

/** The key is named: what is trusted is a key somebody has looked at, not whatever comes next. */
const decide = handle(contract.publishersDecide)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { publisher_id } = asked.params;
  const { trusted, public_key, reason } = asked.body;
  const find = async (): Promise<Publisher> => {
    const all = await publishersFor(server, actor);
    const found = all.find(({ id, own }) => id === publisher_id && !own);
    if (found === undefined) throw new PolyprismError('http.not_found');
    return found;
  };
  const publisher = await find();
  if (trusted && publisher.public_key !== public_key) {
    throw new PolyprismError('standards.key_differs');
  }
  const { tenant_id, user_id } = actor;
  await server.store.as(actor, async ({ db }) => {
    const last = await db
      .selectFrom('trust_decision')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('tenant_id', '=', tenant_id)
      .where('publisher_id', '=', publisher_id)
      .executeTakeFirst();
    const row = { tenant_id, publisher_id, user_id, at: server.now().toISOString(), reason };
    await db
      .insertInto('trust_decision')
      .values({ ...row, number: (last?.number ?? 0) + 1, public_key: trusted ? public_key : null })
      .execute();
  });
  return { status: 201, body: await find() };
});

export const publisherHandlings = [list, decide];

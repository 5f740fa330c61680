import type { Actor } from '../../../model/actor.ts';
import { overviewRead } from '../../contract/overview.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import type { Store } from '../../../store/store.ts';
import { matterCounts } from './matter-counts.ts';
import { claimedInspections, newestInspections } from './newest-inspections.ts';
import { nextThings, waitingFor } from './next-things.ts';
import { ownPrism } from './own-prism.ts';
import { prismOf } from './prism.ts';
import type { Prism } from './prism-shape.ts';

interface Seen {
  readonly inspections: readonly Prism[];
  readonly more: boolean;
}

const read = handle(overviewRead)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { platform_id = null, limit } = asked.query;
  const seen = await inspectionsSeen(server.store, actor, platform_id, limit);
  const { inspections, more } = seen;
  const body = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    const matters = await matterCounts(tx, actor, on);
    const next = nextThings(actor, inspections, matters, await waitingFor(tx, actor));
    return { today: on, inspections: [...inspections], more, matters, next };
  });
  return { status: 200, body };
});

/** Consumers see no inspection, operators of each what it says of their own accounts. */
async function inspectionsSeen(
  store: Store,
  actor: Actor,
  platform_id: string | null,
  limit: number,
): Promise<Seen> {
  if (actor.party === 'consumer') return { inspections: [], more: false };
  if (actor.party === 'operator') {
    const newest = await claimedInspections(store, actor, platform_id, limit + 1);
    const own = newest.slice(0, limit).map(async (one) => await ownPrism(store, actor, one));
    return { inspections: await Promise.all(own), more: newest.length > limit };
  }
  return await store.as(actor, async (tx) => {
    const newest = await newestInspections(tx, actor, platform_id, limit + 1);
    const inspections: Prism[] = [];
    for (const one of newest.slice(0, limit)) inspections.push(await prismOf(tx, one));
    return { inspections, more: newest.length > limit };
  });
}

export const overviewHandlings = [read];

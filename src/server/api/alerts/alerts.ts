import { PolyprismError } from '../../../model/issue.ts';
import { latestChange, readAlerts } from '../../../store/inbox/read-alerts.ts';
import { supervises } from '../../../store/inbox/supervises.ts';
import { alertsList, alertsStream } from '../../contract/alerts.ts';
import { followAlerts } from '../../live/follow-alerts.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import type { Caller, Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** One's own tenant, or a platform one supervises; any other is not there. */
async function platformOf(
  { store }: Pick<Server, 'store'>,
  { actor }: Caller,
  platform_id: string | undefined,
): Promise<string> {
  const { tenant_id, party } = actor;
  if (platform_id === undefined || platform_id === tenant_id) return tenant_id;
  const may =
    party === 'regulator' &&
    (await store.as(actor, async (tx) => await supervises(tx, tenant_id, platform_id)));
  if (!may) throw new PolyprismError('http.not_found');
  return platform_id;
}

const list = handle(alertsList)(async (call) => {
  const { limit, cursor, platform_id, standing, about } = call.asked.query;
  const { actor } = signedIn(call);
  const after = afterOf(cursor);
  const before = after === '' ? null : Number(after);
  if (before !== null && !Number.isSafeInteger(before)) throw new PolyprismError('http.not_found');
  const wanted = {
    tenant_id: await platformOf(call.server, signedIn(call), platform_id),
    before,
    limit: limit + 1,
    standing: standing === undefined ? undefined : standing === 'true',
    about,
  };
  const rows = await call.server.store.as(actor, async (tx) => await readAlerts(tx, wanted));
  const page = pageOfRows(rows, limit, ({ raised }) => String(raised));
  return { status: 200, body: { next: page.next, items: page.items.map(shown) } };
});

function shown({ raised, changed, alert }: Awaited<ReturnType<typeof readAlerts>>[number]) {
  const common = { ...alert, raised, changed };
  if (common.kind === 'line') return { ...common, figures: { ...common.figures } };
  return { ...common, finding: { ...common.finding } };
}

const stream = handle(alertsStream)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const tenant_id = await platformOf(server, signedIn(call), asked.query.platform_id);
  // Without a place to go on from, a reader is told what comes from now on.
  const after =
    asked.headers['last-event-id'] ??
    (await server.store.as(actor, async (tx) => await latestChange(tx, tenant_id)));
  return {
    status: 200,
    events: (signal) => followAlerts(server, actor, tenant_id, after, signal),
  };
});

export const alertHandlings = [list, stream];

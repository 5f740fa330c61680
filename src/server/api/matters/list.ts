import { soon_days } from '../../../casework/clocks-of.ts';
import { addDays } from '../../../model/days.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { limits } from '../../../model/limits.ts';
import { listMatters } from '../../../store/matters/list-matters.ts';
import type { MatterFilter, MatterPlace } from '../../../store/matters/list-matters.ts';
import { searchMatters } from '../../../store/search/search-matters.ts';
import { mattersList } from '../../contract/matters.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { rowOf } from './matter-row.ts';
import { momentOf } from '../../moment-of.ts';

const list = handle(mattersList)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { limit, cursor, q, queue, in_queue, kind, status, tag, assignee, sort } = asked.query;
  const after = cursor === undefined ? null : placeOf(cursor);
  const most = limits.search_matters_max;
  const { rows, today, isCut } = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    // One more than is looked at tells whether there are more.
    const found = q === undefined ? null : await searchMatters(tx, q, most + 1);
    const filter: MatterFilter = {
      kind: kind ?? null,
      status: status ?? null,
      tag: tag ?? null,
      queue: in_queue ?? null,
      mine: queue === 'mine',
      assignee: assignee ?? null,
      unassigned: queue === 'unassigned',
      due_from: queue === 'due_soon' ? on : null,
      due_to: lastDue(queue, on),
      ids: found && found.slice(0, most),
    };
    const page = { filter, order: sort, after, most: limit + 1 };
    const isCut = found !== null && found.length > most;
    return { rows: await listMatters(tx, actor, page), today: on, isCut };
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const items = shown.map((row) => rowOf(row, today));
  const next = last === undefined ? null : cursorOf(last);
  return { status: 200, body: { items, next, searched_latest: isCut ? most : null } };
});

function lastDue(queue: string | undefined, on: string): string | null {
  if (queue === 'overdue') return addDays(on, -1);
  return queue === 'due_soon' ? addDays(on, soon_days) : null;
}

function cursorOf({ due_on, last_at, id }: MatterPlace): string {
  return Buffer.from(JSON.stringify([due_on, last_at, id])).toString('base64url');
}

const place = /^\[(null|"\d{4}-\d\d-\d\d"),"(\d{4}-\d\d-\d\dT[\d:.]{12}Z)","([\w-]{1,64})"\]$/;

function placeOf(cursor: string): MatterPlace {
  const [whole, due, last_at, id] =
    place.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (whole === undefined || last_at === undefined || id === undefined) {
    throw new PolyprismError('http.not_found');
  }
  const due_on = due === 'null' || due === undefined ? null : due.slice(1, -1);
  const days = [last_at, ...(due_on === null ? [] : [due_on])];
  // Digits in the right places may still be no day.
  if (days.some((one) => Number.isNaN(Date.parse(one)))) throw new PolyprismError('http.not_found');
  return { due_on, last_at, id };
}

export const listingMatters = [list];

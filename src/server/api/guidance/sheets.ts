import type { Actor } from '../../../model/actor.ts';
import type { OperatorFacts } from '../../../guidance/operator-facts.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { Store, StoreTx } from '../../../store/store.ts';
import { sheetRead, sheetsList } from '../../contract/guidance.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { claimedInspections, newestInspections } from '../overview/newest-inspections.ts';
import { sheetRow, wholeSheet } from './sheet-shape.ts';
import type { SheetRow, Whence } from './sheet-shape.ts';

/** Accounts an operator may have sheets of, at most. */
const own_max = 200;

const list = handle(sheetsList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor, tier, platform_id = null } = call.asked.query;
  const { store } = call.server;
  if (actor.party === 'operator') {
    const own = await ownSheets(store, actor, platform_id);
    const items = tier === undefined ? own : own.filter((row) => row.tier === tier);
    return { status: 200, body: { items, next: null } };
  }
  const after = cursor === undefined ? null : placeOf(cursor);
  return await store.as(actor, async (tx) => {
    const whence = await newestOf(tx, actor, platform_id);
    if (whence === null) return { status: 200, body: { items: [], next: null } };
    let rows = tx.db
      .selectFrom('operator_sheet')
      .select(['operator_id', 'weight', 'facts'])
      .where('inspection_id', '=', whence.inspection_id);
    if (tier !== undefined) rows = rows.where('tier', '=', tier);
    if (after !== null) {
      rows = rows.where((eb) =>
        eb.or([
          eb('weight', '<', after.weight),
          eb('weight', '=', after.weight).and('operator_id', '>', after.operator_id),
        ]),
      );
    }
    const ordered = rows.orderBy('weight', 'desc').orderBy('operator_id');
    const found = await ordered.limit(limit + 1).execute();
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const items = shown.map(({ facts }) => sheetRow(whence, factsOf(facts)));
    return { status: 200, body: { items, next: last === undefined ? null : cursorOf(last) } };
  });
});

const read = handle(sheetRead)(async (call) => {
  const { actor } = signedIn(call);
  const { platform_id, operator_id } = call.asked.query;
  const { store } = call.server;
  const claimed =
    actor.party === 'operator' ? await claimedInspections(store, actor, platform_id, own_max) : [];
  const own = claimed.find(({ account }) => account === operator_id);
  return await store.as(actor, async (tx) => {
    const whence =
      actor.party === 'operator'
        ? own && { platform_id, inspection_id: own.id, as_of: own.as_of }
        : await newestOf(tx, actor, platform_id);
    const facts = whence && (await factsIn(tx, whence.inspection_id, operator_id));
    if (!whence || !facts) throw new PolyprismError('http.not_found');
    return { status: 200, body: wholeSheet(whence, facts) };
  });
});

/** The newest inspection an actor sees of a platform, or of whichever was inspected last. */
export async function newestOf(
  tx: StoreTx,
  actor: Actor,
  platform_id: string | null,
): Promise<Whence | null> {
  const [newest] = await newestInspections(tx, actor, platform_id, 1);
  return newest
    ? { platform_id: newest.about, inspection_id: newest.id, as_of: newest.as_of }
    : null;
}

/** Of each of an operator's own accounts. */
async function ownSheets(
  store: Store,
  actor: Actor,
  platform_id: string | null,
): Promise<SheetRow[]> {
  const claimed = await claimedInspections(store, actor, platform_id, own_max);
  return await store.as(actor, async (tx) => {
    const rows: SheetRow[] = [];
    for (const { id, about, account, as_of } of claimed) {
      const facts = await factsIn(tx, id, account);
      const whence = { platform_id: about, inspection_id: id, as_of };
      if (facts !== null) rows.push(sheetRow(whence, facts));
    }
    return rows;
  });
}

/** What a sheet is made of; null where the inspection knows no such account. */
export async function factsIn(
  { db }: StoreTx,
  inspection_id: string,
  operator_id: string,
): Promise<OperatorFacts | null> {
  const row = await db
    .selectFrom('operator_sheet')
    .select('facts')
    .where('inspection_id', '=', inspection_id)
    .where('operator_id', '=', operator_id)
    .executeTakeFirst();
  return row === undefined ? null : factsOf(row.facts);
}

/** Kept by keepGuidance. */
function factsOf(facts: unknown): OperatorFacts {
  return facts as OperatorFacts;
}

interface Place {
  readonly weight: number;
  readonly operator_id: string;
}

function cursorOf({ weight, operator_id }: Place): string {
  return Buffer.from(`${weight} ${operator_id}`).toString('base64url');
}

function placeOf(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, weight, operator_id] = /^(\d{1,4}) ([^\0]{0,512})$/s.exec(text) ?? [];
  if (weight === undefined || operator_id === undefined) throw new PolyprismError('http.not_found');
  return { weight: Number(weight), operator_id };
}

export const sheetHandlings = [list, read];

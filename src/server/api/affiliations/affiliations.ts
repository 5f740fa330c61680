import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/affiliations.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { affiliationKinds } from './kinds.ts';
import type { AffiliationKindName } from './kinds.ts';
import { readAffiliation, readAffiliations } from './read-affiliations.ts';
import type { AffiliationView } from './read-affiliations.ts';

const list = handle(contract.affiliationsList)(async (call) => {
  const { limit, cursor, kind, status } = call.asked.query;
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async (tx) => {
    const where = sql<boolean>`id COLLATE "C" > ${afterOf(cursor)}
      AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
      AND (${status ?? null}::text IS NULL OR status = ${status ?? null})`;
    return await readAffiliations(tx, actor, where, limit + 1);
  });
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const create = handle(contract.affiliationsCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { kind, tenant_id: other, account } = asked.body;
  if ((kind === 'claim') !== (account !== undefined)) {
    throw new PolyprismError('affiliation.account', { kind });
  }
  const id = newId(server.now());
  return await server.store.as(actor, async (tx) => {
    const found = tx.db.selectFrom('tenant').select('party').where('id', '=', other);
    const party = (await found.executeTakeFirst())?.party;
    if (party === undefined) throw new PolyprismError('http.not_found');
    const { table } = affiliationKinds[kind];
    const { over_id, ends } = endsOf(actor, kind, other, party);
    const row = {
      id,
      ...ends,
      proposed_by: actor.tenant_id,
      since: (await momentOf(tx, over_id, server.now())).on,
      ...(account !== undefined && { account }),
    };
    const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
    const added = await sql`INSERT INTO ${sql.table(table)} (${names})
      VALUES (${sql.join(Object.values(row))}) ON CONFLICT DO NOTHING`.execute(tx.db);
    if (added.numAffectedRows !== 1n) throw new PolyprismError('affiliation.there');
    return { status: 201, body: await there(readAffiliation(tx, actor, id)) };
  });
});

/** Who stands above and who below; only an operator says which account is its own. */
function endsOf(actor: Actor, kind: AffiliationKindName, other: string, party: Actor['party']) {
  const { over, under, ...rules } = affiliationKinds[kind];
  const over_parties: readonly string[] = rules.over_parties;
  const under_parties: readonly string[] = rules.under_parties;
  if (over_parties.includes(actor.party) && under_parties.includes(party) && kind !== 'claim') {
    return sides(over, actor.tenant_id, under, other);
  }
  if (under_parties.includes(actor.party) && over_parties.includes(party)) {
    return sides(over, other, under, actor.tenant_id);
  }
  throw new PolyprismError('affiliation.wrong_parties', { kind, own: actor.party, other: party });
}

/** Days are counted where the one above is: its supervision, membership or platform it is. */
function sides(over: string, over_id: string, under: string, under_id: string) {
  return { over_id, ends: { [over]: over_id, [under]: under_id } };
}

const update = handle(contract.affiliationsUpdate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { affiliation_id } = asked.params;
  const { status } = asked.body;
  return await server.store.as(actor, async (tx) => {
    const now = await there(readAffiliation(tx, actor, affiliation_id));
    assertStep(now, status, actor.tenant_id);
    const { table } = affiliationKinds[now.kind];
    const { on: day } = await momentOf(tx, now.over_id, server.now());
    const date = sql.ref(status === 'confirmed' ? 'since' : 'until');
    // Another may decide between the reading and this.
    const changed = await sql`UPDATE ${sql.table(table)} SET status = ${status}, ${date} = ${day}
      WHERE id = ${affiliation_id} AND status = ${now.status}`
      .execute(tx.db)
      .catch(taken);
    if (changed.numAffectedRows !== 1n) throw new PolyprismError('affiliation.no_step', { status });
    return { status: 200, body: await there(readAffiliation(tx, actor, affiliation_id)) };
  });
});

const stepsFrom: Readonly<Record<AffiliationView['status'], readonly string[]>> = {
  proposed: ['confirmed', 'refused'],
  confirmed: ['ended'],
  refused: [],
  ended: [],
};

/** The database holds to the same rules (migration `faces`). */
function assertStep(now: AffiliationView, status: string, tenant_id: string): void {
  if (!stepsFrom[now.status].includes(status)) {
    throw new PolyprismError('affiliation.no_step', { status: now.status });
  }
  if (status === 'confirmed' && now.proposed_by === tenant_id) {
    throw new PolyprismError('affiliation.other_side');
  }
  if (status === 'ended' && now.kind === 'jurisdiction' && now.under_id === tenant_id) {
    throw new PolyprismError('affiliation.regulator_ends');
  }
}

/** An account is one operator's: the index of confirmed claims says so. */
function taken(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  throw code === '23505' ? new PolyprismError('affiliation.taken') : error;
}

async function there<T>(found: Promise<T | undefined>): Promise<T> {
  const row = await found;
  if (row === undefined) throw new PolyprismError('http.not_found');
  return row;
}

export const affiliationHandlings = [list, create, update];

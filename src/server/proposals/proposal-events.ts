import { randomBytes } from 'node:crypto';
import { foldProposal } from '../../casework/proposals/fold-proposal.ts';
import type {
  ProposalEvent,
  ProposalState,
  ProposalStep,
} from '../../casework/proposals/proposal.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { Actor } from '../../model/actor.ts';
import { PolyprismError } from '../../model/issue.ts';
import { legalDay } from '../../model/legal-day.ts';
import type { StoreTx } from '../../store/store.ts';

/** A proposal as the store has it, with its events and what they come to today. */
export interface KnownProposal {
  readonly id: string;
  readonly tenant_id: string;
  readonly draft_id: string;
  readonly created_at: string;
  readonly publisher: { readonly id: string; readonly name: string; readonly party: string };
  /** The day in its tenant's zone. */
  readonly today: string;
  readonly events: readonly LoggedStep[];
  readonly state: ProposalState;
}

export interface LoggedStep extends ProposalEvent {
  readonly digest: string;
}

/** A proposal anybody may name; whoever asks decides who may see it. */
export async function knownProposal(
  { db }: StoreTx,
  proposal_id: string,
  now: Date,
): Promise<KnownProposal> {
  const row = await db
    .selectFrom('proposal as p')
    .innerJoin('tenant as t', 't.id', 'p.tenant_id')
    .select(['p.id', 'p.tenant_id', 'p.draft_id', 'p.created_at'])
    .select(['t.name', 't.party', 't.time_zone'])
    .where('p.id', '=', proposal_id)
    .executeTakeFirst();
  if (row === undefined) throw new PolyprismError('http.not_found');
  const events = await eventsOf(db, proposal_id);
  const { id, tenant_id, draft_id, created_at, name, party, time_zone } = row;
  const today = legalDay(time_zone, now);
  const state = foldProposal(events, today);
  if (state === null) throw new PolyprismError('http.not_found');
  const publisher = { id: tenant_id, name, party };
  return { id, tenant_id, draft_id, created_at, publisher, today, events, state };
}

/** The same for somebody of its tenant. */
export async function ownProposal(
  tx: StoreTx,
  { tenant_id }: Actor,
  proposal_id: string,
  now: Date,
): Promise<KnownProposal> {
  const known = await knownProposal(tx, proposal_id, now);
  if (known.tenant_id !== tenant_id) throw new PolyprismError('http.not_found');
  return known;
}

async function eventsOf(db: StoreTx['db'], proposal_id: string): Promise<LoggedStep[]> {
  const rows = await db
    .selectFrom('proposal_event')
    .select(['content', 'digest'])
    .where('proposal_id', '=', proposal_id)
    .orderBy('number')
    .execute();
  // Written below as such.
  return rows.map(({ content, digest }) => ({ ...(JSON.parse(content) as ProposalEvent), digest }));
}

export interface Taking {
  readonly proposal_id: string;
  /** How many events there are before it. */
  readonly expected: number;
  readonly at: Date;
  readonly on: string;
  readonly reason: string | null;
  readonly step: ProposalStep;
}

/** Appends a step; whoever comes second with the same number is told so. */
export async function appendStep(tx: StoreTx, actor: Actor, taking: Taking): Promise<void> {
  const { proposal_id, expected, on, reason, step } = taking;
  const { tenant_id, user_id } = actor;
  const number = expected + 1;
  const at = taking.at.toISOString();
  const event: ProposalEvent = { proposal_id, number, at, on, user_id, reason, step };
  const { content, digest } = salted(event);
  const added = await tx.db
    .insertInto('proposal_event')
    .values({ proposal_id, number, tenant_id, user_id, content, digest })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) {
    throw new PolyprismError('proposal.changed', { number });
  }
  tx.afterCommit(tx.logGrew);
}

/** What is promised to the log: without the salt its entry tells nothing to who guesses. */
export function salted(value: object): { readonly content: string; readonly digest: string } {
  const content = canonicalJson({ ...value, salt: randomBytes(16).toString('hex') });
  return { content, digest: sha256(content) };
}

import type { z } from '@hono/zod-openapi';
import type * as shapes from '../contract/proposals-shapes.ts';
import type { KnownProposal, LoggedStep } from './proposal-events.ts';

/** A proposal as everybody may see it. */
export function shownPublicly(
  { id, publisher, created_at, state }: KnownProposal,
  opinions: number,
): z.input<typeof shapes.publicProposal> {
  const { status, text, comment, answers, edition_id, ended } = state;
  return {
    id,
    publisher,
    created_at,
    status,
    text,
    comment,
    opinions: { all: opinions, answered: answers.size },
    edition_id,
    ended,
  };
}

/** The same for its tenant. */
export function shownProposal(
  known: KnownProposal,
  opinions: number,
): z.input<typeof shapes.proposal> {
  const { number, proposers, asked_by } = known.state;
  return {
    ...shownPublicly(known, opinions),
    draft_id: known.draft_id,
    number,
    proposers: [...proposers].toSorted(),
    asked_by,
  };
}

export function shownStep(event: LoggedStep): z.input<typeof shapes.publicStep> {
  const { number, at, on, reason, step, digest } = event;
  const text = step.type === 'propose' || step.type === 'revise' ? step.text : null;
  return {
    number,
    type: step.type,
    at,
    on,
    reason,
    until: step.type === 'open' ? step.until : null,
    version: text?.version ?? null,
    revision: text?.revision ?? null,
    digest,
  };
}

import { z } from '@hono/zod-openapi';
import { answerOutcomes, proposalStatuses } from '../../casework/proposals/proposal.ts';
import { limits } from '../../model/limits.ts';
import { id, instant, localised } from './common.ts';

const day = z.iso.date();

/** Text over several lines, of so many characters. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed());

/** Why: in the record, and shown to the public with the proposal. */
export const reason = prose(2_000);

export const status = z.enum(proposalStatuses);
export const outcome = z.enum(answerOutcomes);

const text = z.object({
  revision: z.int().meta({ description: 'of the draft' }),
  files: z.string().meta({ description: 'SHA-256 of its files, as the draft has it' }),
  standard: z.string(),
  version: z.string(),
  title: localised,
});

const comment = z
  .object({ from: day, until: day.meta({ description: 'the last day' }), at: instant })
  .nullable();

const ended = z.object({ on: day, reason: z.string().nullable() }).nullable();

const head = {
  id,
  publisher: z.object({ id, name: z.string(), party: z.string() }),
  created_at: instant,
  status,
  text,
  comment,
  opinions: z.object({ all: z.int(), answered: z.int() }),
  edition_id: id.nullable(),
  ended,
};

export const proposal = z
  .object({
    ...head,
    draft_id: id,
    number: z.int().meta({ description: 'of its last step: `expected` of the next' }),
    proposers: z.array(id),
    asked_by: id.nullable().meta({ description: 'who asked for its withdrawal' }),
  })
  .openapi('Proposal');

export const publicProposal = z.object(head).openapi('PublicProposal');

/** A step as everybody reads it: by whom is the tenant's own business. */
export const publicStep = z
  .object({
    number: z.int(),
    type: z.string(),
    at: instant,
    on: day,
    reason: z.string().nullable(),
    until: day.nullable(),
    version: z.string().nullable(),
    revision: z.int().nullable(),
    digest: z.string().meta({ description: 'what the log has of it' }),
  })
  .openapi('PublicProposalStep');

export const proposalStep = publicStep.extend({ by: id }).openapi('ProposalStep');

export const files = z.array(z.object({ name: z.string(), text: z.string() }));

export const before = z
  .object({ edition_id: id, version: z.string(), published_on: day, files })
  .nullable()
  .meta({ description: 'the version before, to see what differs' });

export const opinion = z
  .object({
    id,
    at: instant,
    on: day,
    file: z.string().nullable().meta({ description: 'of what it speaks; null of the whole' }),
    text: z.string().nullable().meta({ description: 'null where it is not shown' }),
    from: z.object({
      name: z.string().nullable().meta({ description: 'as given, not checked' }),
      tenant: z.string().nullable().meta({ description: 'of somebody signed in' }),
      party: z.string().nullable(),
    }),
    answer: z.object({ outcome, shown: z.boolean(), reason: z.string(), at: instant }).nullable(),
    digest: z.string(),
  })
  .openapi('Opinion');

export const opinionBody = z.strictObject({
  text: prose(limits.opinion_chars_max),
  file: z.string().min(1).max(200).nullable().default(null),
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u)
    .nullable()
    .default(null)
    .meta({ description: 'shown with the opinion; may be left out' }),
});

export const edition = z
  .object({
    id,
    standard: z.string(),
    version: z.string(),
    title: localised,
    publisher: z.object({ id, name: z.string(), party: z.string() }),
    published_on: day,
    digest: z.string().meta({ description: 'SHA-256 of the built pack: its entry in the log' }),
    public_key: z.string(),
    proposal_id: id,
    replaced_by: z.string().nullable().meta({ description: 'the later version, where there is' }),
    withdrawn: ended.meta({ description: 'the tombstone' }),
  })
  .openapi('Edition');

/** A published standard that something was judged by. */
export const usedStandard = z
  .object({
    edition_id: id,
    standard: z.string(),
    version: z.string(),
    publisher: z.string(),
    digest: z.string(),
  })
  .openapi('UsedStandard');

export const ofStandard = usedStandard
  .nullable()
  .meta({ description: 'the published standard it is of; null where it is not' });

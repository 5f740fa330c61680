import { z } from '@hono/zod-openapi';
import { profileNames } from '../../model/counting.ts';
import { id, localised } from './common.ts';

const profile = z.enum(profileNames);
/** A whole number; text beyond 2^53, so that it stays exact. */
export const amount = z.union([z.int(), z.string()]);
export const count = z.object({ people: z.int(), levels: z.int() });
const day = z.string().nullable().meta({ description: 'calendar day; null for never or unknown' });

const ends = z.object({ min: z.int(), max: z.int(), min_by: profile, max_by: profile });

/** A legal number as a range over the ways of counting, with who gives each end. */
export const bracket = z
  .object({
    people: ends,
    levels: ends,
    counts: z.object(
      Object.fromEntries(profileNames.map((name) => [name, count.nullable()] as const)),
    ),
    flips: z.array(count.extend({ met_by: z.array(profile), not_met_by: z.array(profile) })),
  })
  .openapi('CountBracket');

export const profileName = profile;

export const memberSummary = z
  .object({
    id: z.string(),
    number: z.int().meta({ description: 'its number in the explorer’s files' }),
    parent: z.int().nullable(),
    level: z.int(),
    people: z.int(),
    levels: z.int(),
    direct: z.int(),
    joined_on: day,
    tenth: z.int().nullable().meta({ description: 'tenth of joining, 0 first' }),
    line: z.int().meta({ description: 'how many of 15, 30, 60 and 120 people in three levels' }),
    candidates: z.int(),
    paid_in_minor: z.number().nullable(),
    earned_minor: z.number().nullable(),
    subtree_paid_in_minor: z.number().nullable(),
    subtree_earned_minor: z.number().nullable(),
  })
  .openapi('NetworkMember');

/** The days on which what stands below a member came to a line. */
export const crossed = z.object({
  people_15_on: day,
  people_30_on: day,
  people_60_on: day,
  people_120_on: day,
  levels_3_on: day,
  crossed_15_3_on: day,
  crossed_30_3_on: day,
});

const paidLine = z.object({
  threshold_minor: amount,
  gross_minor: amount,
  net_minor: amount.nullable(),
  gross_on: day,
  net_on: day,
  net_holds: z.boolean().nullable(),
});

export const networkTree = z
  .object({
    name: z.enum(['sponsor', 'placement']),
    members: z.int(),
    roots: z.int(),
    levels: z.int(),
    people_per_level: z.array(z.int()),
    candidates: z.int(),
    whole: bracket,
    needs: z.record(z.string(), z.string().nullable()).meta({
      description: 'what the data lack for a way of counting; null where it was counted',
    }),
    lines: z.array(count.extend({ met_by_every: z.int(), met_by_some: z.int() })),
    index_sha256: z.string().meta({ description: 'digest of index.json: names all files' }),
  })
  .openapi('NetworkTree');

const againstChance = z.object({
  observed: z.number(),
  expected: z.number(),
  deviation: z.number(),
  reading: z.enum(['above', 'within', 'below']).nullable(),
});

export const growth = z
  .object({
    joined_per_month: z.array(z.object({ month: z.string(), members: z.int() })),
    months: z.array(
      z.object({
        month: z.string(),
        joined: z.int(),
        members: z.int(),
        levels: z.int(),
        new_levels: z.int(),
        leaf_share: againstChance,
        mean_level: againstChance,
      }),
    ),
    levels: z.array(
      z.object({ level: z.int(), month: z.string(), first_on: z.string().nullable() }),
    ),
    ties_changed: z.boolean().nullable(),
    undated: z.int().nullable(),
  })
  .openapi('NetworkGrowth');

export const memberDetail = z
  .object({
    inspection_id: id,
    tree: z.string(),
    as_of: z.iso.date(),
    currency: z.string(),
    member: memberSummary,
    path: z.array(memberSummary).meta({ description: 'from the root down to the member' }),
    path_cut: z.boolean().meta({ description: 'only the nearest of its upline are in it' }),
    bracket,
    crossed: crossed.nullable(),
    paid_line: paidLine.nullable(),
    statement: localised,
  })
  .openapi('NetworkMemberDetail');

export const candidate = z
  .object({
    member_id: z.string(),
    people: z.int(),
    levels: z.int(),
    level: z.int(),
    direct: z.int(),
    joined_on: day,
    bracket,
    crossed,
    paid_in_minor: amount.nullable(),
    earned_minor: amount.nullable(),
    subtree_paid_in_minor: amount.nullable(),
    subtree_earned_minor: amount.nullable(),
  })
  .openapi('OrganiserCandidate');

export const flowSide = z.object({
  entries: z.int(),
  sum_minor: amount,
  members: z.int(),
  by_level: z.array(z.object({ level: z.int().nullable(), entries: z.int(), sum_minor: amount })),
  top: z.array(
    z.object({
      member_id: z.string().nullable(),
      entries: z.int(),
      orders: z.int(),
      sum_minor: amount,
    }),
  ),
});

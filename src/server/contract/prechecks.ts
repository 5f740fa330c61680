import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { importedTables } from '../../model/tables.ts';
import { ofStandard, usedStandard } from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

const localised = z.object({ en: z.string(), zh: z.string() });
const packUsed = z.object({ id: z.string(), version: z.string(), digest: z.string() });

/** By what it was judged, and as of which day. */
const judgedBy = {
  as_of: z.iso.date(),
  packs: z.array(packUsed),
  standards: z.array(usedStandard).meta({
    description: 'published standards among `packs`: one’s own, and of publishers one trusts',
  }),
};

const told = z.object({ code: z.string(), en: z.string(), zh: z.string() });

const checkedRecord = z
  .object({
    table: z.string(),
    id: z.string(),
    ...judgedBy,
    verdict: z.enum(['breach', 'indication', 'cannot_tell', 'no_breach']).meta({
      description: 'the gravest of `verdicts`',
    }),
    verdicts: z.array(
      z.object({
        provision: z.string(),
        verdict: z.enum(['breach', 'indication', 'cannot_tell', 'no_breach']),
        needs: z.array(z.string()).meta({ description: 'what would have allowed an answer' }),
        explanation: localised.nullable(),
        evidence: z.array(z.record(z.string(), z.unknown())),
        version_in_force: z.string().nullable(),
        severity: z.string().nullable(),
        standard: ofStandard,
      }),
    ),
    beyond: z.array(z.string()).meta({ description: 'provisions that take a whole data set' }),
    classifications: z.array(z.looseObject({})),
    hits: z.array(z.record(z.string(), z.unknown())).meta({ description: 'terms found' }),
    issues: z.array(told).meta({ description: 'what could not be read' }),
  })
  .openapi('CheckedRecord');

export const prechecksCreate = defineRoute({
  id: 'prechecks.create',
  method: 'post',
  path: '/api/v1/prechecks',
  summary: {
    en: 'May this listing, post or live script go out?',
    zh: '发布前检查：商品、内容或直播话术可否发布',
  },
  body: z.strictObject({
    table: z.enum(importedTables()).meta({ description: 'docs/reference/tables.md' }),
    record: z.record(z.string(), z.unknown()),
    name: z.string().max(200).optional().meta({ description: 'for a record without an id' }),
  }),
  answers: { 200: checkedRecord },
});

const checkedPlan = z
  .object({
    plan: z.string().nullable().meta({ description: 'its id; null where it could not be read' }),
    ...judgedBy,
    wrong: z.array(told.extend({ line: z.int().nullable(), column: z.int().nullable() })),
    searched: z.object({ members: z.int(), events: z.int(), networks: z.int() }).meta({
      description: 'all networks up to this size; `polyprism plan lint` looks further',
    }),
    tests: z.array(
      z.object({
        provision: z.string(),
        title: localised,
        verdict: z.enum(['met', 'not_met', 'cannot_tell']),
        finds: z.enum(['breach', 'reached', 'indication']).nullable().meta({
          description: 'reached: a line at which a criminal case may be opened',
        }),
        explanation: localised.nullable(),
        evidence: z.array(z.record(z.string(), z.unknown())),
        members: z.int().nullable().meta({ description: 'of the smallest network that meets it' }),
        needs: z.array(z.string()),
        standard: ofStandard,
      }),
    ),
  })
  .openapi('CheckedPlan');

export const prechecksPlan = defineRoute({
  id: 'prechecks.plan',
  method: 'post',
  path: '/api/v1/prechecks/plans',
  summary: {
    en: 'May this commission plan be introduced, by the law and the standards one trusts?',
    zh: '发布前检查：按法规和所信任的标准，佣金方案可否推行',
  },
  body: z.strictObject({
    plan: z
      .string()
      .max(limits.plan_bytes_max)
      .meta({ description: 'YAML: docs/reference/plan-language.md' }),
  }),
  answers: { 200: checkedPlan },
});

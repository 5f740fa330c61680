import { z } from '@hono/zod-openapi';
import { moments } from '../../model/moment.ts';
import { id, instant, localised } from './common.ts';
import { kind } from './matters-shapes.ts';
import { defineRoute } from './route.ts';

const verdict = z.enum(['breach', 'reached', 'no_breach', 'cannot_tell']);
const stage = z
  .enum(moments)
  .meta({ description: 'line: apart from all stages, where a criminal case may be opened' });
const day = z.iso.date();

const changes = z
  .object({
    new: z.int(),
    still: z.int(),
    gone: z.int(),
    cannot_tell: z.int(),
    not_checked_before: z.int(),
  })
  .openapi('ChangeCounts')
  .meta({ description: 'subjects by what became of them since the inspection before' });

const verdicts = z.object({
  breach: z.int().meta({ description: 'of the lines, those reached' }),
  no_breach: z.int().nullable(),
  cannot_tell: z.int().nullable().meta({ description: 'null where one sees one’s own part alone' }),
});

const provision = z
  .object({
    provision: z.string(),
    title: localised,
    stage: stage.nullable().meta({ description: 'null where an older version did not keep it' }),
    verdict,
    breaches: z.int(),
    indications: z.int(),
    reached: z.int().meta({ description: 'findings that a line is reached' }),
    undecided: z.int().nullable().meta({ description: 'rows of which the data cannot tell' }),
    changes: changes.nullable(),
  })
  .openapi('PrismProvision');

const inspection = z
  .object({
    inspection_id: id,
    tenant_id: id.meta({ description: 'who inspected' }),
    platform_id: id,
    platform_name: z.string(),
    account: z.string().nullable().meta({ description: 'one’s own account on the platform' }),
    title: z.string().nullable(),
    at: instant,
    as_of: day,
    since: id.nullable().meta({ description: 'the inspection before, which changes count from' }),
    stages: z.array(z.object({ stage: stage.nullable(), ...verdicts.shape, findings: z.int() })),
    provisions: z.array(provision).meta({ description: 'breaches first' }),
    changes: changes.nullable(),
    history: z
      .array(z.object({ inspection_id: id, as_of: day, at: instant, ...verdicts.shape }))
      .meta({ description: 'provisions by verdict over the latest twelve, oldest first' }),
  })
  .openapi('PrismInspection');

/** What to do next, in the order of haste. */
export const nextKinds = [
  'overdue',
  'due_soon',
  'unassigned',
  'affiliations',
  'alerts',
  'new_breaches',
  'breaches',
  'lines',
  'indications',
  'cannot_tell',
  'first_inspection',
] as const;

const next = z
  .object({
    kind: z.enum(nextKinds),
    title: localised,
    platform_name: z.string().nullable().meta({ description: 'which platform it is about' }),
    count: z.int(),
    target: z
      .object({
        page: z.enum(['matters', 'findings', 'imports', 'alerts', 'admin']),
        id: id.nullable(),
        query: z.record(z.string(), z.string()),
      })
      .meta({ description: 'page of the console with what it is to show' }),
  })
  .openapi('NextThing');

const counts = z.object({ open: z.int(), overdue: z.int(), due_soon: z.int() });

export const overviewRead = defineRoute({
  id: 'overview.read',
  method: 'get',
  path: '/api/v1/overview',
  summary: {
    en: 'The newest inspections, matters and what to do next, as one’s side sees them',
    zh: '总览：最近的检查、事项与下一步（按本方可见范围）',
  },
  query: z.strictObject({
    platform_id: id.optional().meta({ description: 'inspections about this platform alone' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(20)
      .default(5)
      .meta({ description: 'how many platforms, the latest inspected first' }),
  }),
  answers: {
    200: z.object({
      today: day,
      inspections: z.array(inspection),
      more: z.boolean().meta({ description: 'whether more platforms were inspected' }),
      matters: counts.extend({
        unassigned: z.int(),
        by_kind: z.array(counts.extend({ kind, kind_title: localised })),
      }),
      next: z.array(next),
    }),
  },
});

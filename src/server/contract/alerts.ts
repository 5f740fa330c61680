import { z } from '@hono/zod-openapi';
import { id, pageOf, paging } from './common.ts';
import { usedStandard } from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

const cause = z.object({ position: z.int(), event: z.string(), at: z.string() });

/** docs/reference/live-data.md says what an alert holds. */
const alert = z
  .object({
    id: z.string().meta({ description: 'the same on every machine' }),
    raised: z.int().meta({ description: 'number of the change that raised it' }),
    changed: z.int().meta({ description: 'and of the one that made it what it is' }),
    kind: z.enum(['provision', 'line']),
    subject: z.object({ table: z.string(), id: z.string() }),
    first: cause,
    latest: cause,
    cleared: cause.nullable(),
    provision: z.string().optional(),
    verdict: z.enum(['breach', 'indication']).optional(),
    finding: z.looseObject({}).optional(),
    standard: usedStandard.optional().meta({
      description: 'the published standard its provision is of; left out where it is of none',
    }),
    line: z.string().optional(),
    on: z.iso.date().optional(),
    figures: z.looseObject({}).optional(),
  })
  .openapi('Alert');

const platform_id = id.optional().meta({
  description: 'for regulators: a platform they supervise; else one’s own',
});

export const alertsList = defineRoute({
  id: 'alerts.list',
  method: 'get',
  path: '/api/v1/alerts',
  summary: { en: 'Alerts, those raised last first', zh: '预警列表，最新在前' },
  query: paging.extend({
    platform_id,
    standing: z.enum(['true', 'false']).optional(),
    about: z
      .string()
      .regex(/^[\w.:/-]{1,200}$/)
      .optional()
      .meta({ description: 'a provision or a line' }),
  }),
  answers: { 200: pageOf(alert) },
});

export const alertsStream = defineRoute({
  id: 'alerts.stream',
  method: 'get',
  path: '/api/v1/alerts/stream',
  summary: {
    en: 'Changes of alerts as they come; with Last-Event-ID from there on',
    zh: '预警变化事件流；携带 Last-Event-ID 时从该处续传',
  },
  query: z.strictObject({ platform_id }),
  headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
  answers: { 200: 'events' },
});

import { z } from '@hono/zod-openapi';
import { id, instant, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const connector = z
  .object({
    id,
    name: z.string(),
    address: z.string().meta({ description: 'without user and password' }),
    packs: z.array(z.string()),
    platform_id: id.nullable(),
    cron: z.string().nullable(),
    time_zone: z.string(),
    created_at: instant,
    ended_at: instant.nullable(),
    last_run_at: instant.nullable(),
    last_inspection_id: id.nullable(),
    last_ended_at: instant.nullable(),
    last_code: z.string().nullable().meta({ description: 'why the last run failed' }),
    failures: z.int().meta({ description: 'runs that failed in a row' }),
    next_run_at: instant.nullable(),
  })
  .openapi('Connector');

const params = z.object({ connector_id: id });

export const connectorsList = defineRoute({
  id: 'connectors.list',
  method: 'get',
  path: '/api/v1/connectors',
  summary: { en: 'Databases that are inspected on a schedule', zh: '定时检查的数据库连接' },
  query: paging,
  answers: { 200: pageOf(connector) },
});

export const connectorsCreate = defineRoute({
  id: 'connectors.create',
  method: 'post',
  path: '/api/v1/connectors',
  summary: { en: 'Connect a database by its URL', zh: '以地址连接数据库' },
  body: z.strictObject({
    name,
    url: z.string().min(10).max(2_000).meta({ description: 'mysql, mariadb or postgres' }),
    packs: z
      .array(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/))
      .min(1)
      .max(20)
      .default(['cn']),
    platform_id: id.optional(),
    cron: z
      .string()
      .regex(/^[\d*,/-]{1,40}( [\d*,/-]{1,40}){4}$/)
      .optional()
      .meta({ description: 'five fields; left out, it is run by hand' }),
    time_zone: name.default('Asia/Shanghai'),
  }),
  answers: { 201: connector },
});

export const connectorsRun = defineRoute({
  id: 'connectors.run',
  method: 'post',
  path: '/api/v1/connectors/{connector_id}/runs',
  summary: { en: 'Run it now', zh: '立即执行' },
  params,
  answers: { 202: 'empty' },
});

export const connectorsDelete = defineRoute({
  id: 'connectors.delete',
  method: 'delete',
  path: '/api/v1/connectors/{connector_id}',
  summary: { en: 'End it; what it found stays', zh: '停用连接（既有结果保留）' },
  params,
  answers: { 204: 'empty' },
});

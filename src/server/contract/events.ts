import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { instant } from './common.ts';
import { defineRoute } from './route.ts';

/** Said of one event, at its place in the batch from 0. */
const eventAnswer = z
  .object({
    index: z.int(),
    id: z.string().nullable(),
    status: z.enum(['accepted', 'duplicate', 'refused']).meta({
      description: '`duplicate`: it was there before; nothing is done twice',
    }),
    position: z.int().nullable().meta({ description: 'in the inbox; null where refused' }),
    field: z.string().nullable().meta({ description: 'where it is wrong' }),
    code: z.string().nullable().meta({ description: 'why; see docs/errors.md' }),
    en: z.string().nullable(),
    zh: z.string().nullable(),
  })
  .openapi('EventAnswer');

const answers = z.object({ items: z.array(eventAnswer) });

export const eventsAppend = defineRoute({
  id: 'events.append',
  method: 'post',
  path: '/api/v1/events',
  summary: {
    en: 'Send what happened on one’s platform; answered once it is durable',
    zh: '上报平台实时事件；持久保存后才答复',
  },
  body: 'batch',
  answers: { 200: answers },
});

const mappingName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .meta({ description: 'name of a mapping' });

const mapping = z
  .object({
    name: mappingName,
    source: z.string(),
    signed: z.boolean().meta({ description: 'are messages taken only where they are signed' }),
    changed_at: instant,
  })
  .openapi('WebhookMapping');

const params = z.object({ mapping: mappingName });

export const hooksReceive = defineRoute({
  id: 'hooks.receive',
  method: 'post',
  path: '/api/v1/hooks/{mapping}',
  summary: {
    en: 'A shop’s own message, made events by a mapping',
    zh: '接收商城自身的消息，按映射转换为事件',
  },
  params,
  headers: z.object({
    'webhook-id': z.string().max(200).optional(),
    'webhook-timestamp': z.string().max(20).optional(),
    'webhook-signature': z.string().max(2_000).optional(),
  }),
  body: z.looseObject({}),
  answers: { 200: answers },
});

export const hooksList = defineRoute({
  id: 'hooks.list',
  method: 'get',
  path: '/api/v1/hooks',
  summary: { en: 'Mappings of one’s platform', zh: '本平台的 Webhook 映射' },
  answers: { 200: z.object({ items: z.array(mapping) }) },
});

/** PostgreSQL keeps no NUL in texts, and YAML has none. */
const yaml = z
  .string()
  .max(limits.webhook_mapping_bytes_max)
  .regex(/^[^\0]*$/);

export const hooksSet = defineRoute({
  id: 'hooks.set',
  method: 'put',
  path: '/api/v1/hooks/{mapping}',
  summary: { en: 'Set a mapping', zh: '设置 Webhook 映射' },
  params,
  body: z.strictObject({
    source: yaml,
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
      .nullable()
      .optional()
      .meta({
        description:
          'what the shop signs its messages with (Standard Webhooks); null: it signs none; ' +
          'left out: as before',
      }),
  }),
  answers: { 200: mapping },
});

export const hooksDelete = defineRoute({
  id: 'hooks.delete',
  method: 'delete',
  path: '/api/v1/hooks/{mapping}',
  summary: { en: 'Delete a mapping', zh: '删除 Webhook 映射' },
  params,
  answers: { 204: 'empty' },
});

const packName = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);

const live = z
  .object({
    packs: z.array(
      z.object({ id: z.string(), version: z.string(), digest: z.string() }).openapi('PackUsed'),
    ),
    currency,
    time_zone: z.string(),
    as_of: z.string().meta({ description: 'legal day the rows are judged as of' }),
    position: z.int().meta({ description: 'entries of the inbox that are in it' }),
    saved: z.int().meta({ description: 'position of the latest snapshot' }),
    watermark: instant.nullable().meta({ description: 'the latest event happened then' }),
    late: z.int().meta({ description: 'events that came after one that happened later' }),
    alerts: z.int().meta({ description: 'that stand' }),
    dirty: z.array(z.string()).meta({
      description: 'provisions over whole data sets whose tables have changed',
    }),
    refused: z.int().meta({ description: 'events that the state could not take' }),
    refusals: z.array(
      z.object({
        position: z.int(),
        event: z.string(),
        code: z.string(),
        en: z.string(),
        zh: z.string(),
      }),
    ),
  })
  .openapi('LiveState');

export const liveRead = defineRoute({
  id: 'live.read',
  method: 'get',
  path: '/api/v1/live',
  summary: { en: 'The live state of one’s platform', zh: '本平台的实时状态' },
  answers: { 200: live },
});

export const liveSet = defineRoute({
  id: 'live.set',
  method: 'put',
  path: '/api/v1/live',
  summary: {
    en: 'By which packs and in which currency live data are judged',
    zh: '设置实时检查所用的标准包与币种',
  },
  body: z.strictObject({ packs: z.array(packName).min(1).max(20), currency }),
  answers: { 200: live },
});

import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const type = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

const webhook = z
  .object({
    id,
    url: z.string(),
    types: z.array(z.string()),
    created_at: instant,
    revoked_at: instant.nullable(),
  })
  .openapi('Webhook');

const delivery = z
  .object({
    id: id.meta({ description: 'the `webhook-id` of all its tries' }),
    matter_id: z.string(),
    number: z.int(),
    type: z.string(),
    at: instant,
    state: z.enum(['waiting', 'delivered', 'dead']),
    tries: z.int(),
    next_at: instant,
    status: z.int().nullable(),
    code: z.string().nullable(),
    ended_at: instant.nullable(),
  })
  .openapi('WebhookDelivery');

const params = z.object({ webhook_id: id });

export const webhooksList = defineRoute({
  id: 'webhooks.list',
  method: 'get',
  path: '/api/v1/webhooks',
  summary: { en: 'Webhooks of one’s tenant', zh: '本机构 Webhook' },
  answers: { 200: z.object({ items: z.array(webhook) }) },
});

export const webhooksCreate = defineRoute({
  id: 'webhooks.create',
  method: 'post',
  path: '/api/v1/webhooks',
  summary: { en: 'Be told of events of one’s matters', zh: '订阅本机构事项的事件通知' },
  body: z.strictObject({
    url: z.string().min(1).max(limits.outbound_url_chars_max),
    types: z
      .array(type)
      .max(100)
      .default([])
      .meta({ description: 'types of events; all where empty' }),
  }),
  answers: {
    201: z.object({ webhook, secret: z.string().meta({ description: 'shown here alone' }) }),
  },
});

export const webhooksRevoke = defineRoute({
  id: 'webhooks.revoke',
  method: 'delete',
  path: '/api/v1/webhooks/{webhook_id}',
  summary: { en: 'End a webhook', zh: '停用 Webhook' },
  params,
  answers: { 204: 'empty' },
});

export const webhooksDeliveries = defineRoute({
  id: 'webhooks.deliveries',
  method: 'get',
  path: '/api/v1/webhooks/{webhook_id}/deliveries',
  summary: { en: 'What was sent, and what became of it', zh: '投递记录' },
  params,
  query: paging,
  answers: { 200: pageOf(delivery) },
});

export const webhooksRetry = defineRoute({
  id: 'webhooks.retry',
  method: 'post',
  path: '/api/v1/webhooks/{webhook_id}/retry',
  summary: { en: 'Send again what was given up', zh: '重新投递已放弃的通知' },
  params,
  answers: { 200: z.object({ again: z.int() }) },
});

import { z } from '@hono/zod-openapi';
import { roles } from '../../model/actor.ts';
import { id, instant, name } from './common.ts';
import { defineRoute } from './route.ts';

/** What keys can be limited to. A key has its scopes, and no more than its maker's roles. */
export const scopes = ['read', 'write', 'admin', 'events:write'] as const;

const key = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(z.string()),
    roles: z.array(z.enum(roles)),
    created_at: instant,
    expires_at: instant.nullable(),
    used_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .openapi('ApiKey');

export const keysList = defineRoute({
  id: 'keys.list',
  method: 'get',
  path: '/api/v1/keys',
  summary: { en: 'API keys of one’s tenant', zh: '本机构 API 密钥' },
  answers: { 200: z.object({ items: z.array(key) }) },
});

export const keysCreate = defineRoute({
  id: 'keys.create',
  method: 'post',
  path: '/api/v1/keys',
  summary: { en: 'Make an API key', zh: '创建 API 密钥' },
  body: z.strictObject({
    name,
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    roles: z.array(z.enum(roles)).min(1).max(roles.length),
    days: z.int().min(1).max(400).meta({ description: 'how long it works' }),
  }),
  answers: { 201: z.object({ key, token: z.string().meta({ description: 'shown here alone' }) }) },
});

export const keysRevoke = defineRoute({
  id: 'keys.revoke',
  method: 'delete',
  path: '/api/v1/keys/{key_id}',
  summary: { en: 'Revoke an API key', zh: '撤销 API 密钥' },
  params: z.object({ key_id: id }),
  answers: { 204: 'empty' },
});

import { z } from '@hono/zod-openapi';
import { roles } from '../../model/actor.ts';
import { id, instant, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';
import { login, secret } from './session.ts';

const user = z
  .object({
    id,
    login: z.string().nullable(),
    name: z.string(),
    language: z.enum(['zh', 'en']),
    roles: z.array(z.enum(roles)),
    created_at: instant,
    disabled_at: instant.nullable(),
  })
  .openapi('User');

const wanted = z.array(z.enum(roles)).max(roles.length);
const params = z.object({ user_id: id });
const invited = z.object({
  user,
  invitation: secret.nullable().meta({ description: 'works once, for 72 hours; shown here alone' }),
});

export const usersList = defineRoute({
  id: 'users.list',
  method: 'get',
  path: '/api/v1/users',
  summary: { en: 'Users of one’s tenant', zh: '本机构用户' },
  query: paging,
  answers: { 200: pageOf(user) },
});

export const usersCreate = defineRoute({
  id: 'users.create',
  method: 'post',
  path: '/api/v1/users',
  summary: { en: 'Invite a user', zh: '邀请用户' },
  body: z.strictObject({
    login,
    name,
    roles: wanted.min(1),
    language: z.enum(['zh', 'en']).default('zh'),
    sso_subject: z
      .string()
      .regex(/^[!-~]{1,255}$/)
      .optional()
      .meta({ description: 'its subject at the provider of single sign-on' }),
  }),
  answers: { 201: invited },
});

export const usersRead = defineRoute({
  id: 'users.read',
  method: 'get',
  path: '/api/v1/users/{user_id}',
  summary: { en: 'One user', zh: '查看用户' },
  params,
  answers: { 200: user },
});

export const usersUpdate = defineRoute({
  id: 'users.update',
  method: 'patch',
  path: '/api/v1/users/{user_id}',
  summary: { en: 'Disable a user, or enable it again', zh: '停用或恢复用户' },
  params,
  body: z.strictObject({ disabled: z.boolean() }),
  answers: { 200: user },
});

export const usersSignOut = defineRoute({
  id: 'users.sign_out',
  method: 'post',
  path: '/api/v1/users/{user_id}/sign-out',
  summary: {
    en: 'End all sessions in which a user acts for one’s tenant',
    zh: '结束该用户在本机构的全部登录会话',
  },
  params,
  answers: { 204: 'empty' },
});

export const usersInvite = defineRoute({
  id: 'users.invite',
  method: 'post',
  path: '/api/v1/users/{user_id}/invitation',
  summary: { en: 'Another link to set a password', zh: '重新签发设置密码的链接' },
  params,
  answers: { 201: invited },
});

export const membershipsSet = defineRoute({
  id: 'memberships.set',
  method: 'put',
  path: '/api/v1/users/{user_id}/roles',
  summary: { en: 'Roles of a user in one’s tenant; none removes it', zh: '设置用户角色' },
  params,
  body: z.strictObject({ roles: wanted }),
  answers: { 200: user },
});

export const consumersCreate = defineRoute({
  id: 'consumers.create',
  method: 'post',
  path: '/api/v1/consumers',
  summary: { en: 'A one-time link for a consumer', zh: '为消费者签发一次性链接' },
  body: z.strictObject({ name, language: z.enum(['zh', 'en']).default('zh') }),
  answers: { 201: z.object({ user_id: id, link: secret, expires_at: instant }) },
});

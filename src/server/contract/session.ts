import { z } from '@hono/zod-openapi';
import { parties, roles } from '../../model/actor.ts';
import { id, instant, jurisdiction, name } from './common.ts';
import { defineRoute } from './route.ts';

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(200)
  .regex(/^[^\s\p{Cc}]+$/u);
/** Longer than any that may be set, so that the answer is ours; shorter than what costs time. */
export const password = z.string().min(1).max(1_000);
export const secret = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ description: '256 bits, base64url' });
const code = z.string().min(6).max(30).meta({ description: 'six digits, or a recovery code' });

const membership = z.object({
  tenant_id: id,
  tenant: z.string(),
  party: z.enum(parties),
  roles: z.array(z.enum(roles)),
});

export const me = z.object({
  user_id: id,
  name: z.string(),
  language: z.enum(['zh', 'en']),
  tenant_id: id,
  party: z.enum(parties),
  roles: z.array(z.enum(roles)),
  second_factor: z.boolean().meta({ description: 'was it shown in this session' }),
  expires_at: instant.nullable(),
  memberships: z.array(membership),
});

export const sessionCreate = defineRoute({
  id: 'session.create',
  method: 'post',
  path: '/api/v1/session',
  summary: { en: 'Sign in', zh: '登录' },
  body: z.strictObject({ login, password, code: code.optional(), tenant_id: id.optional() }),
  answers: { 201: me },
});

export const sessionRead = defineRoute({
  id: 'session.read',
  method: 'get',
  path: '/api/v1/session',
  summary: { en: 'Who is signed in', zh: '当前登录者' },
  answers: { 200: me },
});

export const sessionDelete = defineRoute({
  id: 'session.delete',
  method: 'delete',
  path: '/api/v1/session',
  summary: { en: 'Sign out', zh: '退出登录' },
  answers: { 204: 'empty' },
});

export const sessionEnter = defineRoute({
  id: 'session.enter',
  method: 'put',
  path: '/api/v1/session/tenant',
  summary: { en: 'Act for another of one’s tenants', zh: '切换到本人所属的另一机构' },
  body: z.strictObject({ tenant_id: id }),
  answers: { 200: me },
});

export const sessionConfirm = defineRoute({
  id: 'session.confirm',
  method: 'put',
  path: '/api/v1/session/confirmation',
  summary: { en: 'Show again who one is', zh: '重新验证本人身份' },
  body: z.strictObject({ password, code: code.optional() }),
  answers: { 204: 'empty' },
});

export const sessionLink = defineRoute({
  id: 'session.link',
  method: 'post',
  path: '/api/v1/session/link',
  summary: { en: 'Sign in with a consumer’s one-time link', zh: '消费者凭一次性链接登录' },
  body: z.strictObject({ token: secret }),
  answers: { 201: me },
});

const session = z.object({
  id: z.string(),
  current: z.boolean(),
  created_at: instant,
  seen_at: instant,
  expires_at: instant,
});

export const sessionsList = defineRoute({
  id: 'sessions.list',
  method: 'get',
  path: '/api/v1/sessions',
  summary: { en: 'Where one is signed in', zh: '本人的登录会话' },
  answers: { 200: z.object({ items: z.array(session) }) },
});

export const sessionsRevoke = defineRoute({
  id: 'sessions.revoke',
  method: 'delete',
  path: '/api/v1/sessions/{session_id}',
  summary: { en: 'Sign out elsewhere', zh: '结束某个登录会话' },
  params: z.object({ session_id: z.string().regex(/^[0-9a-f]{64}$/) }),
  answers: { 204: 'empty' },
});

export const passwordChange = defineRoute({
  id: 'password.change',
  method: 'put',
  path: '/api/v1/password',
  summary: { en: 'Change one’s password', zh: '修改密码' },
  body: z.strictObject({ current: password, new: password }),
  answers: { 204: 'empty' },
});

export const secondFactorBegin = defineRoute({
  id: 'second_factor.begin',
  method: 'post',
  path: '/api/v1/second-factor',
  summary: { en: 'A new secret for an authenticator program', zh: '生成验证器密钥' },
  body: z.strictObject({ password }),
  answers: { 201: z.object({ secret: z.string(), address: z.string(), sealed: z.string() }) },
});

export const secondFactorConfirm = defineRoute({
  id: 'second_factor.confirm',
  method: 'put',
  path: '/api/v1/second-factor',
  summary: { en: 'Use it from now on; recovery codes', zh: '启用第二因素并取得恢复码' },
  body: z.strictObject({ sealed: z.string().max(500), code }),
  answers: { 200: z.object({ recovery_codes: z.array(z.string()) }) },
});

export const secondFactorDelete = defineRoute({
  id: 'second_factor.delete',
  method: 'delete',
  path: '/api/v1/second-factor',
  summary: { en: 'Go without a second factor', zh: '停用第二因素' },
  body: z.strictObject({ password, code }),
  answers: { 204: 'empty' },
});

export const setupCreate = defineRoute({
  id: 'setup.create',
  method: 'post',
  path: '/api/v1/setup',
  summary: { en: 'The first tenant and its administrator', zh: '建立首个机构及其管理员' },
  body: z.strictObject({
    token: secret,
    tenant: z.strictObject({
      name,
      party: z.enum(parties.slice(0, 4)),
      time_zone: name,
      jurisdiction,
    }),
    user: z.strictObject({ name, login }),
    password,
  }),
  answers: { 201: me },
});

export const invitationAccept = defineRoute({
  id: 'invitation.accept',
  method: 'post',
  path: '/api/v1/invitations/accept',
  summary: { en: 'Set a first password, or a forgotten one anew', zh: '凭邀请设置密码' },
  body: z.strictObject({ token: secret, password }),
  answers: { 201: me },
});

import { z } from '@hono/zod-openapi';
import { defineRoute } from './route.ts';

/** Longer than any address of the console. */
export const return_chars_max = 2_000;

export const oidcBegin = defineRoute({
  id: 'oidc.begin',
  method: 'get',
  path: '/api/v1/oidc/login',
  summary: { en: 'Sign in at the organisation’s own provider', zh: '经单位统一身份认证登录' },
  query: z.object({
    to: z
      .string()
      .max(return_chars_max)
      .optional()
      .meta({ description: 'page of the console to come back to, as its path below /console' }),
  }),
  answers: { 303: 'empty' },
});

export const oidcFinish = defineRoute({
  id: 'oidc.finish',
  method: 'get',
  path: '/api/v1/oidc/callback',
  summary: { en: 'Where the provider sends the browser back', zh: '统一身份认证回跳地址' },
  query: z.looseObject({
    state: z
      .string()
      .regex(/^[\w-]{43}$/)
      .optional(),
    code: z.string().max(4_000).optional(),
    error: z.string().max(200).optional(),
  }),
  answers: { 303: 'empty' },
});

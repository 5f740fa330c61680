import { z } from '@hono/zod-openapi';
import { id, instant, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const signIn = z
  .object({
    number: z.int(),
    at: instant,
    user_id: id.nullable(),
    way: z.enum(['password', 'link', 'invitation', 'setup', 'oidc', 'confirm']),
    second_factor: z.boolean().meta({ description: 'was a second factor shown' }),
    code: z.string().nullable().meta({ description: 'why it was refused; null where it was not' }),
    address: z.string().meta({ description: 'keyed digest: equal for equal addresses' }),
    request_id: z.string(),
  })
  .openapi('SignIn');

export const signInsList = defineRoute({
  id: 'sign_ins.list',
  method: 'get',
  path: '/api/v1/sign-ins',
  summary: { en: 'Who of one’s tenant signed in, or failed to', zh: '本机构用户的登录记录' },
  query: paging,
  answers: { 200: pageOf(signIn) },
});

import { z } from '@hono/zod-openapi';
import { id, instant, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const refusal = z
  .object({
    number: z.int(),
    at: instant,
    user_id: id.nullable(),
    route: z.string(),
    code: z.string(),
    request_id: z.string(),
  })
  .openapi('Refusal');

export const refusalsList = defineRoute({
  id: 'refusals.list',
  method: 'get',
  path: '/api/v1/refusals',
  summary: { en: 'What users of one’s tenant were refused', zh: '本机构用户被拒绝的操作' },
  query: paging,
  answers: { 200: pageOf(refusal) },
});

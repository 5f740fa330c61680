import { z } from '@hono/zod-openapi';
import { id } from './common.ts';
import { defineRoute } from './route.ts';

const params = z.object({ matter_id: id });

export const bagsRead = defineRoute({
  id: 'bags.read',
  method: 'get',
  path: '/api/v1/matters/{matter_id}/bag',
  summary: {
    en: 'The evidence of a matter as one is shown it, sealed, to be verified offline (ZIP)',
    zh: '下载事项证据包（本方可见内容，已封存，可离线核对，ZIP）',
  },
  params,
  answers: { 200: 'bytes' },
});

export const bagsCreate = defineRoute({
  id: 'bags.create',
  method: 'post',
  path: '/api/v1/matters/{matter_id}/bag',
  summary: {
    en: 'The same with a record of custody, which must have no gaps',
    zh: '下载附有保管记录的事项证据包（记录须无缺项）',
  },
  params,
  body: z.strictObject({
    custody: z.looseObject({}).meta({ description: 'polyprism.custody/1' }),
  }),
  answers: { 200: 'bytes' },
});

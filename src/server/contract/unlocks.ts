import { z } from '@hono/zod-openapi';
import { id } from './common.ts';
import { defineRoute } from './route.ts';

const field = z
  .string()
  .min(3)
  .max(200)
  .regex(/^[^\p{Cc}.]+\.[^\p{Cc}]+$/u)
  .meta({ description: 'raw table and column, as `table.column`' });

export const unlocksLook = defineRoute({
  id: 'unlocks.look',
  method: 'post',
  path: '/api/v1/unlocks/{matter_id}/looks',
  summary: {
    en: 'Read what stands behind the pseudonym of a granted unlock; every look is an event',
    zh: '在获准解封的范围内查看假名背后的原值，每次查看均留痕',
  },
  params: z.object({ matter_id: id }),
  body: z.strictObject({
    inspection_id: id,
    fields: z.array(field).min(1).max(20),
    reason: z.string().trim().min(1).max(2_000),
  }),
  answers: {
    200: z.object({
      values: z.array(
        z.object({
          value: z.string(),
          file: z.string(),
          table: z.string(),
          column: z.string(),
          line: z.int(),
        }),
      ),
    }),
  },
});

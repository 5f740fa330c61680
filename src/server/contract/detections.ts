import { z } from '@hono/zod-openapi';
import { id, localised } from './common.ts';
import { defineRoute } from './route.ts';

const reasons = z.array(localised);

const detection = z
  .object({
    software: z.object({
      name: z.string().nullable(),
      family: z.string().nullable(),
      score: z.number(),
      reasons,
    }),
    mapping: z.string().meta({
      description: 'YAML, to be corrected and given to inspections.create',
    }),
    assumptions: z.array(
      z.object({
        what: z.string(),
        subject: z.string(),
        value: z.string(),
        reason: localised,
      }),
    ),
    tables: z.array(
      z.object({ raw_table: z.string(), table: z.string(), score: z.number(), reasons }),
    ),
    columns: z.array(
      z.object({
        table: z.string(),
        column: z.string(),
        raw_table: z.string(),
        raw_column: z.string().nullable(),
        score: z.number(),
        reasons,
        runners_up: z.array(z.object({ raw_column: z.string(), score: z.number() })),
      }),
    ),
    skipped: z.array(z.object({ table: z.string(), reason: localised })),
  })
  .openapi('Detection');

export const detectionsCreate = defineRoute({
  id: 'detections.create',
  method: 'post',
  path: '/api/v1/uploads/{upload_id}/detection',
  summary: {
    en: 'What an uploaded file is: software, tables, columns, with reasons; ask again at 202',
    zh: '识别上传的文件：软件、表、列及理由；返回 202 时稍后再问',
  },
  params: z.object({ upload_id: id }),
  answers: { 200: detection, 202: z.object({ state: z.literal('running') }) },
});

import { z } from '@hono/zod-openapi';
import { id, localised } from './common.ts';
import { defineRoute } from './route.ts';

const rows = {
  present: z.int().meta({ description: 'read and refused together' }),
  read: z.int(),
  refused: z.int(),
};

export const inspectionsAccounting = defineRoute({
  id: 'inspections.accounting',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/accounting',
  summary: {
    en: 'What became of every row of the raw files',
    zh: '原始数据逐行账：读入、拒收及原因',
  },
  params: z.object({ inspection_id: id }),
  answers: {
    200: z
      .object({
        software: z.looseObject({ name: z.string().nullable(), reasons: z.array(localised) }),
        files: z.array(
          z.object({
            name: z.string(),
            sha256: z.string(),
            bytes: z.int(),
            format: z.string(),
            charset: z.string().nullable(),
          }),
        ),
        assumptions: z.array(
          z.object({
            what: z.string(),
            subject: z.string(),
            value: z.string(),
            reason: localised,
          }),
        ),
        raw_tables: z.array(
          z.object({
            name: z.string(),
            declared: z.boolean(),
            ...rows,
            skipped: localised.nullable(),
          }),
        ),
        tables: z.array(z.object({ table: z.string(), ...rows, columns: z.array(z.string()) })),
        issues: z.array(
          localised.extend({
            code: z.string(),
            severity: z.string(),
            count: z.int(),
            file: z.string().nullable(),
            line: z.int().nullable(),
            column: z.int().nullable(),
          }),
        ),
      })
      .openapi('Accounting'),
  },
});

import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant, name, pageOf, paging } from './common.ts';
import { usedStandard } from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

/** Files of an inspection that may be fetched; no path is ever made of what was asked for. */
export const inspectionFiles = [
  'report.html',
  'report.zh.md',
  'report.en.md',
  'report.json',
  'findings.csv',
  'members.csv',
  'funding.csv',
  'gains.csv',
  'counts.csv',
  'persons.csv',
] as const;

const inspection = z
  .object({
    id,
    title: z.string(),
    platform_id: id.nullable(),
    connector_id: id
      .nullable()
      .meta({ description: 'what ran it; null where files were uploaded' }),
    created_at: instant,
    created_by: id,
    job_id: id,
    inputs: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
    packs: z.array(z.string()),
    standards: z
      .array(usedStandard)
      .meta({ description: 'published standards it is judged by as well' }),
    as_of: z.string().nullable(),
    findings: z.int().nullable().meta({ description: 'how many; null until it is done' }),
  })
  .openapi('Inspection');

const params = z.object({ inspection_id: id });
const day = z.iso.date();

export const inspectionsCreate = defineRoute({
  id: 'inspections.create',
  method: 'post',
  path: '/api/v1/inspections',
  summary: { en: 'Inspect uploaded files', zh: '检查已上传的文件' },
  body: z.strictObject({
    title: name,
    platform_id: id.optional().meta({
      description: 'about which platform it is, where that is not the tenant itself',
    }),
    uploads: z.array(id).min(1).max(100),
    packs: z
      .array(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/))
      .min(1)
      .max(20)
      .default(['cn']),
    standards: z.array(id).max(50).optional().meta({
      description: 'editions of trusted publishers; all of them where left out',
    }),
    as_of: day.optional(),
    time_zone: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/)
      .optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    mapping: z
      .string()
      .min(1)
      .max(limits.mapping_chars_max)
      .optional()
      .meta({ description: 'YAML or JSON: what detections.create gave, corrected' }),
  }),
  answers: { 201: inspection },
});

export const inspectionsList = defineRoute({
  id: 'inspections.list',
  method: 'get',
  path: '/api/v1/inspections',
  summary: { en: 'Inspections of one’s tenant', zh: '本机构的检查' },
  query: paging,
  answers: { 200: pageOf(inspection) },
});

export const inspectionsRead = defineRoute({
  id: 'inspections.read',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}',
  summary: { en: 'One inspection', zh: '查看检查' },
  params,
  answers: { 200: inspection },
});

export const inspectionsFindings = defineRoute({
  id: 'inspections.findings',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/findings',
  summary: { en: 'What it found, in the report’s order', zh: '检查所得发现' },
  params,
  query: paging,
  answers: { 200: pageOf(z.looseObject({}).openapi('Finding')) },
});

export const inspectionsFile = defineRoute({
  id: 'inspections.file',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/files/{file}',
  summary: { en: 'Its report, in any of its forms', zh: '下载检查报告' },
  params: z.object({ inspection_id: id, file: z.enum(inspectionFiles) }),
  answers: { 200: 'bytes' },
});

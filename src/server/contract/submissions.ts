import { z } from '@hono/zod-openapi';
import { id, instant, localised, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const day = z.iso.date();
const report = z.string().regex(/^report\.[a-z0-9.]{1,100}@v\d{1,3}$/);
const digest = z.string();

const window = z.object({ opens_on: day, due_on: day }).nullable();
const cites = z.array(z.object({ law: localised, article: z.string() }));

const counts = z.record(z.string(), z.int());

const partCount = z.object({
  name: z.string(),
  title: localised,
  lines: z.int(),
  complete: z.int(),
  missing: counts.meta({ description: 'lines by the field they lack' }),
  differs: counts.meta({ description: 'lines by the field that stands in two places' }),
});

const difference = z
  .record(
    z.string(),
    z.object({
      added: z.array(z.string()),
      changed: z.array(z.object({ subject: z.string(), fields: z.array(z.string()) })),
      gone: z.array(z.object({ subject: z.string().nullable(), digest })),
      unchanged: z.int(),
    }),
  )
  .nullable()
  .meta({ description: 'by part; null where nothing was handed over before' });

const acknowledged = z.object({ number: z.string(), on: day, by: z.string() });

const made = {
  report,
  title: localised,
  recipient: localised,
  reference_on: day,
  window,
  late: z.boolean().nullable(),
  parts: z.array(partCount),
  unplaced: counts.meta({ description: 'subjects in no list, by the column that is wanting' }),
  difference,
};

const row = z
  .object({
    id,
    platform_id: id,
    inspection_id: id,
    report,
    title: localised,
    reference_on: day,
    submitted_on: day,
    at: instant,
    digest,
    kept_until: day.nullable().meta({ description: 'null: no text says how long' }),
    acknowledged: acknowledged.nullable(),
  })
  .openapi('Submission');

export const submissionsOwed = defineRoute({
  id: 'submissions.owed',
  method: 'get',
  path: '/api/v1/submissions/owed',
  summary: {
    en: 'Reports a platform owes by the law of its jurisdiction, by when, and which were made',
    zh: '平台依其法域应报送的报告、报送期间与是否已报送',
  },
  answers: {
    200: z.object({
      today: day,
      jurisdiction: z.string().meta({ description: 'the pack whose reports are listed' }),
      notice: localised.nullable().meta({ description: 'where that pack names none' }),
      items: z.array(
        z.object({
          report,
          title: localised,
          recipient: localised,
          cites,
          window: window.meta({ description: 'the present or next one; null: case by case' }),
          state: z.enum(['not_open', 'open', 'submitted', 'in_time']),
          missed: window.meta({ description: 'the window before, where nothing was handed over' }),
          last: row.nullable(),
        }),
      ),
    }),
  },
});

export const submissionsCreate = defineRoute({
  id: 'submissions.create',
  method: 'post',
  path: '/api/v1/submissions',
  summary: {
    en: 'Make a report owed from an inspection; keep its receipt where it is handed over',
    zh: '由检查数据制作报送报告；确认报送的留存回执',
  },
  body: z.strictObject({
    inspection_id: id,
    report,
    reference_on: day,
    submit: z
      .boolean()
      .default(false)
      .meta({ description: 'false: only what it would come to, nothing is kept' }),
    by: name.meta({ description: 'who submits' }),
    language: z.enum(['zh', 'en']).default('zh'),
    identities: z
      .string()
      .max(900_000)
      .optional()
      .meta({ description: 'CSV; goes into what is handed over and nowhere else' }),
  }),
  answers: { 200: z.object(made), 201: row.extend(made) },
});

export const submissionsList = defineRoute({
  id: 'submissions.list',
  method: 'get',
  path: '/api/v1/submissions',
  summary: { en: 'Receipts, the newest first', zh: '报送回执（新者在前）' },
  query: paging.extend({ platform_id: id.optional() }),
  answers: { 200: pageOf(row) },
});

const params = z.object({ submission_id: id });

export const submissionsRead = defineRoute({
  id: 'submissions.read',
  method: 'get',
  path: '/api/v1/submissions/{submission_id}',
  summary: {
    en: 'One receipt, with what was missing and what changed',
    zh: '查看回执、缺项与变化',
  },
  params,
  answers: {
    200: row.extend(made).extend({
      files: z.array(z.object({ name: z.string(), sha256: digest, bytes: z.int() })),
    }),
  },
});

export const submissionsFile = defineRoute({
  id: 'submissions.file',
  method: 'get',
  path: '/api/v1/submissions/{submission_id}/files/{file}',
  summary: {
    en: 'A file to be handed over; gone once it was acknowledged',
    zh: '下载报送文件；登记受理编号后删除',
  },
  params: params.extend({ file: z.string().regex(/^[a-z][a-z-]{0,60}\.(csv|json)$/) }),
  answers: { 200: 'bytes' },
});

export const submissionsAcknowledge = defineRoute({
  id: 'submissions.acknowledge',
  method: 'put',
  path: '/api/v1/submissions/{submission_id}/acknowledgement',
  summary: { en: 'Put the authority’s number into a receipt', zh: '登记主管部门的受理编号' },
  params,
  body: z.strictObject({ number: name, on: day, by: name }),
  answers: { 200: row },
});

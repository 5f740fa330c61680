import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const alone = /^(pack\.yaml|coverage\.yaml|sheets\.yaml|README\.md)$/;
const inFolder = /^(provisions|deadlines|calendar|terms)(\/[a-z0-9][a-z0-9@._-]*)+$/;

/** Files a pack may have, by their places in it; no path leads outside. */
const fileName = z
  .string()
  .max(200)
  .refine((path) => alone.test(path) || inFolder.test(path));
const file = z.strictObject({ name: fileName, text: z.string() });

/** Files with different names, within what is taken. */
const files = z
  .array(file)
  .min(1)
  .max(limits.draft_files_max)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length)
  .refine((all) => all.reduce((sum, one) => sum + one.text.length, 0) <= limits.draft_chars_max);

const revision = z
  .object({
    draft_id: id,
    number: z.int(),
    at: instant,
    by: id,
    digest: z.string().meta({ description: 'SHA-256 of the files as canonical JSON' }),
    files: z.array(z.object({ name: z.string(), text: z.string() })),
  })
  .openapi('DraftRevision');

const draft = z
  .object({
    id,
    title: z.string(),
    created_at: instant,
    created_by: id,
    revision: z.int().meta({ description: 'number of the newest one' }),
    changed_at: instant,
  })
  .openapi('Draft');

const diagnostic = z
  .object({
    code: z.string(),
    en: z.string(),
    zh: z.string(),
    severity: z.string(),
    file: z.string().nullable(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    length: z.int().meta({ description: 'characters to underline' }),
  })
  .openapi('Diagnostic');

const params = z.object({ draft_id: id });
const streamed = { 200: 'events' } as const;

export const draftsList = defineRoute({
  id: 'drafts.list',
  method: 'get',
  path: '/api/v1/drafts',
  summary: { en: 'Drafts of one’s tenant', zh: '本机构起草的标准包' },
  query: paging,
  answers: { 200: pageOf(draft) },
});

export const draftsCreate = defineRoute({
  id: 'drafts.create',
  method: 'post',
  path: '/api/v1/drafts',
  summary: { en: 'Begin a draft of a pack', zh: '开始起草标准包' },
  body: z
    .strictObject({
      title: name,
      files: files.optional(),
      pack_id: z
        .string()
        .regex(/^[a-z][a-z0-9-]{0,63}$/)
        .optional()
        .meta({ description: 'instead of files: the files of a new pack of this id, sound' }),
    })
    .refine((body) => (body.files === undefined) !== (body.pack_id === undefined)),
  answers: { 201: revision },
});

export const draftsRead = defineRoute({
  id: 'drafts.read',
  method: 'get',
  path: '/api/v1/drafts/{draft_id}',
  summary: { en: 'A draft with its newest files', zh: '查看草案的最新内容' },
  params,
  query: z.strictObject({ revision: z.coerce.number().int().min(1).max(1e9).optional() }),
  answers: { 200: z.object({ draft, revision }) },
});

export const draftsRevise = defineRoute({
  id: 'drafts.revise',
  method: 'post',
  path: '/api/v1/drafts/{draft_id}/revisions',
  summary: { en: 'A further revision; the ones before stay', zh: '提交新的修订，此前修订均保留' },
  params,
  body: z.strictObject({
    expected: z
      .int()
      .min(1)
      .max(1e9)
      .meta({ description: 'number of the revision it was made of' }),
    files,
  }),
  answers: { 201: revision },
});

export const draftsLint = defineRoute({
  id: 'drafts.lint',
  method: 'post',
  path: '/api/v1/drafts/lint',
  summary: { en: 'Everything wrong with the files of a pack', zh: '指出标准包文件的全部问题' },
  body: z.strictObject({ files }),
  answers: {
    200: z.object({
      pack: z
        .object({ id: z.string(), version: z.string(), digest: z.string(), provisions: z.int() })
        .nullable(),
      diagnostics: z.array(diagnostic),
    }),
  },
});

export const draftsTest = defineRoute({
  id: 'drafts.test',
  method: 'post',
  path: '/api/v1/drafts/{draft_id}/test',
  summary: {
    en: 'Run the cases of a draft, and small mistakes made in it; closing stops it',
    zh: '运行草案的用例和变异；断开连接即停止',
  },
  params,
  body: z.strictObject({
    revision: z.int().min(1).max(1e9).optional(),
    mutants: z.boolean().default(false),
  }),
  answers: streamed,
});

export const draftsRun = defineRoute({
  id: 'drafts.run',
  method: 'post',
  path: '/api/v1/drafts/{draft_id}/runs',
  summary: {
    en: 'Try a draft on inspected data; nothing it finds is kept',
    zh: '用已检查的数据试运行草案，结果不保存',
  },
  params,
  body: z.strictObject({
    inspection_id: id,
    revision: z.int().min(1).max(1e9).optional(),
    as_of: z.iso.date().optional(),
  }),
  answers: streamed,
});

import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant } from './common.ts';
import { defineRoute } from './route.ts';

/** A file's name without a path: it is never one here. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?!\.)[^/\\\p{Cc}\p{Cs}]+$/u)
  .meta({ description: 'its ending says how it is read' });

const upload = z
  .object({
    id,
    name: z.string(),
    size_bytes: z.int(),
    received_bytes: z.int().meta({ description: 'where the next part begins' }),
    sha256: z.string().nullable().meta({ description: 'of the whole, once it is there' }),
    created_at: instant,
  })
  .openapi('Upload');

const params = z.object({ upload_id: id });

export const uploadsCreate = defineRoute({
  id: 'uploads.create',
  method: 'post',
  path: '/api/v1/uploads',
  summary: { en: 'Begin to upload a file', zh: '开始上传文件' },
  body: z.strictObject({
    name: fileName,
    size_bytes: z.int().min(1).max(limits.upload_bytes_max),
  }),
  answers: { 201: upload },
});

export const uploadsAppend = defineRoute({
  id: 'uploads.append',
  method: 'patch',
  path: '/api/v1/uploads/{upload_id}',
  summary: {
    en: 'Send the next part; after a break ask where it begins',
    zh: '上传下一段；中断后先查询起始位置',
  },
  params,
  headers: z.object({
    'upload-offset': z.coerce.number().int().min(0).max(limits.upload_bytes_max),
  }),
  body: 'bytes',
  answers: { 200: upload },
});

export const uploadsRead = defineRoute({
  id: 'uploads.read',
  method: 'get',
  path: '/api/v1/uploads/{upload_id}',
  summary: { en: 'How much of it is there', zh: '查询已上传的部分' },
  params,
  answers: { 200: upload },
});

export const uploadsDelete = defineRoute({
  id: 'uploads.delete',
  method: 'delete',
  path: '/api/v1/uploads/{upload_id}',
  summary: { en: 'Give up an upload', zh: '放弃上传' },
  params,
  answers: { 204: 'empty' },
});

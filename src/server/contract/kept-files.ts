import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const day = z.iso.date();

const keptFile = z
  .object({
    sha256: z.string(),
    name: z.string(),
    bytes: z.int(),
    user_id: id,
    at: instant,
    keep_until: day.meta({ description: 'the last day on which it must be there' }),
    matter_id: id.nullable().meta({ description: 'a matter names it: it stays with that matter' }),
    removed_at: instant.nullable(),
  })
  .openapi('KeptFile');

export const keptFilesList = defineRoute({
  id: 'kept_files.list',
  method: 'get',
  path: '/api/v1/kept-files',
  summary: {
    en: 'Raw files of one’s tenant, until when each is locked, and which are gone',
    zh: '本机构的原始文件、各自的锁定期限与到期清除情况',
  },
  query: paging,
  answers: { 200: pageOf(keptFile) },
});

const term = z
  .strictObject({ months: z.int().min(1).max(limits.kept_months_max) })
  .openapi('KeptTerm');

export const keptTermRead = defineRoute({
  id: 'kept_term.read',
  method: 'get',
  path: '/api/v1/kept-files/term',
  summary: { en: 'How long what comes from now on is kept', zh: '今后上传文件的保存期限' },
  answers: { 200: term },
});

export const keptTermSet = defineRoute({
  id: 'kept_term.set',
  method: 'put',
  path: '/api/v1/kept-files/term',
  summary: {
    en: 'Set how long what comes from now on is kept; what is locked stays so',
    zh: '设定今后上传文件的保存期限；已锁定的不受影响',
  },
  body: term,
  answers: { 200: term },
});

import { z } from '@hono/zod-openapi';
import { id, instant, pageOf, paging } from './common.ts';
import * as shapes from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

const params = z.object({ proposal_id: id });

/** Files of an edition; no path is ever made of what was asked for. */
export const editionFiles = ['pack.tgz', 'pack.tgz.sig', 'trust.yaml'] as const;

export const publicProposals = defineRoute({
  id: 'public.proposals',
  method: 'get',
  path: '/public-data/proposals',
  summary: {
    en: 'Standards out for comment, and those that were, newest first',
    zh: '公开征求意见的标准草案（含已结束的）',
  },
  query: paging.extend({ open: z.enum(['true', 'false']).default('false') }),
  answers: { 200: pageOf(shapes.publicProposal) },
});

export const publicProposalRead = defineRoute({
  id: 'public.proposal',
  method: 'get',
  path: '/public-data/proposals/{proposal_id}',
  summary: {
    en: 'A proposal as everybody may read it, once it was out for comment or published',
    zh: '查看公开的标准草案：文本、上一版本与步骤',
  },
  params,
  answers: {
    200: z.object({
      proposal: shapes.publicProposal,
      files: shapes.files,
      before: shapes.before,
      steps: z.array(shapes.publicStep),
    }),
  },
});

export const publicOpinions = defineRoute({
  id: 'public.opinions',
  method: 'get',
  path: '/public-data/proposals/{proposal_id}/opinions',
  summary: {
    en: 'Table of opinions: each that was answered, with the answer and its reason',
    zh: '意见汇总处理表：已处理的意见、处理结果与理由',
  },
  params,
  query: paging,
  answers: { 200: pageOf(shapes.opinion) },
});

export const publicOpine = defineRoute({
  id: 'public.opine',
  method: 'post',
  path: '/public/proposals/{proposal_id}/opinions',
  summary: {
    en: 'Say what one thinks of a draft that is out for comment, signed in or not',
    zh: '对征求意见的标准草案提出意见（可不登录）',
  },
  params,
  body: shapes.opinionBody,
  answers: {
    201: z.object({
      id,
      digest: z.string().meta({ description: 'what the log has of it: keep it' }),
    }),
  },
});

export const publicEditions = defineRoute({
  id: 'public.editions',
  method: 'get',
  path: '/public-data/editions',
  summary: {
    en: 'Published versions of standards, newest first, withdrawn ones among them',
    zh: '已发布的标准版本（含已废止的）',
  },
  query: paging.extend({ standard: z.string().max(200).optional() }),
  answers: { 200: pageOf(shapes.edition) },
});

export const publicEditionFile = defineRoute({
  id: 'public.edition_file',
  method: 'get',
  path: '/public-data/editions/{edition_id}/{file}',
  summary: {
    en: 'The signed pack, its signatures, or a trust.yaml that names its publisher’s key',
    zh: '下载标准打包文件、签名文件，或者载明发布者公钥的 trust.yaml',
  },
  params: z.object({ edition_id: id, file: z.enum(editionFiles) }),
  answers: { 200: 'bytes' },
});

const publisher = z
  .object({
    id,
    name: z.string(),
    party: z.string(),
    public_key: z.string().meta({ description: 'it signed its latest edition with' }),
    editions: z.int(),
    own: z.boolean().meta({ description: 'one’s own tenant, always trusted' }),
    decision: z
      .object({
        trusted: z.boolean(),
        public_key: z.string().nullable(),
        reason: z.string(),
        at: instant,
        by: id,
      })
      .nullable()
      .meta({ description: 'of one’s tenant; null where none was taken' }),
  })
  .openapi('Publisher');

export const publishersList = defineRoute({
  id: 'publishers.list',
  method: 'get',
  path: '/api/v1/publishers',
  summary: {
    en: 'Who publishes standards, and whom one’s tenant trusts',
    zh: '标准发布者与本机构的信任决定',
  },
  answers: { 200: z.object({ items: z.array(publisher) }) },
});

export const publishersDecide = defineRoute({
  id: 'publishers.decide',
  method: 'post',
  path: '/api/v1/publishers/{publisher_id}/decisions',
  summary: {
    en: 'Trust a publisher’s key, or end the trust: inspections then use its standards, or no more',
    zh: '信任发布者的密钥或者终止信任：检查随之采用或不再采用其标准',
  },
  params: z.object({ publisher_id: id }),
  body: z.strictObject({
    trusted: z.boolean(),
    public_key: z
      .string()
      .regex(/^[A-Za-z0-9+/]{59}=$/)
      .meta({ description: 'as it was read: another one is refused' }),
    reason: shapes.reason,
  }),
  answers: { 201: publisher },
});

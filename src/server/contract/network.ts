import { z } from '@hono/zod-openapi';
import { id, pageOf, paging } from './common.ts';
import {
  candidate,
  count,
  flowSide,
  growth,
  memberDetail,
  memberSummary,
  networkTree,
  profileName,
} from './network-shapes.ts';
import { defineRoute } from './route.ts';

const base = '/api/v1/inspections/{inspection_id}/network';
const inTree = z.object({ inspection_id: id, tree: z.enum(['sponsor', 'placement']) });
const memberId = z.string().min(1).max(200);
const inMember = inTree.extend({ member_id: memberId });

export const networkRead = defineRoute({
  id: 'network.read',
  method: 'get',
  path: base,
  summary: { en: 'The recruitment network of an inspection', zh: '检查所得推荐网络' },
  params: z.object({ inspection_id: id }),
  answers: {
    200: z.object({
      inspection_id: id,
      as_of: z.iso.date(),
      currency: z.string(),
      persons: z.int().nullable(),
      trees: z.array(networkTree),
    }),
  },
});

export const networkFile = defineRoute({
  id: 'network.file',
  method: 'get',
  path: `${base}/{tree}/files/{file_path}`,
  summary: {
    en: 'A file of the explorer, whole or in part (docs/reference/explorer.md)',
    zh: '网络浏览数据文件，可取其一段',
  },
  params: inTree.extend({ file_path: z.string().min(1).max(200) }),
  query: z.strictObject({
    sha256: z
      .string()
      .max(64)
      .optional()
      .meta({ description: 'its digest: then the answer may be kept for good' }),
  }),
  headers: z.object({
    range: z.string().max(200).optional(),
    'if-none-match': z.string().max(400).optional(),
    'if-range': z.string().max(200).optional(),
  }),
  answers: { 200: 'bytes', 206: 'bytes', 304: 'empty', 416: 'empty' },
});

export const networkSearch = defineRoute({
  id: 'network.search',
  method: 'get',
  path: `${base}/{tree}/search`,
  summary: {
    en: 'Members whose id, or person’s pseudonym, begins with a text',
    zh: '按会员标识或自然人假名前缀查找',
  },
  params: inTree,
  query: z.strictObject({
    text: z.string().min(1).max(200),
    by: z.enum(['id', 'person']).default('id'),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answers: {
    200: z.object({ items: z.array(memberSummary.extend({ key: z.string() })) }),
  },
});

export const networkMember = defineRoute({
  id: 'network.member',
  method: 'get',
  path: `${base}/{tree}/members/{member_id}`,
  summary: {
    en: 'A member: upline, people and levels under every way of counting, dates, money',
    zh: '查看会员：上级路径、各口径人数与层级、达标日期、金额',
  },
  params: inMember,
  answers: { 200: memberDetail },
});

export const networkRecruits = defineRoute({
  id: 'network.recruits',
  method: 'get',
  path: `${base}/{tree}/recruits`,
  summary: { en: 'Recruits of a member, or the roots', zh: '会员的直推，或者各网络顶点' },
  params: inTree,
  query: paging.extend({
    member_id: memberId.optional(),
    order: z.enum(['size', 'joined', 'money']).default('size'),
  }),
  answers: { 200: pageOf(memberSummary) },
});

export const networkCandidates = defineRoute({
  id: 'network.candidates',
  method: 'get',
  path: `${base}/{tree}/candidates`,
  summary: {
    en: 'Organiser candidates with brackets and the days they came to each line',
    zh: '组织者候选人：口径区间与达标日期',
  },
  params: inTree,
  query: paging.extend({
    people: z.coerce
      .number()
      .refine((value) => [15, 30, 60, 120].includes(value))
      .default(30),
    met: z.enum(['any', 'every', 'some']).default('any').meta({
      description: 'by any way of counting; by every one; by some only: those that flip',
    }),
  }),
  answers: { 200: pageOf(candidate).extend({ total: z.int() }) },
});

export const networkFlows = defineRoute({
  id: 'network.flows',
  method: 'get',
  path: `${base}/{tree}/members/{member_id}/flows`,
  summary: {
    en: 'Who was paid by whose orders: what a member earned, and what its acts paid others',
    zh: '佣金流向：该会员所得来自何人，其行为使何人获酬',
  },
  params: inMember,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  answers: {
    200: z.object({
      member_id: z.string(),
      currency: z.string(),
      earned: flowSide,
      caused: flowSide,
    }),
  },
});

export const networkGrowth = defineRoute({
  id: 'network.growth',
  method: 'get',
  path: `${base}/{tree}/growth`,
  summary: { en: 'How it grew month by month, beside chance', zh: '逐月增长，与随机情形对照' },
  params: inTree,
  answers: { 200: growth },
});

export const networkProfiles = defineRoute({
  id: 'network.profiles',
  method: 'get',
  path: `${base}/{tree}/profiles`,
  summary: {
    en: 'Two ways of counting compared: whom they count differently, by how much',
    zh: '两种计数口径对照：哪些会员的人数或层级不同',
  },
  params: inTree,
  query: paging.extend({ a: profileName, b: profileName }),
  answers: {
    200: pageOf(z.object({ member_id: z.string(), a: count, b: count })).extend({
      whole: z.object({ a: count, b: count }),
      differ: z.int(),
      lines: z.array(count.extend({ both: z.int(), only_a: z.int(), only_b: z.int() })),
    }),
  },
});

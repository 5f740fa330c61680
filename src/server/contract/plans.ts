import { z } from '@hono/zod-openapi';
import { limits } from '../../model/limits.ts';
import { id, instant, localised, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const planText = z
  .string()
  .max(limits.plan_bytes_max)
  // What the database can keep.
  .refine((text) => text.isWellFormed() && !text.includes('\0'))
  .meta({ description: 'YAML: docs/reference/plan-language.md' });
const assumptions = planText.nullable().default(null).meta({
  description: 'YAML: docs/how-to/simulate-a-plan.md; null for the usual ones',
});
const seconds = z
  .int()
  .min(1)
  .max(limits.plan_study_s_max)
  .default(60)
  .meta({ description: 'time for it; what a smaller search found by then is the result' });
const judged = {
  packs: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/))
    .min(1)
    .max(20)
    .default(['cn']),
  standards: z
    .array(id)
    .max(50)
    .optional()
    .meta({ description: 'editions of trusted publishers; all of them where left out' }),
  as_of: z.iso.date().optional().meta({ description: 'by the law of this day; today' }),
};
const bound = {
  members: z.int().min(1).max(5).default(3).meta({ description: 'of networks searched' }),
  events: z.int().min(1).max(6).default(4),
};
const played = {
  assumptions,
  runs: z.int().min(1).max(limits.simulation_runs_max).optional(),
  seed: z.int().min(0).max(0xffff_ffff).optional(),
  join_month: z.int().min(1).max(limits.simulation_months_max).optional().meta({
    description: 'of whoever wants to know what to expect',
  }),
};
const streamed = { 200: 'events' } as const;

export const plansLint = defineRoute({
  id: 'plans.lint',
  method: 'post',
  path: '/api/v1/plans/lint',
  summary: {
    en: 'Which provisions a plan meets, each with its smallest network; closing stops it',
    zh: '方案符合哪些条款所述情形，各附最小网络示例；断开连接即停止',
  },
  body: z.strictObject({ plan: planText, ...judged, ...bound, seconds }),
  answers: streamed,
});

export const plansSimulate = defineRoute({
  id: 'plans.simulate',
  method: 'post',
  path: '/api/v1/plans/simulate',
  summary: {
    en: 'Play a plan many times: levels, money, gains and losses, outlook; closing stops it',
    zh: '多次推演方案：层级、资金、盈亏与加入预期；断开连接即停止',
  },
  body: z.strictObject({ plan: planText, ...played, seconds }),
  answers: streamed,
});

export const plansMend = defineRoute({
  id: 'plans.mend',
  method: 'post',
  path: '/api/v1/plans/mend',
  summary: {
    en: 'The smallest changes after which a plan meets no provision; closing stops it',
    zh: '使方案不再符合所述情形的最小改动；断开连接即停止',
  },
  body: z.strictObject({
    plan: planText,
    ...judged,
    ...bound,
    seed: played.seed,
    indications: z.boolean().default(false).meta({ description: 'mended as well' }),
    seconds,
  }),
  answers: streamed,
});

export const plansCompare = defineRoute({
  id: 'plans.compare',
  method: 'post',
  path: '/api/v1/plans/compare',
  summary: {
    en: 'Two plans side by side: provisions met, and the same people under both',
    zh: '两个方案并列比较：所符合情形，以及同样人群下的推演',
  },
  body: z.strictObject({
    plans: z.array(planText).length(2),
    ...judged,
    ...bound,
    ...played,
    seconds,
  }),
  answers: streamed,
});

const savedPlan = z
  .object({
    id,
    title: z.string(),
    created_at: instant,
    created_by: id,
    shared: z.boolean().meta({ description: 'whether there is a link to it' }),
  })
  .openapi('SavedPlan');

const wholePlan = savedPlan
  .extend({ plan: z.string(), assumptions: z.string().nullable() })
  .openapi('WholePlan');

const link = z.string().meta({
  description: 'secret: whoever is signed in and has it may read the plan; told only once',
});

export const plansList = defineRoute({
  id: 'plans.list',
  method: 'get',
  path: '/api/v1/plans',
  summary: { en: 'Plans one’s tenant saved', zh: '本机构保存的方案' },
  query: paging,
  answers: { 200: pageOf(savedPlan) },
});

export const plansCreate = defineRoute({
  id: 'plans.create',
  method: 'post',
  path: '/api/v1/plans',
  summary: { en: 'Save a plan', zh: '保存方案' },
  body: z.strictObject({ title: name, plan: planText, assumptions }),
  answers: { 201: wholePlan },
});

const params = z.object({ plan_id: id });

export const plansRead = defineRoute({
  id: 'plans.read',
  method: 'get',
  path: '/api/v1/plans/{plan_id}',
  summary: { en: 'One saved plan', zh: '查看已存方案' },
  params,
  answers: { 200: wholePlan },
});

export const plansDelete = defineRoute({
  id: 'plans.delete',
  method: 'delete',
  path: '/api/v1/plans/{plan_id}',
  summary: { en: 'Remove a saved plan and its link', zh: '删除已存方案及其链接' },
  params,
  answers: { 204: 'empty' },
});

export const plansShare = defineRoute({
  id: 'plans.share',
  method: 'put',
  path: '/api/v1/plans/{plan_id}/link',
  summary: { en: 'A new link to a plan; the one before ends', zh: '生成分享链接，原链接失效' },
  params,
  answers: { 200: z.object({ link }) },
});

export const plansUnshare = defineRoute({
  id: 'plans.unshare',
  method: 'delete',
  path: '/api/v1/plans/{plan_id}/link',
  summary: { en: 'End the link to a plan', zh: '停用分享链接' },
  params,
  answers: { 204: 'empty' },
});

export const plansShared = defineRoute({
  id: 'plans.shared',
  method: 'get',
  path: '/api/v1/shared-plans/{link}',
  summary: { en: 'A plan by its link', zh: '凭链接查看方案' },
  params: z.object({ link: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  answers: {
    200: z.object({
      title: z.string(),
      plan: z.string(),
      assumptions: z.string().nullable(),
      tenant: z.string().meta({ description: 'who shares it' }),
      created_at: instant,
    }),
  },
});

export const plansKnown = defineRoute({
  id: 'plans.known',
  method: 'get',
  path: '/api/v1/known-plans',
  summary: {
    en: 'Plans of decided cases, and what was decided; examples to begin with',
    zh: '已决案件的方案及其结果，可作为起点的示例',
  },
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: localised,
          currency: z.string(),
          outcome: localised,
          sources: z.array(z.object({ what: z.string(), url: z.string().nullable() })),
          plan: z.string(),
        }),
      ),
    }),
  },
});

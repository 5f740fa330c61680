import { z } from '@hono/zod-openapi';
import { id, pageOf, paging } from './common.ts';
import * as shapes from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

const params = z.object({ proposal_id: id });
const expected = z
  .int()
  .min(1)
  .max(1e9)
  .meta({ description: 'number of the last step one has read' });
const revision = z.int().min(1).max(1e9);
const type = <const T extends string>(value: T) => z.literal(value);

export const proposalsList = defineRoute({
  id: 'proposals.list',
  method: 'get',
  path: '/api/v1/proposals',
  summary: { en: 'Proposals of one’s tenant, newest first', zh: '本机构的标准提案' },
  query: paging.extend({ status: shapes.status.optional() }),
  answers: { 200: pageOf(shapes.proposal) },
});

export const proposalsCreate = defineRoute({
  id: 'proposals.create',
  method: 'post',
  path: '/api/v1/drafts/{draft_id}/proposals',
  summary: {
    en: 'Propose a draft that is sound and passes its cases as a standard',
    zh: '将合格且通过用例的草案提为标准',
  },
  params: z.object({ draft_id: id }),
  body: z.strictObject({
    revision,
    reason: shapes.reason.meta({ description: 'what it is for; shown to the public' }),
  }),
  answers: { 201: shapes.proposal },
});

export const proposalsRead = defineRoute({
  id: 'proposals.read',
  method: 'get',
  path: '/api/v1/proposals/{proposal_id}',
  summary: {
    en: 'A proposal with its text, the version before, and every step',
    zh: '查看提案：文本、上一版本与全部步骤',
  },
  params,
  answers: {
    200: z.object({
      proposal: shapes.proposal,
      files: shapes.files,
      before: shapes.before,
      steps: z.array(shapes.proposalStep),
      steps_now: z
        .array(z.object({ type: z.string(), reason: z.enum(['needed', 'free']) }))
        .meta({ description: 'what the caller may do now' }),
      today: z.iso.date().meta({ description: 'in the tenant’s zone' }),
      authors: z.array(id).meta({ description: 'who wrote the draft: none of them reviews it' }),
    }),
  },
});

export const proposalsOpinions = defineRoute({
  id: 'proposals.opinions',
  method: 'get',
  path: '/api/v1/proposals/{proposal_id}/opinions',
  summary: {
    en: 'Opinions of a proposal, answered or not, oldest first',
    zh: '提案收到的意见及处理情况',
  },
  params,
  query: paging,
  answers: { 200: pageOf(shapes.opinion) },
});

const plain = [
  'submit',
  'approve',
  'send_back',
  'drop',
  'ask_withdrawal',
  'keep',
  'withdraw',
] as const;

export const proposalsStep = defineRoute({
  id: 'proposals.step',
  method: 'post',
  path: '/api/v1/proposals/{proposal_id}/steps',
  summary: {
    en: 'Take a step: out for comment, answer, revise, submit, approve, send back, withdraw',
    zh: '办理提案：征求意见、处理意见、修订、送审、批准、退回、废止等',
  },
  params,
  body: z.strictObject({
    expected,
    reason: shapes.reason.nullable().default(null),
    step: z.discriminatedUnion('type', [
      z.strictObject({ type: type('open'), until: z.iso.date() }),
      z.strictObject({
        type: type('answer'),
        opinion_id: id,
        outcome: shapes.outcome,
        shown: z.boolean().default(true),
      }),
      z.strictObject({ type: type('revise'), revision }),
      z.strictObject({ type: z.enum(plain) }),
    ]),
  }),
  answers: { 201: shapes.proposal },
});

export const proposalsPublish = defineRoute({
  id: 'proposals.publish',
  method: 'post',
  path: '/api/v1/proposals/{proposal_id}/edition',
  summary: {
    en: 'Sign what was approved with the tenant’s key, and publish it',
    zh: '用本机构密钥签名并发布已批准的标准',
  },
  params,
  body: z.strictObject({ expected }),
  answers: { 201: shapes.edition },
});

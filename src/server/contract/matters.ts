import { z } from '@hono/zod-openapi';
import { id, pageOf, paging } from './common.ts';
import * as shapes from './matters-shapes.ts';
import { problem } from './problem.ts';
import { defineRoute } from './route.ts';

const params = z.object({ matter_id: id });

/** What a list of matters can be asked for; also what a saved view holds. */
export const matterQuery = z.strictObject({
  queue: z
    .enum(['mine', 'unassigned', 'overdue', 'due_soon'])
    .optional()
    .meta({ description: 'due_soon: within three days' }),
  in_queue: shapes.word.optional().meta({ description: 'queue that matters were put into' }),
  kind: shapes.kind.optional(),
  status: shapes.word.optional(),
  tag: shapes.word.optional(),
  assignee: id.optional().meta({ description: 'who of one’s tenant handles it' }),
  q: shapes.word
    .optional()
    .meta({ description: 'words, Chinese or other; of the latest 200 matters that have them' }),
});

export const mattersList = defineRoute({
  id: 'matters.list',
  method: 'get',
  path: '/api/v1/matters',
  summary: {
    en: 'Matters, what is due first at the top, or the latest',
    zh: '事项列表（期限最近者在前，或最新者在前）',
  },
  query: z.strictObject({
    ...matterQuery.shape,
    ...paging.shape,
    sort: z.enum(['due', 'latest']).default('due'),
    cursor: z.string().optional(),
  }),
  answers: {
    200: pageOf(shapes.matterRow).extend({
      searched_latest: z.int().nullable().meta({
        description: 'so many of the latest with the words of `q` were looked at, and not all',
      }),
    }),
  },
});

export const mattersOpen = defineRoute({
  id: 'matters.open',
  method: 'post',
  path: '/api/v1/matters',
  summary: { en: 'Open a matter', zh: '新建事项' },
  headers: shapes.idempotency,
  body: z.strictObject({
    kind: shapes.kind,
    face: shapes.face
      .optional()
      .meta({ description: 'one’s own side; left out, the owner’s if it can be, or applicant' }),
    parties: z.array(shapes.side).max(99).default([]).meta({ description: 'the other sides' }),
    data: shapes.data,
    reason: shapes.reason.optional(),
    split_from: z
      .strictObject({ matter_id: id, expected: shapes.expected, reason: shapes.reason })
      .optional()
      .meta({ description: 'the matter part of which goes on here' }),
  }),
  answers: { 201: shapes.taken },
});

export const mattersRead = defineRoute({
  id: 'matters.read',
  method: 'get',
  path: '/api/v1/matters/{matter_id}',
  summary: {
    en: 'One matter: events, clocks, the steps one may take now',
    zh: '查看事项：经过、时限与现在可办的步骤',
  },
  params,
  answers: { 200: shapes.matter },
});

export const mattersEvents = defineRoute({
  id: 'matters.events',
  method: 'get',
  path: '/api/v1/matters/{matter_id}/events',
  summary: { en: 'Events of a matter from the first on', zh: '事项的全部经过' },
  params,
  query: paging,
  answers: { 200: pageOf(shapes.matterEvent) },
});

export const mattersStep = defineRoute({
  id: 'matters.step',
  method: 'post',
  path: '/api/v1/matters/{matter_id}/steps',
  summary: {
    en: 'Take a step, or propose, approve, turn down or take back one',
    zh: '办理步骤，或提请、批准、驳回、撤回步骤',
  },
  params,
  headers: z.object({
    ...shapes.idempotency.shape,
    'if-match': z
      .string()
      .regex(/^"\d{1,7}"$/)
      .optional()
      .meta({ description: 'the ETag of the matter as read; instead of `expected`' }),
  }),
  body: z.strictObject({
    type: shapes.word,
    reason: shapes.reason.optional(),
    data: shapes.data.default({}),
    expected: shapes.expected.optional(),
  }),
  answers: { 201: shapes.taken },
});

export const stepsBulk = defineRoute({
  id: 'matters.steps',
  method: 'post',
  path: '/api/v1/steps',
  summary: {
    en: 'The same step in many matters; each is answered by itself',
    zh: '批量办理同一步骤，逐件答复',
  },
  headers: shapes.idempotency,
  body: z.strictObject({
    type: shapes.word,
    reason: shapes.reason.optional(),
    data: shapes.data.default({}),
    matters: z
      .array(z.strictObject({ matter_id: id, expected: shapes.expected }))
      .min(1)
      .max(100),
  }),
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          matter_id: id,
          taken: shapes.taken.nullable(),
          problem: problem.nullable(),
        }),
      ),
    }),
  },
});

export const overdueRead = defineRoute({
  id: 'matters.overdue',
  method: 'get',
  path: '/api/v1/overdue',
  summary: { en: 'How much of one’s tenant is overdue, by whom', zh: '本机构超期与临期事项统计' },
  answers: {
    200: z.object({
      today: shapes.day,
      items: z.array(
        z.object({
          kind: shapes.kind,
          assignee: z.string().nullable(),
          overdue: z.int(),
          due_soon: z.int(),
          oldest_due_on: shapes.day,
        }),
      ),
    }),
  },
});

import { z } from '@hono/zod-openapi';
import { id, instant, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

export const job = z
  .object({
    id,
    kind: z.enum(['inspection']),
    /** What it works for: an inspection's id. */
    subject: id,
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
    created_at: instant,
    started_at: instant.nullable(),
    ended_at: instant.nullable(),
    code: z.string().nullable().meta({ description: 'why it failed; see docs/errors.md' }),
  })
  .openapi('Job');

const params = z.object({ job_id: id });

export const jobsList = defineRoute({
  id: 'jobs.list',
  method: 'get',
  path: '/api/v1/jobs',
  summary: { en: 'Jobs of one’s tenant', zh: '本机构的后台任务' },
  query: paging,
  answers: { 200: pageOf(job) },
});

export const jobsRead = defineRoute({
  id: 'jobs.read',
  method: 'get',
  path: '/api/v1/jobs/{job_id}',
  summary: { en: 'One job', zh: '查看任务' },
  params,
  answers: { 200: job },
});

export const jobsEvents = defineRoute({
  id: 'jobs.events',
  method: 'get',
  path: '/api/v1/jobs/{job_id}/events',
  summary: { en: 'Its progress as it comes, then its end', zh: '任务进度事件流' },
  params,
  headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
  answers: { 200: 'events' },
});

export const jobsCancel = defineRoute({
  id: 'jobs.cancel',
  method: 'post',
  path: '/api/v1/jobs/{job_id}/cancel',
  summary: { en: 'Stop a job', zh: '取消任务' },
  params,
  answers: { 200: job },
});

export const jobsRetry = defineRoute({
  id: 'jobs.retry',
  method: 'post',
  path: '/api/v1/jobs/{job_id}/retry',
  summary: { en: 'Try a job again', zh: '重试任务' },
  params,
  answers: { 200: job },
});

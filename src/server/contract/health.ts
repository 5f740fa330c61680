import { z } from '@hono/zod-openapi';
import { defineRoute } from './route.ts';

const state = z.object({ status: z.enum(['ok', 'unavailable']) });

/** The process answers. */
export const healthRead = defineRoute({
  id: 'health.read',
  method: 'get',
  path: '/healthz',
  summary: { en: 'Does the process answer?', zh: '进程是否应答' },
  answers: { 200: state },
});

/** The process can work: its database answers and it is not stopping. */
export const readinessRead = defineRoute({
  id: 'readiness.read',
  method: 'get',
  path: '/readyz',
  summary: { en: 'Can it take work?', zh: '能否承接请求' },
  answers: { 200: state, 503: state },
});

export const aboutRead = defineRoute({
  id: 'about.read',
  method: 'get',
  path: '/api/v1/about',
  summary: { en: 'What a sign-in page has to know', zh: '登录页所需信息' },
  answers: {
    200: z.object({
      version: z.string(),
      set_up: z.boolean().meta({ description: 'is there a first user' }),
      single_sign_on: z.boolean(),
      second_factor: z.enum(['required', 'offered']),
      jurisdictions: z.array(z.string()).meta({ description: 'there is law of' }),
      signed_in: z.boolean().meta({ description: 'does the request carry a session that holds' }),
    }),
  },
});

export const metricsRead = defineRoute({
  id: 'metrics.read',
  method: 'get',
  path: '/metrics',
  summary: {
    en: 'Figures for Prometheus; answered to the machine itself alone',
    zh: '供 Prometheus 采集的指标，仅对本机应答',
  },
  answers: { 200: 'bytes' },
});

export const contractRead = defineRoute({
  id: 'contract.read',
  method: 'get',
  path: '/api/v1/openapi.json',
  summary: { en: 'This contract, as OpenAPI 3.1', zh: '本接口约定（OpenAPI 3.1）' },
  answers: { 200: z.looseObject({ openapi: z.string() }) },
});

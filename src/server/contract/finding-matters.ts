import { z } from '@hono/zod-openapi';
import { id, name } from './common.ts';
import { defineRoute } from './route.ts';

export const findingsOpenMatter = defineRoute({
  id: 'findings.open_matter',
  method: 'post',
  path: '/api/v1/findings/matters',
  summary: {
    en: 'Open a case, measure, order or notice that carries findings',
    zh: '由发现立案、拟定处置、责令改正或函告',
  },
  body: z.strictObject({
    kind: z.enum(['case', 'measure', 'order', 'notice']).meta({
      description: 'a regulator’s case or order, a platform’s measure, an association’s notice',
    }),
    findings: z.array(id).min(1).max(100).meta({ description: 'of one inspection' }),
    title: name,
    facts: z.string().trim().min(1).max(10_000),
  }),
  answers: { 201: z.object({ matter_id: id, findings: z.array(z.string()) }) },
});

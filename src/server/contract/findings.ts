import { z } from '@hono/zod-openapi';
import { moments } from '../../model/moment.ts';
import { id, localised, pageOf, paging } from './common.ts';
import { ofStandard } from './proposals-shapes.ts';
import { defineRoute } from './route.ts';

const word = z.string().regex(/^[\w.-]{1,200}$/);

/** What narrows a list of findings. */
const filters = {
  inspection_id: id.optional(),
  platform_id: id.optional(),
  provision: word.optional(),
  stage: z.enum(moments).optional(),
  severity: z.enum(['high', 'medium', 'low']).optional(),
  verdict: z.enum(['breach', 'indication', 'reached']).optional(),
  subject_table: word.optional(),
  subject_id: z.string().min(1).max(200).optional(),
  operator_id: z.string().min(1).max(200).optional(),
  scheme_id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'root of the structure the subject stands in' }),
};

const brief = z
  .object({
    id: id.meta({ description: 'the inspection and the finding’s number in it' }),
    finding_id: z.string().meta({ description: 'SHA-256 of its statement' }),
    inspection_id: id,
    platform_id: id.meta({ description: 'whose inspection it was found by' }),
    number: z.int(),
    provision: z.string(),
    stage: z.string(),
    severity: z.string(),
    verdict: z
      .string()
      .meta({ description: 'breach, indication, or reached: a line, where no duty is broken' }),
    subject: z.object({ table: z.string(), id: z.string() }),
    act_on: z.string().nullable(),
    explanation: localised,
  })
  .openapi('FindingSeen');

const cite = z.looseObject({ law: localised, article: z.string() });

/** What to read beside a finding: the law’s own ways out, and how to put it right. */
const law = z
  .object({
    title: localised,
    cites: z.array(cite),
    law: localised,
    reading: localised,
    remedy: localised,
    exceptions: z.array(localised),
    false_positives: z.array(localised),
  })
  .openapi('FindingLaw');

export const findingsList = defineRoute({
  id: 'findings.list',
  method: 'get',
  path: '/api/v1/findings',
  summary: { en: 'Findings one’s tenant may see, newest first', zh: '本机构可见的发现' },
  query: paging.extend(filters),
  answers: { 200: pageOf(brief) },
});

const counted = z.object({ value: z.string(), count: z.int() });
const facet = z.object({
  values: z.array(counted).meta({ description: 'most first' }),
  different: z.int().meta({ description: 'how many values there are in all' }),
});

export const findingsFacets = defineRoute({
  id: 'findings.facets',
  method: 'get',
  path: '/api/v1/finding-facets',
  summary: {
    en: 'How many findings there are, by provision, operator, structure, stage and severity',
    zh: '发现的分组计数：条款、经营者、网络、环节、严重程度等',
  },
  query: z.strictObject({
    ...filters,
    top: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answers: {
    200: z.object({
      total: z.int(),
      provision: z.object({
        values: z.array(counted.extend({ title: localised.nullable() })),
        different: z.int(),
      }),
      operator: facet,
      scheme: facet,
      inspection: facet,
      subject_table: facet,
      stage: facet,
      severity: facet,
      verdict: facet,
    }),
  },
});

export const findingsRead = defineRoute({
  id: 'findings.read',
  method: 'get',
  path: '/api/v1/findings/{finding_id}',
  summary: {
    en: 'A finding with its evidence, the ways out the law has, and how to mend it',
    zh: '查看发现：证据、法定例外与改正办法',
  },
  params: z.object({
    finding_id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,130}$/)
      .meta({ description: 'its id, or its inspection and the SHA-256 of its statement: a_…' }),
  }),
  answers: {
    200: brief.extend({
      evidence: z.array(z.looseObject({})),
      parameters: z.looseObject({}),
      version_in_force: z.iso.date().meta({ description: 'first day of the version applied' }),
      source: z.looseObject({}).nullable(),
      law: law.nullable(),
      standard: ofStandard,
    }),
  },
});

const found = z.object({
  provision: z.string(),
  title: localised,
  findings: z.int(),
  standard: ofStandard,
});

export const inspectionsVerdicts = defineRoute({
  id: 'inspections.verdicts',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/verdicts',
  summary: {
    en: 'Verdicts of an inspection, and what could not be checked',
    zh: '检查的判断汇总与无法检查的条款',
  },
  params: z.object({ inspection_id: id }),
  answers: {
    200: z.object({
      inspection_id: id,
      as_of: z.iso.date(),
      breach: z.int(),
      no_breach: z.int(),
      cannot_tell: z.array(
        z.object({
          provision: z.string(),
          title: localised,
          needs: z.array(z.string()),
          standard: ofStandard,
        }),
      ),
      breaches: z.array(found),
      lines: z.array(found).meta({
        description: 'at which a criminal case may be opened, reached; they break no duty',
      }),
    }),
  },
});

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'a calendar month (UTC) that is over' });

const count = z.int().nullable().meta({ description: 'null where so few that it is not told' });

export const conformanceRead = defineRoute({
  id: 'conformance.read',
  method: 'get',
  path: '/api/v1/conformance/{month}',
  summary: {
    en: 'How many members had a breach, by provision, without small numbers',
    zh: '会员合规汇总：按条款统计，隐去小单元格',
  },
  params: z.object({ month }),
  answers: {
    200: z.object({
      month,
      members_inspected: count,
      provisions: z.array(z.object({ provision: z.string(), members: count })),
    }),
  },
});

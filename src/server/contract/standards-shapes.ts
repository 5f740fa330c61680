import { z } from '@hono/zod-openapi';
import { coverageStatuses } from '../../model/coverage.ts';
import { localised } from './common.ts';

const day = z.iso.date();
const inForce = z.object({ from: day, to: day.nullable() });
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const stage = z.enum(['pre', 'in', 'after']);
export const provisionStatus = z.enum(['experimental', 'tested', 'stable', 'superseded']);
export const provisionSeverity = z.enum(['high', 'medium', 'low']);

export const cite = z
  .object({
    law: localised,
    article: z.string(),
    rank: z.enum([
      'law',
      'administrative_regulation',
      'departmental_rule',
      'judicial_opinion',
      'standard',
    ]),
    url: z.string().nullable(),
    checked: z.string().meta({ description: 'the day the text was last read' }),
    confidence: z.enum(['verified', 'verified_secondary', 'memory']),
  })
  .openapi('Citation');

export const standard = z
  .object({
    id: z.string(),
    version: z.string(),
    digest: z.string(),
    publisher: z.string(),
    title: localised,
    jurisdiction: z.string(),
    time_zone: z.string(),
    provisions: z.int().meta({ description: 'ids; versions of one count once' }),
    versions: z.int(),
    articles: z.int(),
    deadlines: z.int(),
    by_stage: z.object({ pre: z.int(), in: z.int(), after: z.int() }),
    by_coverage: z.object(Object.fromEntries(coverageStatuses.map((status) => [status, z.int()]))),
  })
  .openapi('Standard');

export const article = z
  .object({
    law: localised,
    article: z.string(),
    title: localised,
    stage,
    status: z.enum(coverageStatuses),
    provisions: z.array(z.string()),
    reason: localised.nullable().meta({ description: 'why it is not tested, or not wholly' }),
  })
  .openapi('CoveredArticle');

const parameterValue = inForce.extend({
  value: z.union([z.string(), z.number()]),
  cite: z.string().meta({ description: '`ours`: not in the law' }),
});

export const provisionHead = z
  .object({
    standard: z.string(),
    id: z.string(),
    title: localised,
    status: provisionStatus,
    severity: provisionSeverity,
    in_force: inForce,
    stage,
    duty_bearer: z.array(z.string()),
    subject: z.string(),
    finds: z.enum(['breach', 'indication', 'fact']),
    cites: z.array(cite),
  })
  .openapi('ProvisionHead');

const testCase = z
  .object({
    name: z.string(),
    as_of: day,
    tables: z.record(z.string(), z.array(z.record(z.string(), value))),
    present: z.array(z.string()),
    absent: z.array(z.string()),
    expect: z.object({
      breach: z.array(
        z.object({
          subject: z.string(),
          act_on: z.string().nullable().optional(),
          evidence: z.record(z.string(), value),
        }),
      ),
      cannot_tell: z.array(z.object({ subject: z.string(), needs: z.string().nullable() })),
      ok: z.array(z.string()),
    }),
  })
  .openapi('ProvisionCase');

export const provisionVersion = provisionHead
  .extend({
    file: z.string(),
    sha256: z.string(),
    jurisdiction: z.string(),
    check: z.enum(['row', 'set']),
    reads: z.array(
      z.object({
        table: z.string(),
        required: z.array(z.string()),
        optional: z.array(z.string()),
      }),
    ),
    parameters: z.array(
      z.object({ name: z.string(), unit: z.string(), values: z.array(parameterValue) }),
    ),
    exceptions: z.array(localised),
    false_positives: z.array(localised),
    remedy: localised,
    fine: z
      .object({
        currency: z.string(),
        values: z.array(
          inForce.extend({ min: z.number(), max: z.number().nullable(), cite: z.string() }),
        ),
      })
      .nullable(),
    related: z.array(z.string()),
    law: localised,
    reading: localised,
    test: z.string().meta({ description: 'SQL: docs/reference/provision-format.md' }),
    cannot_tell: z.string().nullable(),
    explain: localised,
    cases: z.array(testCase),
  })
  .openapi('ProvisionVersion');

/** In what versions of a provision can differ, but for the days they are in force. */
export const comparedFields = [
  'title',
  'status',
  'severity',
  'cites',
  'jurisdiction',
  'duty_bearer',
  'stage',
  'law',
  'reading',
  'subject',
  'check',
  'finds',
  'reads',
  'parameters',
  'test',
  'cannot_tell',
  'explain',
  'exceptions',
  'false_positives',
  'remedy',
  'fine',
  'related',
] as const;

export const provisionView = z
  .object({
    standard: z.string(),
    digest: z.string(),
    id: z.string(),
    versions: z.array(provisionVersion),
    differs: z
      .array(z.enum(comparedFields))
      .meta({ description: 'fields in which versions are not alike' }),
    parameters: z
      .array(
        z.object({
          name: z.string(),
          unit: z.string(),
          values: z.array(parameterValue.extend({ version_in_force: day })),
        }),
      )
      .meta({ description: 'every value over all versions, in order of time' }),
    articles: z.array(article),
  })
  .openapi('ProvisionView');

const term = z.object({
  value: z.int(),
  unit: z.enum(['working_day', 'calendar_day', 'month', 'year']),
});

export const deadline = z
  .object({
    id: z.string(),
    title: localised,
    kind: z.enum(['act_by', 'keep_until', 'notice_before']),
    stage,
    duty_bearer: z.array(z.string()),
    event: z.string().nullable(),
    act: z.string().nullable(),
    clauses: z.array(
      inForce.extend({
        cite,
        term,
        last_day: z.enum(['stays', 'after_holiday', 'next_working_day']),
        excluded: localised.nullable(),
        extension: z.object({ term, condition: localised }).nullable(),
      }),
    ),
  })
  .openapi('Deadline');

export const calendarYear = z
  .object({
    year: z.int(),
    sources: z.array(
      z.object({ url: z.string().nullable(), checked: z.string(), confidence: z.string() }),
    ),
    days_off: z.array(z.object({ name: localised, from: day, to: day })),
    work_days: z.array(day),
  })
  .openapi('CalendarYear');

export const termListHead = z
  .object({
    id: z.string(),
    title: localised,
    cite: z.string(),
    category: z.string(),
    role: z.enum(['claim', 'correction']),
    entries: z.int(),
    exceptions: z.array(z.object({ id: z.string(), title: localised, cite: z.string() })),
  })
  .openapi('TermListHead');

import { z } from '@hono/zod-openapi';
import { withdrawals } from '../../disclosure/publication/withdraw.ts';
import type { Withdrawal } from '../../disclosure/publication/withdraw.ts';
import { publicationKinds } from '../../model/publication.ts';
import { id, name } from './common.ts';
import { defineRoute } from './route.ts';

const day = z.iso.date();
const text = z.string().trim().min(1).max(20_000);
const line = z.string().trim().min(1).max(500);

/** What may be asked is bounded; masked texts can be a little longer. */
const reasonsOf = (line: z.ZodString, text: z.ZodString) =>
  z.strictObject({
    decided_on: day.nullable(),
    told_on: day.nullable(),
    effective_on: day.nullable(),
    measure: text.nullable(),
    scope: text.nullable(),
    territory: line.nullable(),
    ends_on: day.nullable(),
    open_ended: z.boolean().nullable(),
    facts: text.nullable(),
    source: z.enum(['notice', 'authority', 'own_initiative']).nullable(),
    grounds: z
      .array(
        z.strictObject({
          kind: z.enum(['law', 'rule']),
          title: line,
          article: line,
          version: line.nullable(),
          why: text,
        }),
      )
      .max(50),
    found_by_machine: z.boolean().nullable(),
    decided_by_machine: z.boolean().nullable(),
    person_on_request: z.boolean().nullable(),
    redress: z
      .array(
        z.strictObject({
          kind: z.enum(['platform', 'out_of_court', 'authority', 'court']),
          how: text,
        }),
      )
      .max(20),
  });

const wellFormed = (text: string): boolean => text.isWellFormed();
const listId = z.string().min(1).max(256).refine(wellFormed);
const beacon = z.string().max(2_000).refine(wellFormed).nullable();
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const draw = z
  .strictObject({
    committed: z.strictObject({
      draw_id: listId,
      subjects_digest: hex,
      inspectors_digest: hex,
      drawn: z.int(),
      inspectors_each: z.int(),
      commitments: z.array(z.strictObject({ party: listId, commitment: hex })).max(100),
      beacon,
    }),
    published: z.strictObject({
      lists: z.strictObject({
        draw_id: listId,
        subjects: z.array(z.strictObject({ id: listId, weight: z.int() })),
        inspectors: z.array(z.strictObject({ id: listId, avoids: z.array(listId) })),
        drawn: z.int(),
        inspectors_each: z.int(),
      }),
      seeds: z.array(z.strictObject({ party: listId, seed: hex })).max(100),
      beacon_value: beacon,
      result: z.array(z.strictObject({ subject: listId, inspectors: z.array(listId) })),
    }),
  })
  .openapi('PublicDraw');

const withdrawal = z.enum(
  Object.keys(withdrawals).filter((why): why is Withdrawal => Object.hasOwn(withdrawals, why)),
);

const fieldsOf = (title: z.ZodString, line: z.ZodString, text: z.ZodString) => ({
  kind: z.enum(publicationKinds),
  number: line.nullable(),
  title,
  subject: z
    .strictObject({
      name: title,
      credit_code: z.string().max(18).nullable(),
      is_person: z.boolean(),
    })
    .nullable(),
  region: line.nullable(),
  category: line,
  facts: text,
  outcome: text,
  basis: z.array(line).max(50),
  amount_minor: z.int().nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  decided_on: day,
  reasons: reasonsOf(line, text).nullable(),
  draw: draw.nullable(),
});

const shown = z.string();

export const publicRecord = z
  .object({
    ...fieldsOf(shown, shown, shown),
    id,
    version: z.int(),
    publisher: z.string(),
    published_on: day,
    shown_until: day.nullable(),
    corrects: z.string().nullable(),
    correction: z.string().nullable(),
  })
  .openapi('PublicRecord');

export const tombstone = z
  .object({
    id,
    version: z.int(),
    kind: z.enum(publicationKinds),
    withdrawn_on: day,
    why: withdrawal,
    digest: z.string(),
  })
  .openapi('Tombstone');

const removed = z.object({
  name: z.int(),
  address: z.int(),
  mail: z.int(),
  number: z.int(),
});

export const publicationsCreate = defineRoute({
  id: 'publications.create',
  method: 'post',
  path: '/api/v1/publications',
  summary: {
    en: 'Publish what a matter came to, persons masked; or correct what was published of it',
    zh: '公示事项结果（自动隐去个人信息），或者更正已公示的内容',
  },
  body: z.strictObject({
    ...fieldsOf(name, line, text),
    matter_id: id,
    persons: z.array(name).max(100).default([]),
    minor: z.boolean().default(false),
    ends_on: day.nullable().default(null),
    laws: z
      .array(z.enum(['cn', 'eu']))
      .min(1)
      .max(2)
      .default(['cn']),
    correction: line.nullable().default(null),
  }),
  answers: { 201: z.object({ record: publicRecord, digest: z.string(), removed }) },
});

/** What everybody who looks a firm up is told of its integrity class. */
const shownIntegrity = z
  .object({
    shown: z.boolean().meta({ description: 'whether the firm agreed' }),
    class: z.enum(['A', 'B', 'C', 'D']).nullable().meta({
      description: 'the lowest of its accounts’; null: cannot tell, and then none is shown',
    }),
    credit_code: z.string().nullable().meta({
      description: 'firms without one are found by nobody',
    }),
  })
  .openapi('ShownIntegrity');

export const integrityShown = defineRoute({
  id: 'integrity.shown',
  method: 'get',
  path: '/api/v1/integrity/shown',
  summary: {
    en: 'Whether everybody who looks one’s firm up sees its integrity class, and which',
    zh: '公众查询本企业时能否看到诚信等级，以及是哪一级',
  },
  answers: { 200: shownIntegrity },
});

export const integrityShow = defineRoute({
  id: 'integrity.show',
  method: 'put',
  path: '/api/v1/integrity/shown',
  summary: {
    en: 'Let everybody who looks one’s firm up see its integrity class, or no longer',
    zh: '同意（或者不再同意）向公众显示本企业的诚信等级',
  },
  body: z.strictObject({ shown: z.boolean() }),
  answers: { 200: shownIntegrity },
});

export const publicationsWithdraw = defineRoute({
  id: 'publications.withdraw',
  method: 'post',
  path: '/api/v1/publications/{publication_id}/withdrawal',
  summary: { en: 'Withdraw a publication: a tombstone stays', zh: '撤回公示，保留撤回记录' },
  params: z.object({ publication_id: id }),
  body: z.strictObject({ why: withdrawal.exclude(['corrected']) }),
  answers: { 200: tombstone },
});

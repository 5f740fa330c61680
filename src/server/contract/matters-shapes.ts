import { z } from '@hono/zod-openapi';
import { parties } from '../../model/actor.ts';
import { faces, matterKinds } from '../../model/matter.ts';
import { id, instant } from './common.ts';

/** Shapes of matters that several routes share. */
export const kind = z.enum(matterKinds);
export const face = z.enum(faces);
export const day = z.iso.date();

/** A word people look for or sort by: one line, no control characters. */
export const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const localised = z.object({ zh: z.string(), en: z.string() });

const depth_max = 8;

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth > depth_max) return false;
  return Object.entries(value).every(
    ([name, one]) => name.isWellFormed() && isPlain(one, depth + 1),
  );
}

/** What a step says; which fields it has stands in docs/reference/casework.md. */
export const data = z
  .record(z.string().max(200), z.unknown())
  .refine((value) => isPlain(value, 0))
  .openapi({ type: 'object', additionalProperties: true })
  .meta({ description: 'data of the step, see docs/reference/casework.md' });

export const reason = z
  .string()
  .max(20_000)
  .refine((text) => text.isWellFormed());

export const expected = z
  .int()
  .min(0)
  .max(1_000_000)
  .meta({ description: 'number of the last event that was read' });

export const idempotency = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[!-~]{1,200}$/)
    .optional()
    .meta({ description: 'the same key and request take hold once' }),
});

/** A side of a matter; which party a tenant is, the server knows. */
export const side = z.strictObject({
  face,
  tenant_id: id,
  user_id: id.optional().meta({ description: 'one person; of consumers always' }),
});

export const matterRow = z
  .object({
    id,
    kind,
    kind_title: localised,
    owner_tenant_id: id,
    faces: z.array(face).meta({ description: 'the sides one stands on' }),
    status: z.string().nullable().meta({ description: 'as far as one’s side is told' }),
    status_title: localised.nullable(),
    title: z.string().nullable().meta({ description: 'null where one’s side is not told it' }),
    opened_on: day,
    last_at: instant,
    number: z.int(),
    due_on: day.nullable().meta({ description: 'nearest last day of what one’s side is shown' }),
    due: z
      .enum(['overdue', 'due_soon', 'later', 'cannot_tell'])
      .nullable()
      .meta({ description: 'null: nothing is due; cannot_tell: only by days nobody can tell' }),
    due_clock: z.string().nullable().meta({ description: 'the clock that is due next' }),
    due_title: localised.nullable(),
    due_unknown: z.boolean().meta({ description: 'something is due by a day nobody can tell' }),
    assignee: z.string().nullable(),
    queue: z.string().nullable(),
    tags: z.array(z.string()),
  })
  .openapi('MatterRow');

const shownActor = z.object({
  kind: z.enum(['person', 'system']),
  party: z.enum(parties),
  tenant_id: z.string(),
  user_id: z.string().nullable(),
});

export const matterEvent = z
  .object({
    number: z.int(),
    type: z.string(),
    title: localised,
    at: instant,
    on: day,
    actor: shownActor.nullable(),
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    proposal: z.int().nullable(),
  })
  .openapi('MatterEvent');

export const clock = z
  .object({
    clock: z.string(),
    title: localised,
    deadline_id: z.string().nullable(),
    kind: z.string(),
    item: z.string().nullable(),
    from_on: day,
    due_on: day.nullable(),
    done_on: day.nullable(),
    state: z.string(),
    overdue: z.boolean(),
    unknown: z.record(z.string(), z.unknown()).nullable(),
    clause: z
      .object({
        law: localised,
        article: z.string(),
        url: z.string().nullable(),
        confidence: z.string(),
        term: z.record(z.string(), z.unknown()),
      })
      .nullable()
      .meta({ description: 'the text in force on the day of the event' }),
    extension: z.enum(['none', 'granted', 'too_late']),
    left_out_days: z.int(),
  })
  .openapi('Clock');

export const stepNow = z
  .object({
    step: z.string(),
    title: localised,
    reason: z.enum(['needed', 'may']),
    how: z.enum(['take', 'propose']),
    data: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of its data' }),
  })
  .openapi('StepNow');

const proposalNow = z.object({
  number: z.int(),
  step: z.string(),
  title: localised,
  may: z.array(z.enum(['approve', 'reject', 'retract'])),
});

export const matter = z
  .object({
    ...matterRow.shape,
    parties: z.array(
      z.object({
        face,
        party: z.enum(parties),
        tenant_id: z.string(),
        name: z.string().meta({ description: 'of the tenant; no secret' }),
        user_id: z.string().nullable(),
      }),
    ),
    links: z.array(z.object({ matter_id: z.string(), how: z.string() })),
    events: z.array(matterEvent).meta({ description: 'the latest 100, oldest first' }),
    currency: z
      .string()
      .nullable()
      .meta({ description: 'of amounts that say none: of the law it goes by; null: not known' }),
    clocks: z.array(clock),
    late_fine: z
      .object({
        fine_minor: z.int(),
        due_on: z.iso.date(),
        paid_on: z.iso.date().nullable(),
        days: z.int().meta({ description: 'without reconsideration and lawsuit' }),
        surcharge_minor: z.int().meta({ description: '3 % a day, at most the fine' }),
      })
      .nullable()
      .meta({ description: 'a fine paid late, or not yet; null where there is none' }),
    steps: z.array(stepNow).meta({ description: 'steps one may take now' }),
    proposals: z.array(proposalNow).meta({ description: 'steps that wait for a second person' }),
  })
  .openapi('Matter');

/** What a step came to. */
export const taken = z
  .object({ matter_id: id, number: z.int(), type: z.string(), status: z.string().nullable() })
  .openapi('StepTaken');

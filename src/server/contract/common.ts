import { z } from '@hono/zod-openapi';

/** Ids of objects: UUIDs, and a few words (`public`). What cannot be one is not found. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ description: 'id of an object' });

/** A moment, UTC. */
export const instant = z.iso.datetime({ precision: 3 });

/** A name people read: one line, no control characters, no white space around. */
export const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u);

/** One text in both languages. */
export const localised = z.object({ en: z.string(), zh: z.string() });

const page_size_max = 200;

/** Which part of a list is asked for. */
export const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(page_size_max).default(50),
  cursor: z
    .string()
    .max(200)
    .regex(/^[\w-]*$/)
    .optional()
    .meta({ description: '`next` of the page before' }),
});

/** A page of a list; `next` is null on the last one. */
export function pageOf<T extends z.ZodType>(
  items: T,
): z.ZodObject<{
  items: z.ZodArray<T>;
  next: z.ZodNullable<z.ZodString>;
}> {
  return z.object({ items: z.array(items), next: z.string().nullable() });
}

/** Whose law a tenant's matters go by. */
export const jurisdiction = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/)
  .default('cn')
  .meta({ description: 'name of a pack of law: deadlines of matters come from it' });

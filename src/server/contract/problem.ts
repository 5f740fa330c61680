import { z } from '@hono/zod-openapi';

/** Every answer that is no success (RFC 9457), made from an `Issue`. */
export const problem = z
  .object({
    type: z.string().meta({ description: '`urn:polyprism:issue:` and the code' }),
    title: z.string().meta({ description: 'the HTTP status in words' }),
    status: z.int().min(400).max(599),
    code: z.string().meta({ description: 'see docs/errors.md' }),
    detail: z.string().meta({ description: 'what happened and what to do, in one language' }),
    en: z.string(),
    zh: z.string(),
    request_id: z.string(),
    place: z
      .object({ line: z.int(), column: z.int().nullable() })
      .optional()
      .meta({ description: 'where in a text that was sent it is wrong, from 1' }),
    errors: z
      .array(z.object({ at: z.string(), en: z.string(), zh: z.string() }))
      .optional()
      .meta({ description: 'each place of the request that is not as the contract says' }),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problem>;

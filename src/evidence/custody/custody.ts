import { z } from 'zod';

const text = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who acted: the number of the certificate of an officer, where there is one. */
const person = z.strictObject({ name: text, number: text.nullable() });

/** From a capture to evidence that may be used: in this order, none left out. */
export const review_states = ['technical_ok', 'legal_ok', 'content_ok', 'usable'] as const;
export type ReviewState = (typeof review_states)[number];
export type CustodyState = 'captured' | ReviewState;

/** What must be known of one piece of evidence, from its capture to its last reading. */
const item = z.strictObject({
  id: text,
  /** The power by which it was obtained; without one it is excluded (Penalty Law, art. 46). */
  lawful_basis: text,
  source: z.strictObject({
    kind: z.enum(['url', 'account', 'app', 'device', 'database', 'file', 'paper']),
    value: text,
    /** Of an app or a device. */
    version: text.nullable(),
  }),
  method: text,
  tool: z.strictObject({ name: text, version: text }),
  /** Enforcement takes two officers. */
  enforcement: z.boolean(),
  collectors: z.array(person).min(1),
  started_at: instant,
  ended_at: instant,
  time_source: text,
  network: text,
  ip: text.nullable(),
  environment_check: text,
  sha256,
  /** Where Chinese public bodies ask for it. */
  sm3: sha256.nullable(),
  bytes: z.int().min(0),
  media_type: text,
  storage_medium: text,
  /** SHA-256 of the canonical JSON of the item before; null of the first. */
  previous_sha256: sha256.nullable(),
  /** Signature or seal on it; null where there is none. */
  seal: text.nullable(),
  /** The party's, or why there is none. */
  confirmation: z.union([
    z.strictObject({ by: text, at: instant }),
    z.strictObject({ absent_because: text }),
  ]),
  witness: text.nullable(),
  copies: z.array(z.strictObject({ at: instant, by: text, how: text })),
  accesses: z.array(z.strictObject({ at: instant, by: text, purpose: text })),
  reviews: z.array(z.strictObject({ state: z.enum(review_states), by: text, at: instant })),
});

export const custodySchema = z.strictObject({
  schema: z.literal('polyprism.custody/1'),
  case: text,
  items: z.array(item).min(1),
});

export type Custody = z.infer<typeof custodySchema>;
export type CustodyItem = z.infer<typeof item>;

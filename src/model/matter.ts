import type { Actor, Party } from './actor.ts';
import type { JsonObject } from './json.ts';

/** What a piece of casework can be. 事项 */
export const matterKinds = [
  'complaint',
  'report',
  'case',
  'measure',
  'order',
  'notice',
  'recall',
  'referral',
  'draw',
  'unlock',
  'appeal',
] as const;
export type MatterKind = (typeof matterKinds)[number];

/** The side a party stands on in one matter. 身份 */
export const faces = ['owner', 'applicant', 'subject', 'helper'] as const;
export type Face = (typeof faces)[number];

/** Who else sees a matter, and from which side; `user_id` null stands for the whole tenant. */
export interface MatterParty {
  readonly face: Face;
  readonly party: Party;
  readonly tenant_id: string;
  readonly user_id: string | null;
}

/** A step somebody wants to take, before it is known whether it may be. */
export interface ProposedStep {
  readonly matter_id: string;
  /** The step's name in the rules of the kind, or `propose`, `approve`, `reject`, `retract`. */
  readonly type: string;
  /** UTC instant, ISO 8601 with milliseconds. */
  readonly at: string;
  /** The legal day of `at` in the owner's zone. */
  readonly on: string;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly data: JsonObject;
}

/** One step of a matter: appended, never changed or removed. 事件 */
export interface MatterEvent extends ProposedStep {
  /** From 1 within the matter, without holes. */
  readonly number: number;
  /** Of a step two people took: the number of the event that proposed it; null for others. */
  readonly proposal: number | null;
}

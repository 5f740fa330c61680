import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Actor } from '../model/actor.ts';
import type { MatterKind, MatterParty } from '../model/matter.ts';

/** A day that a step put down. */
export interface Mark {
  readonly name: string;
  readonly item: string | null;
  readonly on: string;
  /** The event that put it down. */
  readonly number: number;
  /** The last day the step itself set, where it did. */
  readonly due_on: string | null;
}

/** A stretch of time left out of terms; `to` is null while it runs. */
export interface Span {
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Extension {
  readonly clock: string;
  readonly item: string | null;
  /** The day it was granted. */
  readonly on: string;
  /** The last day it sets; null where the law says how much is added. */
  readonly until: string | null;
  /** The event that granted it. */
  readonly number: number;
}

/** A heavy step that waits for a second person. 待批 */
export interface Proposal {
  readonly number: number;
  readonly step: string;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly data: JsonObject;
}

export interface MatterLink {
  readonly matter_id: string;
  readonly how: string;
}

export interface LastEvent {
  readonly number: number;
  readonly at: string;
}

/** What the events of a matter come to: nothing here is stored as truth. */
export interface MatterState {
  readonly matter_id: string;
  readonly kind: MatterKind;
  /** Of the last event. */
  readonly number: number;
  readonly status: string;
  readonly title: string;
  readonly opened_on: string;
  readonly last_at: string;
  readonly last_on: string;
  readonly owner_tenant_id: string;
  readonly parties: readonly MatterParty[];
  readonly marks: readonly Mark[];
  readonly spans: readonly Span[];
  readonly extensions: readonly Extension[];
  /** Step → ids of the users who took it, who proposed it among them; in order. */
  readonly takers: Readonly<Record<string, readonly string[]>>;
  /** Type of event → the last one of it. */
  readonly last: Readonly<Record<string, LastEvent>>;
  readonly kept: Readonly<Record<string, JsonValue>>;
  readonly proposals: readonly Proposal[];
  readonly assignee: string | null;
  readonly queue: string | null;
  readonly tags: readonly string[];
  readonly links: readonly MatterLink[];
}

/** What a measure rests on: the law, or a rule of the platform in the version then in force. */
export interface Ground {
  readonly kind: 'law' | 'rule';
  readonly title: string;
  readonly article: string;
  /** Of a rule: its version or the day it took effect. */
  readonly version: string | null;
  /** Why what was done falls under it. */
  readonly why: string;
}

/** A way to have a measure looked at again. 救济途径 */
export interface Redress {
  readonly kind: 'platform' | 'out_of_court' | 'authority' | 'court';
  /** How and where, as the person concerned can follow it. */
  readonly how: string;
}

/**
 * Why a platform took a measure: what it tells the one concerned and what it publishes. A field
 * is null where nobody said anything; `missingReasons` says which of them the law wants.
 * 理由说明
 */
export interface StatementOfReasons {
  readonly decided_on: string | null;
  readonly told_on: string | null;
  readonly effective_on: string | null;
  /** What was done, and to what: the shop, live room, listing or account. */
  readonly measure: string | null;
  readonly scope: string | null;
  /** Where it holds; the Digital Services Act asks for it. */
  readonly territory: string | null;
  /** The last day; null with `open_ended` where it holds until it is lifted. */
  readonly ends_on: string | null;
  readonly open_ended: boolean | null;
  readonly facts: string | null;
  /** What made the platform look. */
  readonly source: 'notice' | 'authority' | 'own_initiative' | null;
  readonly grounds: readonly Ground[];
  readonly found_by_machine: boolean | null;
  readonly decided_by_machine: boolean | null;
  /** Whoever asks for a person gets one; asked where a machine decided. */
  readonly person_on_request: boolean | null;
  readonly redress: readonly Redress[];
}

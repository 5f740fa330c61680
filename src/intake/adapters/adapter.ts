import type { Mapping } from '../mapping.ts';
import type { PlanSource } from '../map/plan-source.ts';

/**
 * What is known of one edition of a mall software: how to recognise it, how its tables become
 * canonical tables, and where it keeps its commission plan. Table names carry no prefix, since
 * operators change it; `applyPrefix` gives them theirs.
 */
export interface Adapter {
  readonly schema: 'polyprism.adapter/1';
  readonly software: {
    /** Shown to people, edition included. */
    readonly name: string;
    /** Editions of one software share it. */
    readonly family: string;
    readonly edition: string;
  };
  readonly fingerprint: Fingerprint;
  readonly mapping: Mapping;
  readonly plan?: PlanSource;
}

export interface Fingerprint {
  /** Tables an installation declares, without prefix: compared as a set. */
  readonly tables: readonly string[];
  /** What tells editions of one family apart. */
  readonly columns: readonly FingerprintColumn[];
}

export interface FingerprintColumn {
  readonly table: string;
  readonly column: string;
  /** Whether this edition has it. */
  readonly present: boolean;
}

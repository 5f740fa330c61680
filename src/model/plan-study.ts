import type { Assumptions } from './assumptions.ts';
import type { DrawnNetwork } from './drawn-network.ts';
import type { Localised } from './localised.ts';
import type { PlanEvent } from './plan-event.ts';
import type { Citation } from './provision.ts';
import type { Simulation } from './simulation.ts';
import type { UsedEdition } from './used-edition.ts';

/** What a provision found in a plan rests on. */
interface ShownFinding {
  readonly explanation: Localised;
  readonly evidence: readonly Readonly<Record<string, unknown>>[];
}

/** What one provision says of a plan. */
export interface ShownTest {
  readonly provision: string;
  readonly title: Localised;
  readonly severity: string;
  readonly cites: readonly Citation[];
  readonly verdict: 'met' | 'not_met' | 'cannot_tell';
  readonly finds: 'breach' | 'reached' | 'indication' | null;
  /** What the plan's words alone bring about; null for nothing. */
  readonly on_paper: ShownFinding | null;
  /** The smallest network that brings it about. */
  readonly example:
    | (ShownFinding & {
        readonly members: number;
        /** The shape of a network that was grown; null for one of all small ones. */
        readonly shape: 'star' | 'two_tiers' | 'chain' | null;
        readonly events: readonly PlanEvent[];
        readonly drawn: DrawnNetwork;
      })
    | null;
  readonly needs: readonly string[];
  /** The published standard it is of; null for law. */
  readonly standard: UsedEdition | null;
}

export interface ShownLint {
  readonly searched: {
    readonly members: number;
    readonly events: number;
    readonly networks: number;
    readonly grown_members: number;
  };
  readonly tests: readonly ShownTest[];
}

/** By what law, on which day. */
export interface JudgedBy {
  readonly as_of: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}

export interface LintStudy extends JudgedBy, ShownLint {
  readonly plan: string;
}

/** A table of a simulation; the first column names the row. */
export interface SimulationTable {
  readonly name: string;
  readonly title: Localised;
  readonly note: Localised;
  readonly heads: readonly Localised[];
  readonly rows: readonly (readonly Localised[])[];
}

/** A simulation in words: what is assumed, what to expect, and its figures as tables. */
export interface ShownSimulation {
  readonly assumptions: readonly Localised[];
  readonly assumptions_note: Localised;
  readonly outlook: {
    readonly title: Localised;
    readonly basis: Localised;
    readonly parts: readonly {
      readonly heading: Localised;
      readonly lines: readonly Localised[];
    }[];
  };
  readonly tables: readonly SimulationTable[];
  readonly close: Localised;
}

export interface SimulationStudy {
  readonly plan: string;
  readonly simulation: Simulation;
  readonly shown: ShownSimulation;
}

/** One change a plan can be mended by. */
export interface ShownEdit {
  readonly edit: string;
  readonly says: Localised;
}

export interface MendStudy extends JudgedBy {
  readonly plan: string;
  readonly before: ShownLint;
  /** What clears each provision by itself; `text`: the plan so changed. */
  readonly mendings: readonly {
    readonly provision: string;
    readonly title: Localised;
    readonly edits: readonly ShownEdit[] | null;
    readonly text: string | null;
  }[];
  /** What clears all that can be cleared. */
  readonly mended: {
    readonly edits: readonly (ShownEdit & { readonly clears: readonly string[] })[];
    readonly text: string;
    readonly after: ShownLint;
  } | null;
  readonly effect: {
    readonly assumptions: Assumptions;
    readonly before: Simulation;
    readonly after: Simulation;
  } | null;
}

export interface CompareStudy extends JudgedBy {
  readonly sides: readonly {
    readonly plan: string;
    readonly title: Localised;
    readonly lint: ShownLint;
    readonly simulation: Simulation;
    readonly shown: ShownSimulation;
  }[];
  /** Provisions of which the two do not say the same. */
  readonly differs: readonly string[];
}

import type { Localised } from '../../model/localised.ts';
import type { Moment } from '../../model/moment.ts';
import type { UsedEdition } from '../../model/used-edition.ts';
import type { ChangeCounts } from './change-counts.ts';
import type { Tally } from './tally.ts';

/** What is kept of one provision an inspection judged. */
export interface KeptProvision {
  readonly provision: string;
  /** `reached`: a line at which a criminal case may be opened; no duty is broken. */
  readonly verdict: 'breach' | 'reached' | 'no_breach' | 'cannot_tell';
  /** Not told by older versions. */
  readonly stage?: Moment | null;
  readonly findings: number;
  /** Rows of which the data cannot tell. */
  readonly undecided: number;
  readonly needs: string[];
  readonly law: KeptLaw | null;
}

/** What the store has of it beside id and verdict; counts were not kept by older versions. */
export interface StoredProvision extends Omit<KeptProvision, 'provision' | 'verdict'> {
  /** The published standard it is of; left out where it came with the software. */
  readonly standard?: UsedEdition;
  readonly tally?: Tally;
  /** Since the inspection before, which the summary of the inspection names. */
  readonly changes?: ChangeCounts;
}

export interface KeptPack {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

export interface KeptLaw {
  readonly title: Localised;
  readonly cites: ({ readonly law: Localised; readonly article: string } & Record<
    string,
    unknown
  >)[];
  readonly law: Localised;
  readonly reading: Localised;
  readonly remedy: Localised;
  readonly exceptions: Localised[];
  readonly false_positives: Localised[];
}

/** What an inspection's process leaves for the server beside the findings. */
export interface Kept {
  readonly as_of: string;
  /** Digest over those of the raw files. */
  readonly snapshot_id: string;
  /** Digest of the report as canonical JSON. */
  readonly report: string;
  /** By which packs it judged; older versions left it out. */
  readonly packs?: readonly KeptPack[];
  /** The operator each finding's subject names, in the findings' order. */
  readonly operators: readonly (string | null)[];
  /** The root of the structure each finding's subject stands in; null where it is no member. */
  readonly schemes?: readonly (string | null)[];
  readonly provisions: readonly KeptProvision[];
}

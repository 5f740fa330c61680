import type { Snapshot } from '../model/snapshot.ts';

/** What a run is given beside the engine and the provisions. */
export interface RunContext {
  /** ISO date the data are judged as of. */
  readonly as_of: string;
  /** IANA zone of legal dates: that of the packs that judge. */
  readonly time_zone: string;
  /** Which tables and columns the data supply. */
  readonly tables: Snapshot['tables'];
  /** ISO 4217, for money in explanations. */
  readonly currency: string;
  /** SHA-256 of every input file: a finding is bound to the data it was found in. */
  readonly input_digests: readonly string[];
}

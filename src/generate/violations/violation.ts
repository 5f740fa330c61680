import type { Scene } from './scene.ts';

/**
 * Where a violation is planted. Most share one platform, each on rows of its own. `older` ends
 * before the texts of October 2025, for versions that judge the state of the last day, and holds
 * a licence for direct selling; `later` ends when the first whole year under the texts of 2026 is
 * over, and has a team past the criminal line; `scheme` pays by head and in three levels.
 */
export type Stage = 'today' | 'older' | 'later' | 'scheme';

/** The last day of the data of a stage. */
export const stageUntil: Readonly<Record<Stage, string>> = {
  today: '2026-10-31',
  older: '2025-09-30',
  later: '2027-01-31',
  scheme: '2026-10-31',
};

/** Another provision that rightly catches the same mutation. */
export interface Also {
  readonly provision: string;
  readonly version: string;
  readonly subject: string;
  readonly reason: string;
}

export interface Planted {
  /** The row it is about, or 'data_set'. */
  readonly subject: string;
  readonly also?: readonly Also[];
  /** Provisions that no longer list what they list of the lawful platform. */
  readonly clears?: readonly string[];
}

/** A small mutation of the lawful platform that one version of one provision catches. */
export interface Violation {
  readonly provision: string;
  /** The day its version came into force, as in the front matter. */
  readonly version: string;
  /** 'today' where absent. */
  readonly stage?: Stage;
  /** Makes the mutation; returns the id of what it is about. */
  plant(scene: Scene): string | Planted;
}

/** How a network stands to chance; null where it is too small to say. */
export type Reading = 'above' | 'within' | 'below' | null;

/** A measured figure beside what chance alone would give. */
export interface AgainstChance {
  readonly observed: number;
  readonly expected: number;
  /** Standard deviation of chance. */
  readonly deviation: number;
  /** Outside means more than three standard deviations away. */
  readonly reading: Reading;
}

/** The network at the end of a month. */
export interface GrowthMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  /** Who joined in it. */
  readonly joined: number;
  /** Who had joined by its end. */
  readonly members: number;
  /** The deepest level at its end. */
  readonly levels: number;
  /** How much deeper than at the end of any month before. */
  readonly new_levels: number;
  /** Share of members who have recruited nobody. */
  readonly leaf_share: AgainstChance;
  /** Mean level of all members, 1 at the top. */
  readonly mean_level: AgainstChance;
}

export interface Growth {
  /** The latest months there are, at most a limit of them. */
  readonly months: readonly GrowthMonth[];
  /** Whether somebody was tied or moved after joining, so that months are looked at one by one. */
  readonly ties_changed: boolean;
  /**
   * The month at whose end each level was first there, and the day where no tie ever changed. The
   * first levels there are, at most a limit of them.
   */
  readonly levels: readonly {
    readonly level: number;
    readonly month: string;
    readonly first_on: string | null;
  }[];
  /** Members without a date of joining, who are left out. */
  readonly undated: number;
}

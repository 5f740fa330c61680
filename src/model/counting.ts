import type { Localised } from './localised.ts';

export interface CountingProfileShape {
  readonly doc: Localised;
  /** What of the data it cannot be counted without, as 'table.column'; null for nothing. */
  readonly needs: string | null;
}

/**
 * The ways of counting people and levels that are argued about in court, each with its name. All
 * count the member itself and its own level (2013 opinions, art. 7).
 */
export const countingProfiles = {
  accounts: { doc: { en: 'accounts', zh: '账号口径' }, needs: null },
  activated: {
    doc: { en: 'activated accounts', zh: '激活口径' },
    needs: 'member.activated_at',
  },
  paid: { doc: { en: 'accounts that paid', zh: '缴费口径' }, needs: 'fee.amount_minor' },
  persons: { doc: { en: 'persons', zh: '自然人口径' }, needs: 'account_link.link_key' },
  persons_no_shell: {
    doc: { en: 'persons without shell accounts', zh: '去空点口径' },
    needs: 'account_link.link_key',
  },
  rebate_edges: {
    doc: { en: 'accounts money flowed up from', zh: '返利口径' },
    needs: 'commission.source_member_id',
  },
  exclude_pure_consumers: {
    doc: { en: 'without pure consumers', zh: '剔除纯消费者口径' },
    needs: 'commission.beneficiary_id',
  },
} as const satisfies Record<string, CountingProfileShape>;

export type CountingProfile = keyof typeof countingProfiles;

export const profileNames = Object.keys(countingProfiles) as readonly CountingProfile[];

/**
 * The lines of the 2013 opinions, each with three levels: 30 an organisation (art. 1), 15 and 60
 * for who was punished before (arts. 2 and 4), 120 serious (art. 4).
 */
export const countingLines = [
  { people: 15, levels: 3 },
  { people: 30, levels: 3 },
  { people: 60, levels: 3 },
  { people: 120, levels: 3 },
] as const;

export interface Count {
  readonly people: number;
  readonly levels: number;
}

/** People and levels under each profile; null where what the profile needs is not in the data. */
export type ProfileCounts = { readonly [profile in CountingProfile]: Count | null };

/** The least and the most of a number, and the first profile that gives each. */
export interface Ends {
  readonly min: number;
  readonly max: number;
  readonly min_by: CountingProfile;
  readonly max_by: CountingProfile;
}

/** A line that some ways of counting reach and others do not. */
export interface Flip {
  readonly people: number;
  readonly levels: number;
  readonly met_by: readonly CountingProfile[];
  readonly not_met_by: readonly CountingProfile[];
}

/** A legal number as what it is: a range over the ways of counting. */
export interface CountBracket {
  readonly people: Ends;
  readonly levels: Ends;
  readonly counts: ProfileCounts;
  readonly flips: readonly Flip[];
}

/** What the brackets of one tree come to. */
export interface TreeCounts {
  /** Of the tree as a whole. */
  readonly whole: CountBracket;
  /** What the data lack for a profile, where it could not be counted. */
  readonly needs: { readonly [profile in CountingProfile]: string | null };
  /** How many members reach each line under every profile counted, and under some only. */
  readonly lines: readonly (Count & {
    readonly met_by_every: number;
    readonly met_by_some: number;
  })[];
  /**
   * Brackets of candidates, most people first: all where they are not too many, else those that
   * flip at 30 before the others; every member's stand in network_count.
   */
  readonly candidates: readonly (CountBracket & { readonly member_id: string })[];
}

import type { Goods } from '../goods.ts';
import type { Words } from './words.ts';
import { cn } from './cn.ts';
import { eu } from './eu.ts';
import { india } from './india.ts';
import { us } from './us.ts';

/** Where a lawful platform trades: whose law it keeps, by whose clock, in whose words. */
export interface Market {
  /** Shipped packs it keeps every provision of. */
  readonly packs: readonly string[];
  readonly time_zone: string;
  readonly currency: string;
  /**
   * Whether times are written in UTC: where clocks go back in autumn an hour of the wall clock
   * names two instants.
   */
  readonly utc: boolean;
  /** Calendar days in which goods may be sent back without a reason. */
  readonly return_days: number;
  /** Days between telling a seller that it is closed or banned, and doing it. */
  readonly closing_notice_days: number;
  /** How often sellers' income is reported to the tax authority. */
  readonly tax_reports: 'quarterly' | 'yearly';
  /** Whether goods may be excluded from withdrawal when the buyer agrees for that order. */
  readonly return_exclusions: boolean;
  readonly goods: readonly Goods[];
  /** First words of made-up names. */
  readonly firsts: readonly string[];
  readonly cities: readonly string[];
  readonly roads: readonly string[];
  readonly words: Words;
}

export const markets = { cn, eu, in: india, us } as const satisfies Record<string, Market>;

export type MarketName = keyof typeof markets;

export const marketNames = ['cn', 'eu', 'in', 'us'] as const satisfies readonly MarketName[];

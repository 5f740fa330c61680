import { addDays } from '../../model/days.ts';
import { PolyprismError } from '../../model/issue.ts';
import { chances } from './chance.ts';
import type { Chance } from './chance.ts';
import { clockIn } from './clock.ts';
import type { Clock } from './clock.ts';
import { markets } from './markets/market.ts';
import type { Market, MarketName } from './markets/market.ts';

export interface LawfulOptions {
  readonly seed?: number;
  readonly members?: number;
  /** On average; five where none is given. */
  readonly orders_per_member?: number;
  /** Whose law it keeps; 'cn' where none is named. */
  readonly market?: MarketName;
  /** Last day the data speak of, by the market's clock: what they are judged as of. */
  readonly until?: string;
}

/** What every table of one lawful platform is worked out from; instants are Unix seconds. */
export interface World {
  readonly seed: number;
  readonly chance: Chance;
  readonly market: Market;
  readonly clock: Clock;
  /** The platform opened. */
  readonly opened: number;
  /** The first orders in the data. */
  readonly from: number;
  /** The last second of the last day. */
  readonly until: number;
  readonly members: number;
  readonly operators: number;
  readonly listings: number;
  readonly orders: number;
}

export const LISTINGS_PER_OPERATOR = 6;
const MEMBERS_PER_OPERATOR = 200;
/** So that each kind of operator is there. */
const OPERATORS_MIN = 50;
/** Four teams, and room for the duties that need one of each. */
export const MEMBERS_MIN = 300;

export function lawfulWorld(options: LawfulOptions = {}): World {
  const { seed = 21, members = 100_000, orders_per_member = 5, until = '2026-10-31' } = options;
  if (members < MEMBERS_MIN) {
    throw new PolyprismError('generate.members_too_few', { members, least: MEMBERS_MIN });
  }
  const market = markets[options.market ?? 'cn'];
  const clock = clockIn(market.time_zone);
  const operators = Math.max(OPERATORS_MIN, Math.round(members / MEMBERS_PER_OPERATOR));
  return {
    seed,
    chance: chances(seed),
    market,
    clock,
    opened: clock.at('2022-03-01'),
    from: clock.at('2024-01-01'),
    until: clock.at(addDays(until, 1)) - 1,
    members,
    operators,
    listings: operators * LISTINGS_PER_OPERATOR,
    orders: members * orders_per_member,
  };
}

/** An instant that has come; null for one that lies after the data. */
export function past({ until }: World, at: number | null): number | null {
  return at === null || at > until ? null : at;
}

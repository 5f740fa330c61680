import type { Row } from './row.ts';
import { DAY_S } from './time.ts';
import type { World } from './world.ts';

/**
 * Members join in order. Of each hundred, one leads a team of 28: two promoters, who bring
 * customers, and customers of its own; the others come by themselves. A team stays below the
 * thirty people of the criminal line, so that what is found of a network is what was planted.
 */
export const TEAM_EVERY = 100;
export const TEAM_PEOPLE = 28;

export interface Member {
  readonly index: number;
  readonly id: string;
  readonly joined: number;
  /** Index of the recruiter; null for none. */
  readonly up: number | null;
  readonly promoter: boolean;
}

/** The last member joins two days before the data end. */
function stepOf({ opened, until, members }: World): { first: number; step: number } {
  const first = opened + 20 * DAY_S;
  return { first, step: (until - 2 * DAY_S - first) / members };
}

export function memberAt(world: World, index: number): Member {
  const { first, step } = stepOf(world);
  return {
    index,
    id: memberId(index),
    joined: Math.floor(first + (index + world.chance('member', index).fraction()) * step),
    up: recruiterOf(index),
    promoter: index % TEAM_EVERY < 3,
  };
}

export function memberId(index: number): string {
  return `M${index}`;
}

/** How many had joined by then: those with a lower index. */
export function joinedBefore(world: World, at: number): number {
  const { first, step } = stepOf(world);
  return Math.max(0, Math.min(world.members, Math.floor((at - first) / step)));
}

/** Index of the recruiter of the member of that index; null for none. */
export function recruiterOf(index: number): number | null {
  const place = index % TEAM_EVERY;
  const leader = index - place;
  if (place === 0 || place >= TEAM_PEOPLE) return null;
  if (place < 3) return leader;
  if (place < 10) return leader + 1;
  return place < 18 ? leader + 2 : leader;
}

export function* memberRows(world: World): Iterable<Row<'member'>> {
  const { words, cities } = world.market;
  const { leader, promoter: sells, member } = words.plan;
  const direct = new Uint32Array(world.members);
  for (let i = 0; i < world.members; i++) {
    const up = recruiterOf(i);
    if (up !== null) direct[up]!++;
  }
  for (let i = 0; i < world.members; i++) {
    const { id, joined, up, promoter } = memberAt(world, i);
    yield {
      member_id: id,
      recruiter_id: up === null ? null : memberId(up),
      placement_id: null,
      joined_at: joined,
      bound_at: up === null ? null : joined,
      activated_at: joined,
      tier: i % TEAM_EVERY === 0 ? leader : promoter ? sells : member,
      is_promoter: promoter,
      status: 'active',
      deleted: false,
      person_key: words.phone(i),
      direct_cached: direct[i]!,
      region: cities[i % cities.length]!,
    };
  }
}

/** Nobody shares a phone or a device with anybody. */
export function* accountLinkRows(world: World): Iterable<Row<'account_link'>> {
  for (let i = 0; i < world.members; i++) {
    const member_id = memberId(i);
    yield { member_id, kind: 'phone', link_key: world.market.words.phone(i) };
    yield { member_id, kind: 'device', link_key: `device-${world.seed}-${i}` };
  }
}

import { limits } from '../../model/limits.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import type { LiveEvent } from './live-event.ts';

/** Days from 1970-01-01 that a date can lie away: those of the year 9999. */
const DAYS_MAX = 2_932_896;

const kinds = new Set<LiveEvent['kind']>(['join', 'reparent', 'leave', 'return', 'paid', 'earned']);

/** The field of an event that cannot be right; null where all can. */
export function wrongField(event: LiveEvent): string | null {
  if (!isId(event.id)) return 'id';
  if (!isId(event.member)) return 'member';
  if (!isInstant(event.at)) return 'at';
  if (event.kind !== 'join' && !kinds.has(event.kind)) return 'kind';
  if (event.kind === 'join' || event.kind === 'reparent') {
    if (event.upline !== null && !isId(event.upline)) return 'upline';
  }
  if (event.kind === 'join' && !isInstant(event.bound_at ?? null)) return 'bound_at';
  if (event.kind === 'paid' || event.kind === 'earned') {
    if (!Number.isSafeInteger(event.amount_minor)) return 'amount_minor';
  }
  return null;
}

function isId(id: string): boolean {
  return typeof id === 'string' && id !== '' && id.length <= limits.live_id_chars_max;
}

function isInstant(at: number | null): boolean {
  return at === null || (Number.isFinite(at) && Math.abs(at) < DAYS_MAX * 86_400_000);
}

/** The day of an instant; UNKNOWN_DAY for none. */
export function dayOfInstant(dayOf: (at: number) => number, at: number | null): number {
  return at === null ? UNKNOWN_DAY : dayOf(at);
}

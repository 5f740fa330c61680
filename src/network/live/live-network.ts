import { dayText } from '../../model/days.ts';
import { IssueLog } from '../../model/issue.ts';
import type { Issue, IssueCode, IssueParams } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { ROOT } from '../forest.ts';
import { takeAlerts } from './alerts.ts';
import { addAmount, attach, detach, joinForest, setLeft } from './change-forest.ts';
import { dayOfInstant, wrongField } from './check-event.ts';
import { isLatest, isLater, keepClaim, noClaims, tieDay } from './claims.ts';
import type { Claims } from './claims.ts';
import { isAbove } from './links.ts';
import type { EventOf, LiveAlert, LiveEvent, LiveOutcome, Refusal } from './live-event.ts';
import { figuresOf, settle } from './live-figures.ts';
import type { LiveFigures } from './live-figures.ts';
import { createForest, isKnown, moneyOf, reserve } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { CLAIM, JOINED, STRIDE } from './record.ts';
import { TextIndex } from './text-index.ts';

export interface LiveNetwork {
  readonly forest: LiveForest;
  readonly members: TextIndex;
  readonly events: TextIndex;
  readonly claims: Claims;
  /** By upline that has not joined: who names it. */
  readonly waiting: Map<number, Set<number>>;
  /** By member that left or came back: the latest claim. */
  readonly presence: Map<number, { readonly at: number; readonly event: number }>;
  /** At most a limit of them; `issues` counts all. */
  readonly refusals: Refusal[];
  readonly issues: IssueLog;
  /** Days since 1970-01-01, in the zone, of milliseconds since 1970. */
  readonly dayOf: (at: number) => number;
}

export interface LiveOptions {
  readonly dayOf: (at: number) => number;
  /** Members to make room for; more fit too. */
  readonly expected?: number;
}

export function createLiveNetwork({ dayOf, expected = 1024 }: LiveOptions): LiveNetwork {
  return {
    forest: createForest(expected),
    members: new TextIndex(expected),
    events: new TextIndex(expected),
    claims: noClaims(expected),
    waiting: new Map(),
    presence: new Map(),
    refusals: [],
    issues: new IssueLog(),
    dayOf,
  };
}

/**
 * Applies one event. The same events leave the same figures in whatever order they come, unless
 * some of them together close a circle: then the one that comes last is refused.
 */
export function applyEvent(live: LiveNetwork, event: LiveEvent): LiveOutcome {
  const wrong = wrongField(event);
  if (wrong !== null) return refuse(live, event.id, 'network.live_bad_event', { field: wrong });
  const before = live.events.size;
  const number = live.events.add(event.id);
  if (number < before) return 'duplicate';
  const member = live.members.add(event.member);
  reserve(live.forest, member);
  if (event.kind === 'join') return join(live, event, member, number);
  if (event.kind === 'reparent') return reparent(live, event, member, number);
  if (event.kind === 'paid' || event.kind === 'earned') return pay(live, event, member);
  return changePresence(live, event, member, number);
}

function join(
  live: LiveNetwork,
  event: EventOf<'join'>,
  member: number,
  number: number,
): LiveOutcome {
  const { forest, claims } = live;
  if (isKnown(forest, member)) {
    return refuse(live, event.id, 'network.live_joined_twice', { member: event.member });
  }
  const bound = event.bound_at ?? event.at;
  const isSelf = event.upline === event.member;
  if (isLatest(claims, live.events, member, bound, number)) {
    keepClaim(claims, member, bound, number);
    claimUpline(live, member, isSelf ? null : event.upline);
  }
  joinForest(forest, member, dayOfInstant(live.dayOf, event.at));
  if (isSelf) note(live, event.id, 'network.live_self', { member: event.member });
  const outcome = place(live, member);
  if (live.waiting.size > 0) hangThoseWaiting(live, member);
  return outcome;
}

function hangThoseWaiting(live: LiveNetwork, member: number): void {
  for (const child of live.waiting.get(member) ?? []) {
    if (isAbove(live.forest, child, member)) refuseWaiting(live, child, member);
    else hang(live, child, member);
  }
  live.waiting.delete(member);
}

function reparent(
  live: LiveNetwork,
  event: EventOf<'reparent'>,
  member: number,
  number: number,
): LiveOutcome {
  const { forest, claims } = live;
  const { id, upline } = event;
  if (upline === event.member) return refuse(live, id, 'network.live_self', { member: upline });
  if (!isLatest(claims, live.events, member, event.at, number)) return 'superseded';
  const known = isKnown(forest, member);
  const above = upline === null ? ROOT : live.members.find(upline);
  if (known && above >= 0 && isAbove(forest, member, above)) {
    return refuse(live, id, 'network.live_cycle', { member: event.member, upline: upline! });
  }
  if (known) takeOut(live, member);
  keepClaim(claims, member, event.at, number);
  claimUpline(live, member, upline);
  return known ? place(live, member) : 'waiting';
}

function claimUpline(live: LiveNetwork, member: number, upline: string | null): void {
  const above = upline === null ? ROOT : live.members.add(upline);
  if (above !== ROOT) reserve(live.forest, above);
  live.forest.record[member * STRIDE + CLAIM] = above;
}

/** Hangs a root where it claims to belong, now or when the upline joins. */
function place(live: LiveNetwork, member: number): LiveOutcome {
  const upline = live.forest.record[member * STRIDE + CLAIM]!;
  if (upline === ROOT) return 'applied';
  if (isKnown(live.forest, upline)) {
    hang(live, member, upline);
    return 'applied';
  }
  const others = live.waiting.get(upline);
  if (others) others.add(member);
  else live.waiting.set(upline, new Set([member]));
  return 'waiting';
}

function hang(live: LiveNetwork, member: number, upline: number): void {
  const at = live.claims.at[member]!;
  const bound = dayOfInstant(live.dayOf, Number.isFinite(at) ? at : null);
  const joined = live.forest.record[member * STRIDE + JOINED]!;
  attach(live.forest, member, upline, tieDay(joined, bound));
}

/** Takes a member from under its upline, or from among those who wait for theirs. */
function takeOut({ forest, waiting }: LiveNetwork, member: number): void {
  const at = member * STRIDE;
  if (forest.parent[member] !== ROOT) detach(forest, member);
  const upline = forest.record[at + CLAIM]!;
  const others = waiting.get(upline);
  others?.delete(member);
  if (others?.size === 0) waiting.delete(upline);
}

/** The upline joined, but below the one that waited for it: that one stays a root. */
function refuseWaiting(live: LiveNetwork, member: number, upline: number): void {
  live.forest.record[member * STRIDE + CLAIM] = ROOT;
  refuse(live, live.events.textOf(live.claims.event[member]! - 1), 'network.live_cycle', {
    member: live.members.textOf(member),
    upline: live.members.textOf(upline),
  });
}

function pay(live: LiveNetwork, event: EventOf<'paid' | 'earned'>, member: number): LiveOutcome {
  const kind = event.kind === 'paid' ? 0 : 1;
  const { magnitude } = moneyOf(live.forest, kind);
  if (magnitude + Math.abs(event.amount_minor) > Number.MAX_SAFE_INTEGER) {
    const limit = Number.MAX_SAFE_INTEGER;
    return refuse(live, event.id, 'network.live_sum_too_large', { limit });
  }
  addAmount(live.forest, member, kind, event.amount_minor);
  return isKnown(live.forest, member) ? 'applied' : 'waiting';
}

function changePresence(
  live: LiveNetwork,
  event: EventOf<'leave' | 'return'>,
  member: number,
  number: number,
): LiveOutcome {
  const at = event.at ?? -Infinity;
  const before = live.presence.get(member);
  if (before && !isLater(live.events, event.at, number, before.at, before.event)) {
    return 'superseded';
  }
  live.presence.set(member, { at, event: number });
  setLeft(live.forest, member, event.kind === 'leave');
  return isKnown(live.forest, member) ? 'applied' : 'waiting';
}

function refuse(live: LiveNetwork, id: string, code: IssueCode, more: IssueParams): 'refused' {
  note(live, id, code, more);
  return 'refused';
}

function note(live: LiveNetwork, id: string, code: IssueCode, more: IssueParams): void {
  const params = { event: shown(id), ...more };
  live.issues.add(code, params);
  if (live.refusals.length < limits.live_refusals_max) {
    live.refusals.push({ event_id: shown(id), code, params });
  }
}

/** An id as it stands in an issue: an event refused for its id may have any. */
function shown(id: string): string {
  return String(id).slice(0, limits.live_id_chars_max);
}

/** Figures of a member, ids as numbers of `members`; null for one who has not joined. */
export function liveFigures(live: LiveNetwork, member: string): LiveFigures | null {
  const number = live.members.find(member);
  return isKnown(live.forest, number) ? figuresOf(live.forest, number) : null;
}

/** Every date of crossing that is not what it was at the last call. */
export function liveAlerts(live: LiveNetwork): LiveAlert[] {
  settle(live.forest);
  return takeAlerts(live.forest).map(({ member, kind, day }) => ({
    member_id: live.members.textOf(member),
    kind,
    on: day === null ? null : dayText(day),
  }));
}

export function liveIssues(live: LiveNetwork): Issue[] {
  return live.issues.list();
}

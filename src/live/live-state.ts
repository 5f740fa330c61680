import { makeChecker } from '../check/checker.ts';
import type { Checker } from '../check/checker.ts';
import type { Issue } from '../model/issue.ts';
import { PolyprismError } from '../model/issue.ts';
import type { RecordPack } from '../model/record-check.ts';
import { importedTables } from '../model/tables.ts';
import type { UsedEdition } from '../model/used-edition.ts';
import { createLiveNetwork } from '../network/live/live-network.ts';
import type { LiveNetwork } from '../network/live/live-network.ts';
import { zoneDays } from '../provisions/row/zone-days.ts';
import type { Alert } from './alert.ts';
import { setProvisions } from './rerun-sets.ts';
import type { SetProvisions } from './rerun-sets.ts';
import type { RowStore } from './row-store.ts';

/** What the live state of a platform is made with. */
export interface LiveContext {
  readonly packs: readonly RecordPack[];
  /** ISO 4217 of amounts. */
  readonly currency: string;
  /** IANA zone of legal days. */
  readonly time_zone: string;
}

/** An event that changed nothing, and why. */
export interface LiveRefusal {
  readonly position: number;
  readonly event: string;
  readonly issue: Issue;
}

/** One platform as of its latest entry: a fold of the entries of its inbox. */
export interface LiveState {
  readonly context: LiveContext;
  /** The published standards among its packs. */
  readonly editions: readonly UsedEdition[];
  checker: Checker;
  /** Legal day the rows are judged as of. */
  as_of: string;
  /** Of the latest entry; 0 before the first. */
  position: number;
  /** Latest `at` of an event so far, in milliseconds since 1970. */
  watermark: number | null;
  /** Events that came after one that happened later. */
  late: number;
  network: LiveNetwork;
  readonly rows: RowStore;
  /** Alerts that stand, by topic. */
  readonly alerts: Map<string, Alert>;
  /** How many rows each row provision gives each verdict, in the order of `verdictCodes`. */
  readonly counts: Map<string, number[]>;
  /** By table, the provisions that take the whole data set. */
  readonly sets: SetProvisions;
  /** Those of them whose tables have changed since they were last run. */
  readonly dirty: Set<string>;
  /** At most a limit of them; `refused` counts all. */
  readonly refusals: LiveRefusal[];
  refused: number;
}

/** Verdicts as `StoredRow.codes` has them. */
export const verdictCodes = ['no_breach', 'cannot_tell', 'indication', 'breach'] as const;

/** The state before the first entry, judged as of a legal day. */
export function createLiveState(context: LiveContext, as_of: string): LiveState {
  return {
    context,
    editions: context.packs.flatMap(({ edition }) => edition ?? []),
    checker: checkerAsOf(context, as_of),
    as_of,
    position: 0,
    watermark: null,
    late: 0,
    network: createLiveNetwork({ dayOf: dayOfIn(context.time_zone) }),
    rows: new Map(),
    alerts: new Map(),
    counts: new Map(),
    sets: setProvisions(context.packs),
    dirty: new Set(),
    refusals: [],
    refused: 0,
  };
}

/**
 * Makes ready what the first rows of each table would otherwise wait for: provisions compiled,
 * term lists built. Takes seconds where packs bring many terms; changes no answer.
 */
export function warmUp({ checker }: Pick<LiveState, 'checker'>): void {
  for (const table of importedTables()) checker.check(table, {});
}

export function checkerAsOf({ packs, currency }: LiveContext, as_of: string): Checker {
  return makeChecker(packs, { as_of, currency });
}

/** The legal day of an instant in milliseconds, as days since 1970-01-01. */
export function dayOfIn(time_zone: string): (at: number) => number {
  const days = zoneDays(time_zone);
  return (at) => days(at * 1000);
}

/** The digests of the packs that judge: a saved state made with others is not this one. */
export function packDigests({ packs }: LiveContext): readonly string[] {
  return packs.map(({ id, version, digest }) => `${id}@${version} ${digest}`);
}

export function snapshotBad(reason: string): PolyprismError {
  return new PolyprismError('live.snapshot_bad', { reason });
}

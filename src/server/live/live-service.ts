import type { Logger } from 'pino';
import type { LiveState } from '../../live/live-state.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Pack } from '../../model/provision.ts';
import { storeInbox } from '../../store/inbox/store-inbox.ts';
import type { Store } from '../../store/store.ts';
import { errorForLog } from '../http/log.ts';
import { legalDay } from '../../model/legal-day.ts';
import { readLiveSetting } from './live-setting.ts';
import { lookAround } from './look-around.ts';
import type { Seen } from './look-around.ts';
import { newsBoard } from './news-board.ts';
import type { NewsBoard } from './news-board.ts';
import { openPlatform } from './platform.ts';
import type { LivePlatform } from './platform.ts';
import { stateFolder } from './state-file.ts';

/** The packs of these names. */
export type LoadPacks = (names: readonly string[]) => Promise<readonly Pack[]>;

export interface LiveParts {
  readonly store: Store;
  readonly workspace: string;
  readonly packs: LoadPacks;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The live states of all platforms, kept up to date in the background. */
export interface LiveService {
  /** Notes the legal day of a platform, if it has begun since: before events come in. */
  begin(tenant_id: string): Promise<void>;
  /** Something came into the inbox of a platform. */
  wake(tenant_id: string): void;
  /** The state of a platform, up to date with its inbox as it was when this was asked. */
  current(tenant_id: string): Promise<{ readonly state: LiveState; readonly saved: number }>;
  /** Judges a platform anew by what it has set now. */
  reopen(tenant_id: string): Promise<void>;
  /** Number of the latest known change of an alert of a platform. */
  number(tenant_id: string): number;
  /** Resolves once there is a change behind a number, or on `signal`. */
  news(tenant_id: string, number: number, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const saved_every_ms = 5 * 60_000;
/** A state that failed is not made again at once: it would fail again. */
const failed_wait_ms = 30_000;

interface Kept {
  readonly platform: Promise<LivePlatform>;
  /** Position up to which it was woken. */
  seen: number;
  saved_ms: number;
}

export function liveService(parts: LiveParts): LiveService {
  const { store, log } = parts;
  const stop = new AbortController();
  const board = newsBoard();
  const kept = new Map<string, Kept>();
  const failed_ms = new Map<string, number>();
  const begin = dayKeeper(parts);

  const current = async (tenant_id: string): Promise<LivePlatform> => {
    const one = kept.get(tenant_id) ?? {
      platform: openOne(parts, tenant_id, begin, board, stop.signal),
      seen: -1,
      saved_ms: performance.now(),
    };
    kept.set(tenant_id, one);
    try {
      const platform = await one.platform;
      await platform.catchUp();
      return platform;
    } catch (error) {
      // What could not be made or went wrong half way is made again from what is kept.
      if (kept.get(tenant_id) === one) kept.delete(tenant_id);
      failed_ms.set(tenant_id, performance.now());
      throw error;
    }
  };
  const wake = (tenant_id: string): void => {
    if (stop.signal.aborted) return;
    current(tenant_id).catch((error: unknown) => {
      if (!stop.signal.aborted) log.error({ error: errorForLog(error) }, 'live data');
    });
  };
  const found = async ({ tenant_id, time_zone, position, number }: Seen): Promise<void> => {
    board.tell(tenant_id, number);
    await begin(tenant_id, time_zone);
    const one = kept.get(tenant_id);
    const waits = performance.now() - (failed_ms.get(tenant_id) ?? -Infinity) < failed_wait_ms;
    if (position > (one?.seen ?? -1) && !waits) {
      wake(tenant_id);
      const now = kept.get(tenant_id);
      if (now) now.seen = position;
    }
    if (!one || performance.now() - one.saved_ms < saved_every_ms) return;
    one.saved_ms = performance.now();
    one.platform.then(async (platform) => await platform.save()).catch(() => undefined);
  };
  const looking = lookAround(store, found, stop.signal);
  return {
    begin,
    wake,
    current: async (tenant_id) => {
      const { state, saved } = await current(tenant_id);
      return { state, saved: saved() };
    },
    reopen: async (tenant_id) => {
      kept.delete(tenant_id);
      await current(tenant_id);
    },
    number: board.number,
    news: board.news,
    stop: async () => {
      stop.abort();
      await looking;
      for (const { platform } of kept.values()) {
        await platform.then(async (one) => await one.save()).catch(() => undefined);
      }
    },
  };
}

type Begin = (tenant_id: string, time_zone?: string) => Promise<void>;

/** Notes legal days as they begin, each once. */
function dayKeeper({ store, now }: LiveParts): Begin {
  const days = new Map<string, string>();
  const zones = new Map<string, string>();
  return async (tenant_id, given) => {
    const known = given ?? zones.get(tenant_id);
    const zone = known ?? (await readLiveSetting(store, tenant_id))?.time_zone;
    if (zone === undefined) throw new PolyprismError('http.not_found');
    zones.set(tenant_id, zone);
    const day = legalDay(zone, now());
    if (day <= (days.get(tenant_id) ?? '')) return;
    await storeInbox(store, tenant_id).turnDay(day);
    days.set(tenant_id, day);
  };
}

async function openOne(
  { store, workspace, packs: load }: LiveParts,
  tenant_id: string,
  begin: Begin,
  board: NewsBoard,
  stopping: AbortSignal,
): Promise<LivePlatform> {
  const setting = await readLiveSetting(store, tenant_id);
  if (setting === null) throw new PolyprismError('http.not_found');
  const { currency, time_zone } = setting;
  await begin(tenant_id, time_zone);
  const packs = await load(setting.packs);
  return await openPlatform({
    store,
    inbox: storeInbox(store, tenant_id),
    tenant_id,
    folder: stateFolder(workspace, tenant_id),
    context: { packs, currency, time_zone },
    told: (number) => board.tell(tenant_id, number),
    stopping,
  });
}

import type { Logger } from 'pino';
import { PolyprismError } from '../../model/issue.ts';
import type { Pack } from '../../model/provision.ts';
import { contextDigest } from '../../live/snapshot.ts';
import { storeInbox } from '../../store/inbox/store-inbox.ts';
import type { Store } from '../../store/store.ts';
import { errorForLog } from '../http/log.ts';
import { keepPlatforms } from './keep-platforms.ts';
import type { Platforms } from './keep-platforms.ts';
import { legalDay } from '../../model/legal-day.ts';
import { readLiveSetting } from './live-setting.ts';
import { lookAround } from './look-around.ts';
import type { Seen } from './look-around.ts';
import { newsBoard } from './news-board.ts';
import type { NewsBoard } from './news-board.ts';
import { openPlatform } from './platform.ts';
import type { LivePlatform } from './platform.ts';
import { stateFolder } from './state-file.ts';
import type { TenantPacks } from './tenant-packs.ts';
import type { LiveView } from './thread/messages.ts';
import { threadPool } from './thread/thread-pool.ts';
import type { PoolOptions, ThreadPool } from './thread/thread-pool.ts';
import type { LiveContext } from '../../live/live-state.ts';

/** The packs of these names. */
export type LoadPacks = (names: readonly string[]) => Promise<readonly Pack[]>;

export interface LiveParts {
  readonly store: Store;
  readonly workspace: string;
  readonly packs: TenantPacks;
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
  current(tenant_id: string): Promise<Current>;
  /** Judges a platform anew by what it has set now. */
  reopen(tenant_id: string): Promise<void>;
  /** Number of the latest known change of an alert of a platform. */
  number(tenant_id: string): number;
  /** Resolves once there is a change behind a number, or on `signal`. */
  news(tenant_id: string, number: number, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export interface Current {
  readonly view: LiveView;
  readonly context: LiveContext;
  /** Position of the latest snapshot. */
  readonly saved: number;
}

type Opened = LivePlatform & { readonly context: LiveContext };

export function liveService(parts: LiveParts, threads: PoolOptions = {}): LiveService {
  const { store, log } = parts;
  const stop = new AbortController();
  const board = newsBoard();
  const begin = dayKeeper(parts);
  const lost = (error: Error): void => {
    if (!stop.signal.aborted) log.error({ error: errorForLog(error) }, 'live thread lost');
  };
  const pool = threadPool({ lost, ...threads });
  const platforms = keepPlatforms<Opened>(
    async (tenant_id) => await openOne(parts, pool, tenant_id, begin, board, stop.signal),
    log,
    stop.signal,
  );
  const watch = contextWatch(parts, platforms);
  const found = async (seen: Seen): Promise<void> => {
    const { tenant_id, time_zone, number } = seen;
    board.tell(tenant_id, number);
    await begin(tenant_id, time_zone);
    watch(seen);
    platforms.look(seen);
  };
  const looking = lookAround(store, found, stop.signal);
  return {
    begin,
    wake: platforms.wake,
    current: async (tenant_id) => {
      const { look, context, saved } = await platforms.current(tenant_id);
      return { view: await look(), context, saved: saved() };
    },
    reopen: async (tenant_id) => {
      platforms.forget(tenant_id);
      await platforms.current(tenant_id);
    },
    number: board.number,
    news: board.news,
    stop: async () => {
      stop.abort();
      await looking;
      await platforms.saveAll();
      await pool.end();
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

/**
 * Lets go of a platform that is judged by something else now, decided here or in another process:
 * whatever is next has it made.
 */
function contextWatch(
  parts: LiveParts,
  platforms: Pick<Platforms<Opened>, 'opened' | 'forget' | 'wake'>,
): (seen: Pick<Seen, 'tenant_id' | 'decided'>) => void {
  const known = new Map<string, string>();
  const compare = async (tenant_id: string): Promise<void> => {
    const platform = await platforms.opened(tenant_id);
    if (platform === null) return;
    // One that cannot be read fails again, and is told of, where the platform is made.
    const now = await contextOf(parts, tenant_id).catch(() => null);
    if (now !== null && contextDigest(now) === contextDigest(platform.context)) return;
    platforms.forget(tenant_id);
    platforms.wake(tenant_id);
  };
  return ({ tenant_id, decided }) => {
    if (known.get(tenant_id) === decided) return;
    known.set(tenant_id, decided);
    void compare(tenant_id);
  };
}

/** By what a platform is judged now. */
async function contextOf(
  { store, packs }: Pick<LiveParts, 'store' | 'packs'>,
  tenant_id: string,
): Promise<LiveContext> {
  const setting = await readLiveSetting(store, tenant_id);
  if (setting === null) throw new PolyprismError('http.not_found');
  const { currency, time_zone } = setting;
  return { packs: await packs(tenant_id, setting.packs), currency, time_zone };
}

async function openOne(
  parts: LiveParts,
  pool: ThreadPool,
  tenant_id: string,
  begin: Begin,
  board: NewsBoard,
  stopping: AbortSignal,
): Promise<Opened> {
  const { store, workspace } = parts;
  const context = await contextOf(parts, tenant_id);
  await begin(tenant_id, context.time_zone);
  const platform = await openPlatform({
    store,
    inbox: storeInbox(store, tenant_id),
    pool,
    tenant_id,
    folder: stateFolder(workspace, tenant_id),
    context,
    told: (number) => board.tell(tenant_id, number),
    stopping,
  });
  return { ...platform, context };
}

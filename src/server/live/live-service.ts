import type { Logger } from 'pino';
import { PolyprismError } from '../../model/issue.ts';
import type { Pack } from '../../model/provision.ts';
import { storeInbox } from '../../store/inbox/store-inbox.ts';
import type { Store } from '../../store/store.ts';
import { errorForLog } from '../http/log.ts';
import { keepPlatforms } from './keep-platforms.ts';
import { legalDay } from '../../model/legal-day.ts';
import { readLiveSetting } from './live-setting.ts';
import { lookAround } from './look-around.ts';
import type { Seen } from './look-around.ts';
import { newsBoard } from './news-board.ts';
import type { NewsBoard } from './news-board.ts';
import { openPlatform } from './platform.ts';
import type { LivePlatform } from './platform.ts';
import { stateFolder } from './state-file.ts';
import type { LiveView } from './thread/messages.ts';
import { threadPool } from './thread/thread-pool.ts';
import type { PoolOptions, ThreadPool } from './thread/thread-pool.ts';
import type { LiveContext } from '../../live/live-state.ts';

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
  const found = async ({ tenant_id, time_zone, position, number }: Seen): Promise<void> => {
    board.tell(tenant_id, number);
    await begin(tenant_id, time_zone);
    platforms.look(tenant_id, position);
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

async function openOne(
  { store, workspace, packs: load }: LiveParts,
  pool: ThreadPool,
  tenant_id: string,
  begin: Begin,
  board: NewsBoard,
  stopping: AbortSignal,
): Promise<Opened> {
  const setting = await readLiveSetting(store, tenant_id);
  if (setting === null) throw new PolyprismError('http.not_found');
  const { currency, time_zone } = setting;
  await begin(tenant_id, time_zone);
  const packs = await load(setting.packs);
  const context = { packs, currency, time_zone };
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

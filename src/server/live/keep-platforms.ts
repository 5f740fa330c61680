import type { Logger } from 'pino';
import { errorForLog } from '../http/log.ts';
import { failures } from './failures.ts';
import type { Seen } from './look-around.ts';
import type { LivePlatform } from './platform.ts';

/** Platforms that are open, each made when it is first asked for and made again when it fails. */
export interface Platforms<P extends LivePlatform> {
  /** The platform, up to date with its inbox as it was when this was asked. */
  current(tenant_id: string): Promise<P>;
  /** The same for nobody in particular: what goes wrong is logged. */
  wake(tenant_id: string): void;
  /** The platform as it is, if it is open; null where it is not, or could not be made. */
  opened(tenant_id: string): Promise<P | null>;
  /** Lets go of a platform: the next who asks has it made again. */
  forget(tenant_id: string): void;
  /**
   * Wakes a platform that is behind its inbox, and saves it now and then; lets go of one that
   * leaves judging to somebody who is gone.
   */
  look(seen: Looked): void;
  saveAll(): Promise<void>;
}

type Looked = Pick<Seen, 'tenant_id' | 'position' | 'judged'>;

const saved_every_ms = 5 * 60_000;
/** Whoever judges by other packs and comes no further for so long is gone. */
const gone_ms = 60_000;

interface Kept<P> {
  readonly platform: Promise<P>;
  /** Position up to which it was woken. */
  seen: number;
  saved_ms: number;
  /** Up to where it was judged, by whomever, and since when. */
  judged: { readonly position: number; readonly since_ms: number };
}

export function keepPlatforms<P extends LivePlatform>(
  make: (tenant_id: string) => Promise<P>,
  log: Logger,
  stopping: AbortSignal,
): Platforms<P> {
  const kept = new Map<string, Kept<P>>();
  const failed = failures();
  const letGo = (tenant_id: string, one: Kept<P>): void => {
    if (kept.get(tenant_id) === one) kept.delete(tenant_id);
    one.platform.then(async (platform) => await platform.drop()).catch(() => undefined);
  };
  const opened = (tenant_id: string): Kept<P> => {
    const now_ms = performance.now();
    const judged = { position: 0, since_ms: now_ms };
    const one: Kept<P> = { platform: make(tenant_id), seen: -1, saved_ms: now_ms, judged };
    kept.set(tenant_id, one);
    whenLost(one.platform, () => {
      if (kept.get(tenant_id) !== one) return;
      letGo(tenant_id, one);
      wake(tenant_id);
    });
    return one;
  };
  const current = async (tenant_id: string): Promise<P> => {
    const one = kept.get(tenant_id) ?? opened(tenant_id);
    try {
      const platform = await one.platform;
      await platform.catchUp();
      failed.good(tenant_id);
      return platform;
    } catch (error) {
      // What could not be made or went wrong half way is made again from what is kept.
      if (kept.get(tenant_id) === one) failed.bad(tenant_id);
      letGo(tenant_id, one);
      throw error;
    }
  };
  const wake = (tenant_id: string): void => {
    if (stopping.aborted) return;
    current(tenant_id).catch((error: unknown) => {
      if (!stopping.aborted) log.error({ error: errorForLog(error) }, 'live data');
    });
  };
  return {
    current,
    wake,
    opened: async (tenant_id) => (await kept.get(tenant_id)?.platform.catch(() => null)) ?? null,
    forget: (tenant_id) => {
      const one = kept.get(tenant_id);
      if (one) letGo(tenant_id, one);
    },
    look: (seen) => {
      const { tenant_id, position } = seen;
      const one = kept.get(tenant_id);
      if (one) ifForsaken(one, seen, () => letGo(tenant_id, one));
      if (position > (one?.seen ?? -1) && !failed.waits(tenant_id)) {
        wake(tenant_id);
        const now = kept.get(tenant_id);
        if (now) now.seen = position;
      }
      if (!one || performance.now() - one.saved_ms < saved_every_ms) return;
      one.saved_ms = performance.now();
      one.platform.then(async (platform) => await platform.save()).catch(() => undefined);
    },
    saveAll: async () => {
      for (const { platform } of kept.values()) {
        await platform.then(async (one) => await one.save()).catch(() => undefined);
      }
    },
  };
}

function ifForsaken<P extends LivePlatform>(one: Kept<P>, seen: Looked, go: () => void): void {
  const now_ms = performance.now();
  const { position, judged } = seen;
  if (judged !== one.judged.position || judged >= position) {
    one.judged = { position: judged, since_ms: now_ms };
  }
  if (now_ms - one.judged.since_ms < gone_ms) return;
  one.platform.then((platform) => platform.mute() && go()).catch(() => undefined);
}

function whenLost(platform: Promise<LivePlatform>, go: () => void): void {
  // One that could not be made tells so itself, to whoever asked for it.
  platform
    .then(async ({ lost }) => {
      await lost;
      go();
    })
    .catch(() => undefined);
}

import type { PgBoss } from 'pg-boss';
import { openQueue, workOn } from './work-on.ts';

/** What is done again and again. */
export interface Repeated {
  readonly tenant_id: string;
  readonly connector_id: string;
}

export interface Repeats {
  /** Sends an order by cron in a zone, until it is taken back. */
  repeat(order: Repeated, cron: string, time_zone: string): Promise<void>;
  unrepeat(connector_id: string): Promise<void>;
  /** Sends it now, once. */
  runNow(order: Repeated): Promise<void>;
  /** The next moment of a schedule; null where there is none, or it cannot be read. */
  nextOf(cron: string, time_zone: string): Date | null;
}

const queue = 'connector';

/** Orders that come by the clock, in a queue of their own. */
export async function openRepeats(
  boss: PgBoss,
  stopping: AbortSignal,
  again: (order: Repeated) => Promise<void>,
): Promise<Repeats> {
  await openQueue(boss, queue, {});
  await workOn<Repeated>(boss, queue, stopping, async ({ data }) => await again(data));
  return {
    repeat: async (order, cron, tz) => {
      await boss.schedule(queue, cron, order, { tz, key: order.connector_id });
    },
    unrepeat: async (connector_id) => await boss.unschedule(queue, connector_id),
    runNow: async (order) => void (await boss.send(queue, order)),
    nextOf: (cron, tz) => {
      try {
        return boss.previewSchedule(cron, { tz, count: 1 })[0] ?? null;
      } catch {
        return null;
      }
    },
  };
}

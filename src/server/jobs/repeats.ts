import type { PgBoss } from 'pg-boss';

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
  again: (order: Repeated) => Promise<void>,
): Promise<Repeats> {
  await boss.createQueue(queue, { retryLimit: 0, deleteAfterSeconds: 90 * 86_400 });
  await boss.work<Repeated>(queue, { pollingIntervalSeconds: 1 }, async (orders) => {
    for (const { data } of orders) await again(data);
  });
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

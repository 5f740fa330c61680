import { DAY_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Violation } from '../violation.ts';

const MITOR = '2014-12-08';
const ROSCA = '2010-12-29';

/** Goods shipped late, money kept, charges that renew themselves. */
export const usOrderViolations: readonly Violation[] = [
  {
    provision: 'us.mitor.ship',
    version: MITOR,
    // Five weeks after the day stated, and nobody had agreed to wait.
    plant: (scene) =>
      scene.change(
        'order',
        (row) => row.status === 'delivered' && !scene.after(row.paid_at, '2026-08-01'),
        (row) => ({
          shipped_at: num(row.ship_by) + 35 * DAY_S,
          delivered_at: num(row.ship_by) + 38 * DAY_S,
        }),
      ),
  },
  {
    provision: 'us.mitor.refund',
    version: MITOR,
    // More than a billing cycle, whichever way the buyer paid.
    plant(scene) {
      const cancelled = scene.change(
        'order',
        (row) =>
          row.paid === true && row.cancelled_at !== null && !scene.after(row.paid_at, '2026-08-01'),
        {},
      );
      scene.change(
        'after_sale',
        ({ order_id }) => order_id === cancelled,
        (row) => ({ refunded_at: num(row.requested_at) + 40 * DAY_S }),
      );
      return cancelled;
    },
  },
  {
    provision: 'us.rosca.terms',
    version: ROSCA,
    plant: (scene) => scene.change('renewal', () => true, { terms_shown: false }),
  },
  {
    provision: 'us.rosca.consent',
    version: ROSCA,
    plant: (scene) => scene.change('renewal', () => true, { preselected: true }),
  },
  {
    provision: 'us.rosca.cancel',
    version: ROSCA,
    plant: (scene) => scene.change('renewal', () => true, { cancel_easy: false }),
  },
];

import type { Row } from '../../lawful/row.ts';
import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Also, Violation } from '../violation.ts';
import { STANDARD } from './group-on.ts';

const version = STANDARD;
/** Fewer in a month, or of a batch, are too few to judge. */
const ENOUGH = 20;

/** Orders of one operator, paid on a day of May 2026; the ids of them. */
function sold(scene: Scene, set: (i: number) => Row<'order'>): string[] {
  const paid_at = scene.on('2026-05-12');
  return Array.from({ length: ENOUGH }, (_, i) =>
    scene.copy('order', ({ status }) => status === 'delivered', {
      ordered_at: paid_at - HOUR_S,
      paid_at,
      ship_by: paid_at + 2 * DAY_S,
      deliver_by: paid_at + 10 * DAY_S,
      shipped_at: paid_at + DAY_S,
      delivered_at: paid_at + 3 * DAY_S,
      live_session_id: null,
      share_id: null,
      ...set(i),
    }),
  );
}

function complaint(scene: Scene, set: Row<'complaint'>): string {
  const received_at = scene.on('2026-05-20');
  return scene.copy('complaint', (row) => row.channel === 'platform', {
    received_at,
    accepted_at: received_at + HOUR_S,
    answered_at: received_at + 5 * HOUR_S,
    closed_at: received_at + DAY_S,
    ...set,
  });
}

function asked(scene: Scene): (row: Row<'after_sale'>) => boolean {
  return (row) =>
    row.no_reason === true &&
    row.status === 'done' &&
    scene.after(row.requested_at, STANDARD) &&
    !scene.after(row.requested_at, '2026-09-01');
}

/** What members promise of quality, delivery and after sales. */
export const associationDutyViolations: readonly Violation[] = [
  {
    provision: 'agb.quality.failed-batch',
    version,
    // Off sale two days after the check; its buyers told in time.
    plant(scene) {
      const at = scene.on('2026-05-12');
      return scene.copy('quality_event', ({ kind }) => kind === 'spot_check', {
        result: 'failed',
        at,
        sale_stopped_at: at + 2 * DAY_S,
        buyers_told_at: at + 2 * DAY_S,
        reported_at: at + HOUR_S,
      });
    },
  },
  {
    provision: 'agb.quality.batch-complaints',
    version,
    // Twenty orders of a batch, two of them complained about.
    plant(scene) {
      const line = scene.find('order_line', () => true);
      const { listing_id = null } = line;
      const orders = sold(scene, () => ({ group_buy_id: null }));
      for (const order_id of orders) {
        const batch = 'B2026-05-X';
        scene.add('order_line', { ...line, order_line_id: scene.fresh(), order_id, batch });
      }
      for (const order_id of orders.slice(0, 2)) complaint(scene, { order_id, listing_id });
      return String(listing_id);
    },
  },
  {
    provision: 'agb.delivery.promise',
    version,
    plant(scene) {
      const fits = (row: Row<'order'>): boolean =>
        row.group_buy_id !== null && scene.after(row.paid_at, STANDARD);
      const order = scene.find('order', fits);
      scene.put('order', String(order.order_id), { deliver_by: null });
      return String(order.operator_id);
    },
  },
  {
    provision: 'agb.delivery.in-time',
    version,
    plant(scene) {
      const { operator_id = null } = scene.find('operator', ({ status }) => status === 'active');
      const { group_buy_id = null } = scene.find('group_buy', (row) => row.formed_at !== null);
      const late = scene.on('2026-05-24');
      const orders = sold(scene, (i) => ({
        operator_id,
        group_buy_id,
        ...(i < 2 && { delivered_at: late }),
      }));
      const also = orders.slice(0, 2).map((subject): Also => ({
        provision: 'cn.ecl.art20.deliver',
        version: '2019-01-01',
        subject,
        reason: 'each order that came late is late in law as well',
      }));
      return { subject: String(operator_id), also };
    },
  },
  {
    provision: 'agb.after-sale.answer',
    version,
    plant: (scene) =>
      scene.change('after_sale', asked(scene), (row) => ({
        answered_at: num(row.requested_at) + 24 * HOUR_S + 1,
      })),
  },
  {
    provision: 'agb.after-sale.refund',
    version,
    plant: (scene) =>
      scene.change('after_sale', asked(scene), (row) => ({
        refunded_at: num(row.received_back_at) + 4 * DAY_S,
      })),
  },
  {
    provision: 'agb.after-sale.complaints',
    version,
    // Twenty in a month, two of them answered after three days.
    plant(scene) {
      const { operator_id = null } = scene.find('operator', ({ status }) => status === 'active');
      for (let i = 0; i < ENOUGH; i++) {
        const late = scene.on('2026-05-23');
        complaint(scene, {
          operator_id,
          order_id: null,
          listing_id: null,
          ...(i < 2 && { answered_at: late, closed_at: late }),
        });
      }
      return String(operator_id);
    },
  },
];

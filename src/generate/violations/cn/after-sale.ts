import { DAY_S } from '../../lawful/time.ts';
import { after, before, on } from './day.ts';
import { num } from '../scene.ts';
import type { Row } from '../../lawful/row.ts';
import type { Violation } from '../violation.ts';

/** Returned without a reason and paid back, long enough ago for everything to be later. */
function returned(row: Row<'after_sale'>): boolean {
  return row.no_reason === true && row.status === 'done' && before(row.requested_at, '2026-09-01');
}

function received(row: Row<'order'>): boolean {
  return typeof row.delivered_at === 'number' && row.status === 'delivered';
}

function faulty(row: Row<'after_sale'>): boolean {
  const money = row.kind === 'return' || row.kind === 'refund_only';
  const done = row.status === 'done' && before(row.requested_at, '2026-09-01');
  return row.no_reason === false && money && done;
}

export const afterSaleViolations: readonly Violation[] = [
  {
    provision: 'cn.ecl.art14',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('order', (row) => received(row) && row.refunded_minor === 0, {
        invoice_asked_at: on('2026-09-10'),
        invoiced_at: null,
      }),
  },
  {
    provision: 'cn.ecl.art21',
    version: '2019-01-01',
    plant: (scene) =>
      scene.copy('fee', (row) => row.kind === 'recharge', {
        kind: 'deposit',
        refund_asked_at: on('2026-10-01'),
      }),
  },
  {
    provision: 'cn.crpl.art25.refund',
    version: '2014-03-15',
    plant: (scene) =>
      scene.change('after_sale', returned, (row) => ({
        refunded_at: num(row.received_back_at) + 8 * DAY_S,
      })),
  },
  {
    provision: 'cn.crpl.art25.refusal',
    version: '2014-03-15',
    plant(scene) {
      let order: Row<'after_sale'>['order_id'];
      const asked = scene.change('after_sale', returned, (row) => {
        order = row.order_id;
        return {
          status: 'refused',
          refusal_reason: '本店不支持退货',
          refunded_minor: 0,
          received_back_at: null,
          refunded_at: null,
        };
      });
      scene.change('order', ({ order_id }) => order_id === order, {
        refunded_minor: 0,
        refund_status: 'refused',
        status: 'delivered',
      });
      return asked;
    },
  },
  {
    provision: 'cn.return7.art20',
    version: '2017-03-15',
    // Food may be excluded, where the buyer says yes to it for that order; this one did not.
    plant(scene) {
      const listing = scene.change(
        'listing',
        (row) => String(row.category).startsWith('食品') && num(row.sales_actual) > 0,
        { no_return: true },
      );
      const line = scene.find('order_line', (row) => row.listing_id === listing);
      const delivered_at = on('2026-05-12');
      const order_id = scene.copy('order', (row) => row.order_id === line.order_id, {
        ordered_at: delivered_at - 3 * DAY_S,
        paid_at: delivered_at - 3 * DAY_S,
        ship_by: delivered_at - DAY_S,
        deliver_by: delivered_at + DAY_S,
        shipped_at: delivered_at - 2 * DAY_S,
        delivered_at,
      });
      const order_line_id = scene.fresh();
      scene.add('order_line', { ...line, order_line_id, order_id, expires_on: '2027-01-31' });
      return scene.copy('after_sale', returned, {
        order_id,
        requested_at: delivered_at + 2 * DAY_S,
        answered_at: delivered_at + 3 * DAY_S,
        received_back_at: null,
        refunded_at: null,
        refunded_minor: 0,
        status: 'refused',
        refusal_reason: '食品不支持七天无理由退货',
      });
    },
  },
  {
    provision: 'cn.return7.art25',
    version: '2017-03-15',
    plant: (scene) =>
      scene.change('listing', (row) => row.status === 'on', { returned_goods: true }),
  },
  {
    provision: 'cn.ecl.art20.ship',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('order', received, (row) => ({ ship_by: num(row.shipped_at) - 60 })),
  },
  {
    provision: 'cn.ecl.art20.deliver',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('order', received, (row) => ({ deliver_by: num(row.delivered_at) - 60 })),
  },
  {
    provision: 'cn.ecl.art49',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('order', (row) => row.paid === true && row.cancelled_at !== null, {
        cancelled_by: 'seller',
      }),
  },
  {
    provision: 'cn.return7.art31',
    version: '2017-03-15',
    // Sixteen days to an answer; the money then comes in time.
    plant: (scene) =>
      scene.change('after_sale', returned, (row) => ({
        answered_at: num(row.requested_at) + 16 * DAY_S,
        received_back_at: num(row.requested_at) + 19 * DAY_S,
        refunded_at: num(row.requested_at) + 21 * DAY_S,
      })),
  },
  {
    provision: 'cn.infringe.art8',
    version: '2015-03-15',
    plant: (scene) =>
      scene.change('after_sale', faulty, (row) => ({
        refunded_at: num(row.requested_at) + 16 * DAY_S,
      })),
  },
  {
    provision: 'cn.ecl.art59',
    version: '2019-01-01',
    plant: (scene) =>
      scene.copy('complaint', (row) => row.channel === 'platform', {
        received_at: on('2026-05-12'),
        accepted_at: on('2026-05-12'),
        answered_at: on('2026-05-28'),
        closed_at: on('2026-05-28'),
      }),
  },
  {
    provision: 'cn.ecl.art38.complaints',
    version: '2019-01-01',
    // Five complaints about one listing of an operator that nothing was ever done about.
    plant(scene) {
      const measured = new Set([...scene.rows('measure')].map((row) => row.operator_id));
      const { listing_id = null, operator_id = null } = scene.find(
        'listing',
        (row) => row.status === 'on' && !measured.has(row.operator_id),
      );
      for (let i = 0; i < 5; i++) {
        const received_at = on('2026-05-12') + i * DAY_S;
        scene.copy('complaint', (row) => row.channel === 'platform', {
          listing_id,
          operator_id,
          kind: '质量问题',
          received_at,
          accepted_at: received_at,
          answered_at: received_at + DAY_S,
          closed_at: received_at + DAY_S,
        });
      }
      return String(listing_id);
    },
  },
  {
    provision: 'cn.crpl.art44',
    version: '2014-03-15',
    plant: (scene) =>
      scene.copy('info_request', (row) => row.kind === 'seller_identity', {
        requested_at: on('2026-05-12'),
        due_on: '2026-05-17',
        answered_at: on('2026-05-20'),
      }),
  },
  {
    provision: 'cn.live.dispute-data',
    version: '2024-07-01',
    plant: (scene) =>
      scene.change(
        'info_request',
        (row) =>
          row.kind === 'streamer_identity' &&
          after(row.answered_at, '2024-07-01') &&
          before(row.answered_at, '2026-02-01'),
        { complete: false },
      ),
  },
  {
    provision: 'cn.live.dispute-data',
    version: '2026-02-01',
    plant: (scene) =>
      scene.change(
        'info_request',
        (row) => row.kind === 'streamer_identity' && after(row.answered_at, '2026-02-01'),
        { complete: false },
      ),
  },
];

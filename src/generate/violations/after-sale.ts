import { DAY_S } from '../lawful/time.ts';
import { after, before, on } from './entry.ts';
import { num } from './scene.ts';
import type { Row } from '../lawful/row.ts';
import type { Violation } from './violation.ts';

/** Returned without a reason and paid back, long enough ago for everything to be later. */
function returned(row: Row<'after_sale'>): boolean {
  return row.no_reason === true && row.status === 'done' && before(row.requested_at, '2026-09-01');
}

function faulty(row: Row<'after_sale'>): boolean {
  const money = row.kind === 'return' || row.kind === 'refund_only';
  const done = row.status === 'done' && before(row.requested_at, '2026-09-01');
  return row.no_reason === false && money && done;
}

export const afterSaleViolations: readonly Violation[] = [
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

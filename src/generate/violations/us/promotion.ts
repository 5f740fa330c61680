import { DAY_S } from '../../lawful/time.ts';
import type { Row, Value } from '../../lawful/row.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const REVIEWS = '2024-10-21';

/** A review of the time since the rule, changed. */
function review(provision: string, set: Row<'review'>): Violation {
  const plant: Violation['plant'] = (scene) =>
    scene.change('review', (row) => scene.after(row.created_at, REVIEWS), set);
  return { provision, version: REVIEWS, plant };
}

/** Somebody pays to join; of which the document came that many days before. */
function joins(scene: Scene, days: number): string {
  const paid_at = scene.on('2026-05-12');
  const disclosed_at = paid_at - days * DAY_S;
  return scene.copy('fee', () => true, { kind: 'entry', paid_at, disclosed_at });
}

/** An order that a promoter brought, of a buyer who is none; nothing of it was paid back. */
function toCustomer(scene: Scene): Row<'order'> {
  const promoters = new Set<Value>();
  for (const { member_id = null, is_promoter } of scene.rows('member')) {
    if (is_promoter === true) promoters.add(member_id);
  }
  return scene.find(
    'order',
    ({ paid, promoter_id, buyer_id = null, refunded_minor }) =>
      paid === true &&
      typeof promoter_id === 'string' &&
      !promoters.has(buyer_id) &&
      refunded_minor === 0,
  );
}

/** Reviews, endorsements and ways to earn. */
export const usPromotionViolations: readonly Violation[] = [
  review('us.ftc465.2', { planted: true }),
  review('us.ftc465.4', { incentive: 'USD 5 for five stars', incentive_for_praise: true }),
  review('us.ftc465.5', { insider: true }),
  {
    provision: 'us.ftc465.7',
    version: REVIEWS,
    // Five low reviews, none of them shown.
    plant(scene) {
      const { listing_id = null } = scene.find('listing', () => true);
      for (let i = 0; i < 5; i++) {
        scene.copy('review', (row) => scene.after(row.created_at, REVIEWS), {
          listing_id,
          score: 1,
          hidden: true,
        });
      }
      return String(listing_id);
    },
  },
  {
    provision: 'us.ftc465.8',
    version: REVIEWS,
    plant: (scene) =>
      scene.change('content', (row) => scene.after(row.published_at, REVIEWS), {
        views_added: 1_000,
      }),
  },
  {
    provision: 'us.ftc255.5',
    version: '2023-07-26',
    plant: (scene) => scene.change('content', ({ kind }) => kind === 'post', { ad_label: false }),
  },
  { provision: 'us.bizopp', version: '2012-03-01', plant: (scene) => joins(scene, 6) },
  {
    provision: 'us.order.herbalife.sales',
    version: '2016-07-25',
    // One purchase to join is worth more than all the other sales of its month.
    plant(scene) {
      const paid_at = scene.on('2026-05-12');
      const order_id = scene.copy('order', ({ paid }) => paid === true, {
        ordered_at: paid_at,
        paid_at,
        amount_minor: 100_000_000,
        paid_minor: 100_000_000,
      });
      const disclosed_at = paid_at - 10 * DAY_S;
      const kind = 'purchase_to_join';
      scene.copy('fee', () => true, { kind, order_id, paid_at, disclosed_at });
      return 'data_set';
    },
  },
  {
    provision: 'us.pyramid.koscot',
    version: '1975-11-18',
    // The only pay there is comes for bringing somebody who paid. It goes to a promoter who sold
    // more to a customer in that month than anybody bought for own use.
    plant(scene) {
      joins(scene, 10);
      const { order_id, promoter_id = null, paid_at = null } = toCustomer(scene);
      scene.copy('order', (row) => row.order_id === order_id, {
        amount_minor: 100_000_000,
        paid_minor: 100_000_000,
      });
      scene.drop('commission', () => true);
      scene.copy('commission', () => true, {
        kind: 'recruit',
        beneficiary_id: promoter_id,
        order_id: null,
        accrued_at: paid_at,
        paid_at,
      });
      return { subject: 'data_set', clears: ['us.amway.customers', 'us.order.vemma'] };
    },
  },
];

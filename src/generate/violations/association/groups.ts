import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Violation } from '../violation.ts';
import { groupOn, nobodyInParticular, STANDARD, uncheckedGroupOn } from './group-on.ts';

const version = STANDARD;

/** Who leads a group, what it is about and how it ends. */
export const associationGroupViolations: readonly Violation[] = [
  {
    provision: 'agb.quality.spot-check',
    version,
    plant(scene) {
      const seen = new Set([...scene.rows('quality_event')].map((row) => row.listing_id));
      const { listing_id = null } = scene.find(
        'listing',
        (row) => row.status === 'on' && !seen.has(row.listing_id),
      );
      uncheckedGroupOn(scene, '2026-05-12', { listing_id, price_minor: 100 });
      return String(listing_id);
    },
  },
  {
    provision: 'agb.leaders.verified',
    version,
    plant(scene) {
      const opened_by = nobodyInParticular(scene);
      groupOn(scene, '2026-05-13', { opened_by });
      scene.copy('training', (row) => row.subject_kind === 'member', {
        subject_id: opened_by,
        held_at: scene.on('2026-05-12'),
      });
      return opened_by;
    },
  },
  {
    provision: 'agb.leaders.trained',
    version,
    // Thirteen months before.
    plant(scene) {
      const opened_by = nobodyInParticular(scene);
      groupOn(scene, '2026-05-14', { opened_by });
      const before = { subject_id: opened_by, held_at: scene.on('2025-04-14') };
      scene.copy('training', (row) => row.subject_kind === 'member', before);
      scene.copy('verification', (row) => row.subject_kind === 'member', {
        subject_id: opened_by,
        checked_at: scene.on('2026-05-13'),
      });
      return opened_by;
    },
  },
  {
    provision: 'agb.leaders.shown',
    version,
    plant: (scene) =>
      scene.change('group_buy', (row) => scene.after(row.opened_at, STANDARD), {
        leader_shown: false,
      }),
  },
  {
    provision: 'agb.groups.complete',
    version,
    plant: (scene) =>
      scene.change('group_buy', (row) => scene.after(row.formed_at, STANDARD), {
        people_joined: 2,
      }),
  },
  {
    provision: 'agb.groups.term',
    version,
    plant: (scene) =>
      scene.change(
        'group_buy',
        (row) => scene.after(row.formed_at, STANDARD),
        (row) => ({ closes_at: num(row.opened_at) + 72 * HOUR_S + 1 }),
      ),
  },
  {
    provision: 'agb.groups.refund',
    version,
    // Paid in a group that nobody else joined, and kept.
    plant(scene) {
      const group_buy_id = groupOn(scene, '2026-05-15', { formed_at: null, people_joined: 1 });
      const at = scene.on('2026-05-15') + HOUR_S;
      return scene.copy('order', ({ status }) => status === 'delivered', {
        group_buy_id,
        ordered_at: at,
        paid_at: at,
        ship_by: at + 2 * DAY_S,
        deliver_by: at + 5 * DAY_S,
        shipped_at: at + DAY_S,
        delivered_at: at + 3 * DAY_S,
      });
    },
  },
  {
    provision: 'agb.groups.reward-rules',
    version,
    plant: (scene) =>
      scene.change(
        'share',
        (row) => row.group_buy_id !== null && scene.after(row.shared_at, STANDARD),
        { rules_shown: false },
      ),
  },
  {
    provision: 'agb.price.group-price',
    version,
    // What a single buyer had paid the day before.
    plant(scene) {
      const single = scene.find(
        'order',
        (row) =>
          row.group_buy_id === null &&
          scene.after(row.paid_at, '2026-02-01') &&
          !scene.after(row.paid_at, '2026-05-01'),
      );
      const line = scene.find('order_line', ({ order_id }) => order_id === single.order_id);
      const day = scene.world.clock.day(num(single.paid_at) + DAY_S);
      const { listing_id = null, price_minor = null } = line;
      return groupOn(scene, day, { listing_id, price_minor });
    },
  },
];

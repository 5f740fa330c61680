import { HOUR_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Violation } from '../violation.ts';

const OMNIBUS = '2022-05-28';
const UCPD = '2007-12-12';

const promoted = ({ kind }: { readonly kind?: unknown }): boolean =>
  kind === 'promotion' || kind === 'flash_sale';

/** Prices, and content that hides what it is. */
export const euPromotionViolations: readonly Violation[] = [
  {
    provision: 'eu.pid.art6a',
    version: OMNIBUS,
    plant: (scene) =>
      scene.change('price_event', promoted, (row) => ({
        // One cent above the lowest price of the thirty days before.
        reference_price_minor: num(row.reference_price_minor) + 1,
      })),
  },
  {
    provision: 'eu.ucpd.annex1.7',
    version: UCPD,
    // An offer that was over begins again an hour later; nothing is struck through this time.
    plant(scene) {
      const first = scene.find('price_event', promoted);
      const starts_at = num(first.ends_at) + HOUR_S;
      scene.add('price_event', {
        ...first,
        price_event_id: scene.fresh(),
        reference_price_minor: 0,
        starts_at,
        ends_at: starts_at + HOUR_S,
      });
      return String(first.price_event_id);
    },
  },
  {
    provision: 'eu.ucpd.annex1.11',
    version: UCPD,
    plant: (scene) => scene.change('content', ({ kind }) => kind === 'post', { ad_label: false }),
  },
  {
    provision: 'eu.ucpd.annex1.11a',
    version: OMNIBUS,
    // Before the Digital Services Act asked for the same.
    plant(scene) {
      const { listing_id = null } = scene.find('search_result', () => true);
      scene.copy('search_result', (row) => row.paid_rank === true, {
        listing_id,
        shown_at: scene.on('2024-02-12'),
        ad_label: false,
      });
      return String(listing_id);
    },
  },
  {
    provision: 'eu.ucpd.annex1.14',
    version: UCPD,
    // Somebody pays to join, and the only pay is for bringing people.
    plant(scene) {
      scene.copy('fee', () => true, { kind: 'entry', paid_at: scene.on('2026-05-12') });
      scene.drop('commission', () => true);
      scene.copy('commission', () => true, { kind: 'recruit', order_id: null });
      return 'data_set';
    },
  },
  {
    provision: 'eu.ucpd.annex1.reviews',
    version: OMNIBUS,
    plant: (scene) => scene.change('review', () => true, { planted: true }),
  },
];

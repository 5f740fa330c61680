import type { Violation } from '../violation.ts';

const GPSR = '2024-12-13';

/** Dangerous and unlawful goods. */
export const euSafetyViolations: readonly Violation[] = [
  {
    provision: 'eu.gpsr.art19',
    version: GPSR,
    plant: (scene) =>
      scene.change('listing', ({ status }) => status === 'on', { manufacturer: '' }),
  },
  {
    provision: 'eu.gpsr.art22',
    version: GPSR,
    // A Tuesday; acted on the Monday after: Friday and Monday, Ascension left out, make three.
    plant: (scene) =>
      scene.copy('authority_notice', ({ kind }) => kind === 'recall', {
        received_at: scene.on('2026-05-12'),
        acted_at: scene.on('2026-05-18'),
      }),
  },
  {
    provision: 'eu.dsa.art32',
    version: '2024-02-17',
    // Sold in April, found unlawful in May, its buyers told in June.
    plant(scene) {
      const paid = scene.find(
        'order',
        (row) => scene.after(row.paid_at, '2026-02-01') && !scene.after(row.paid_at, '2026-05-01'),
      );
      const line = scene.find('order_line', ({ order_id }) => order_id === paid.order_id);
      const { listing_id = null } = line;
      const received_at = scene.on('2026-05-12');
      scene.copy('quality_event', ({ kind }) => kind === 'recall', {
        listing_id,
        at: received_at,
        sale_stopped_at: received_at,
        reported_at: received_at,
        buyers_told_at: scene.on('2026-06-12'),
      });
      return scene.copy('authority_notice', ({ kind }) => kind === 'unlawful_goods', {
        listing_id,
        received_at,
        acted_at: received_at,
      });
    },
  },
];

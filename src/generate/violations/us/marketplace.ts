import type { Row } from '../../lawful/row.ts';
import { MINUTE_S } from '../../lawful/time.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const INFORM = '2023-06-27';
/** What makes a seller one of high volume, within a year. */
const SALES = 200;

/** A seller with 200 sales of USD 100 each in one day of May, and nothing else on record. */
function bigSeller(scene: Scene, set: Row<'operator'>): string {
  const operator_id = scene.copy('operator', ({ status }) => status === 'active', set);
  const paid_at = scene.on('2026-05-12');
  for (let i = 0; i < SALES; i++) {
    const at = paid_at + i * MINUTE_S;
    scene.copy(
      'order',
      ({ status }) => status === 'delivered',
      (row) => ({
        ...row,
        operator_id,
        ordered_at: at,
        paid_at: at,
        ship_by: at,
        shipped_at: at,
        delivered_at: scene.on('2026-05-15'),
        amount_minor: 10_000,
        paid_minor: 10_000,
      }),
    );
  }
  return operator_id;
}

function verified(scene: Scene, subject_id: string): void {
  scene.copy('verification', (row) => row.subject_kind === 'operator', { subject_id });
}

export const usMarketplaceViolations: readonly Violation[] = [
  {
    provision: 'us.inform.collect',
    version: INFORM,
    plant: (scene) => bigSeller(scene, {}),
  },
  {
    provision: 'us.inform.disclose',
    version: INFORM,
    plant(scene) {
      const seller = bigSeller(scene, { displayed: false });
      verified(scene, seller);
      return seller;
    },
  },
  {
    provision: 'us.inform.report',
    version: INFORM,
    plant(scene) {
      const operator_id = bigSeller(scene, {});
      verified(scene, operator_id);
      return scene.copy('listing', ({ status }) => status === 'on', {
        operator_id,
        report_offered: false,
      });
    },
  },
];

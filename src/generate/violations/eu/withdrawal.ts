import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import type { Row } from '../../lawful/row.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const CRD = '2014-06-13';
const FUNCTION = '2026-06-19';

/** Withdrawn from, sent back and refunded, long enough ago for everything to be later. */
function withdrawn(scene: Scene): (row: Row<'after_sale'>) => boolean {
  return (row) =>
    row.no_reason === true && row.status === 'done' && !scene.after(row.requested_at, '2026-09-01');
}

export const euWithdrawalViolations: readonly Violation[] = [
  {
    provision: 'eu.crd.art6.withdrawal',
    version: CRD,
    plant: (scene) =>
      scene.change('listing', (row) => row.status === 'on' && row.sales_actual === 0, {
        withdrawal_shown: false,
      }),
  },
  {
    provision: 'eu.crd.art9',
    version: CRD,
    plant: (scene) =>
      scene.change('after_sale', withdrawn(scene), {
        status: 'refused',
        refusal_reason: 'no returns',
        refunded_minor: 0,
        received_back_at: null,
        refunded_at: null,
      }),
  },
  {
    provision: 'eu.crd.art10',
    version: CRD,
    // Asked after the fourteen days, which became longer: the right had not been explained.
    plant(scene) {
      const asked = scene.find(
        'after_sale',
        (row) => row.no_reason === true && row.status === 'refused',
      );
      const line = scene.find('order_line', ({ order_id }) => order_id === asked.order_id);
      const explained = scene.change('listing', (row) => row.listing_id === line.listing_id, {
        withdrawal_shown: false,
      });
      const reason = 'the goods are still on offer without the explanation';
      const also = [
        { provision: 'eu.crd.art6.withdrawal', version: CRD, subject: explained, reason },
      ];
      return { subject: String(asked.after_sale_id), also };
    },
  },
  {
    provision: 'eu.crd.art11a.function',
    version: FUNCTION,
    plant: (scene) => scene.change('platform', () => true, { withdrawal_function: false }),
  },
  {
    provision: 'eu.crd.art11a.receipt',
    version: FUNCTION,
    plant(scene) {
      const requested_at = scene.on('2026-07-06');
      return scene.copy('after_sale', withdrawn(scene), {
        requested_at,
        acknowledged_at: requested_at + 3 * DAY_S,
        answered_at: requested_at + 3 * DAY_S,
        received_back_at: requested_at + 5 * DAY_S,
        refunded_at: requested_at + 6 * DAY_S,
      });
    },
  },
  {
    provision: 'eu.crd.art13',
    version: CRD,
    // Back at once, paid for three weeks after the consumer withdrew.
    plant: (scene) =>
      scene.change('after_sale', withdrawn(scene), (row) => ({
        received_back_at: num(row.answered_at) + 2 * HOUR_S,
        refunded_at: num(row.requested_at) + 21 * DAY_S,
      })),
  },
];

import type { Row } from '../../lawful/row.ts';
import { LISTINGS_PER_OPERATOR } from '../../lawful/world.ts';
import { DAY_S } from '../../lawful/time.ts';
import { after, before, on } from './day.ts';
import { num } from '../scene.ts';
import type { Violation } from '../violation.ts';

const ART16 = { provision: 'cn.price2022.art16', version: '2022-07-01' };

/** Of goods that are never on offer: what they cost is what is marked. */
function usuallyPriced({ listing_id }: Row<'order_line'>): boolean {
  return Number(String(listing_id).slice(1)) % LISTINGS_PER_OPERATOR === 0;
}

const promoted = (row: { readonly kind?: unknown }): boolean =>
  row.kind === 'promotion' || row.kind === 'flash_sale';

export const priceViolations: readonly Violation[] = [
  {
    ...ART16,
    plant: (scene) =>
      scene.change('price_event', promoted, (row) => ({
        // One fen above the lowest deal of the seven days before.
        reference_price_minor: num(row.reference_price_minor) + 1,
      })),
  },
  {
    provision: 'cn.price2022.art16.never-sold',
    version: '2022-07-01',
    plant: (scene) =>
      scene.change(
        'listing',
        (row) => row.status === 'on' && num(row.sales_actual) > 0,
        (row) => ({ reference_price_minor: 2 * num(row.price_minor) }),
      ),
  },
  {
    provision: 'cn.price2022.art17',
    version: '2022-07-01',
    plant(scene) {
      const event = scene.find('price_event', promoted);
      const subject = scene.fresh();
      const raised = Math.ceil(num(event.reference_price_minor) * 1.1);
      const starts_at = num(event.starts_at);
      // The usual price goes up ten days before; the new one is struck through.
      scene.add('price_event', {
        ...event,
        price_event_id: scene.fresh(),
        price_minor: raised,
        reference_price_minor: 0,
        starts_at: starts_at - 10 * DAY_S,
        ends_at: null,
        kind: 'base',
        basis: '',
      });
      scene.add('price_event', {
        ...event,
        price_event_id: subject,
        reference_price_minor: raised,
      });
      const reason = 'a price raised for the purpose is above what the goods were sold at';
      return { subject, also: [{ ...ART16, subject, reason }] };
    },
  },
  {
    provision: 'cn.price2022.art20',
    version: '2022-07-01',
    plant: (scene) =>
      scene.change(
        'listing',
        (row) => row.status === 'on',
        (row) => ({ shown_price_minor: num(row.price_minor) - 1 }),
      ),
  },
  {
    provision: 'cn.price2022.art7',
    version: '2022-07-01',
    // Charged ten fen more than any price that was marked.
    plant(scene) {
      const line = scene.find('order_line', usuallyPriced);
      const price_minor = num(line.price_minor) + 10;
      const paid = price_minor * num(line.quantity);
      const order_id = scene.copy('order', (row) => row.order_id === line.order_id, {
        amount_minor: paid,
        paid_minor: paid,
      });
      const order_line_id = scene.fresh();
      scene.add('order_line', { ...line, order_line_id, order_id, price_minor });
      return order_line_id;
    },
  },
  {
    provision: 'cn.price2022.art19',
    version: '2022-07-01',
    // Came together at the group price, charged one fen more.
    plant(scene) {
      const grouped = scene.find(
        'order',
        (row) => row.group_buy_id !== null && after(row.paid_at, '2024-06-01'),
      );
      const line = scene.find('order_line', ({ order_id }) => order_id === grouped.order_id);
      const { quantity, price_minor } = line;
      const paid = (num(price_minor) + 1) * num(quantity);
      const key = String(line.order_line_id);
      scene.put('order_line', key, { price_minor: num(price_minor) + 1 });
      scene.put('order', String(grouped.order_id), { amount_minor: paid, paid_minor: paid });
      return key;
    },
  },
  {
    provision: 'cn.price2022.art4',
    version: '2022-07-01',
    plant: (scene) =>
      scene.change(
        'price_event',
        (row) => row.kind === 'group_buy' && before(row.starts_at, '2026-02-01'),
        { platform_imposed: true },
      ),
  },
  {
    provision: 'cn.order116.art27',
    version: '2026-02-01',
    plant(scene) {
      const subject = scene.copy('price_event', ({ kind }) => kind === 'group_buy', {
        starts_at: on('2026-05-12'),
        platform_imposed: true,
      });
      const reason = 'a price promotion that rules force on sellers is forced on them';
      const also = [{ provision: 'cn.price2022.art4', version: '2022-07-01', subject, reason }];
      return { subject, also };
    },
  },
  {
    provision: 'cn.price2022.art18',
    version: '2022-07-01',
    // A gift said to be worth twice what it is sold at.
    plant: (scene) =>
      scene.change(
        'order_line',
        (row) => row.gift === false,
        (row) => ({
          gift: true,
          reference_price_minor: 2 * num(row.price_minor),
        }),
      ),
  },
  {
    provision: 'cn.aucl.art14',
    version: '2025-10-15',
    plant: (scene) =>
      scene.change(
        'price_event',
        (row) => row.kind === 'base' && after(row.starts_at, '2025-10-15'),
        (row) => ({ platform_imposed: true, cost_minor: num(row.price_minor) + 1 }),
      ),
  },
];

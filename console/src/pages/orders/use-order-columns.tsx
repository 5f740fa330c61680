import { useMemo } from 'react';
import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import { ordersRead } from '../../../../src/server/contract/orders.ts';
import type { ordersList } from '../../../../src/server/contract/orders.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Money } from '../../parts/Money.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { ordersWords } from '../../text/orders.ts';

type Order = Good<typeof ordersList>['body']['items'][number];

/** Columns of the list; amounts in the inspection's currency, which any of its orders tells. */
export function useOrderColumns(
  inspection_id: string,
  order_id: string | undefined,
): readonly Column<Order>[] {
  const say = useWords(ordersWords);
  const params = { inspection_id, order_id: order_id ?? '' };
  const known = useAsked(ordersRead, { params }, { enabled: order_id !== undefined, keep: true });
  const currency = known.data?.currency ?? null;
  return useMemo(
    (): readonly Column<Order>[] => [
      {
        id: 'order_id',
        title: say('order_id'),
        width: 'minmax(110px, 1fr)',
        card: 'title',
        cell: (one) => <bdi title={one.order_id}>{one.order_id}</bdi>,
      },
      {
        id: 'order_no',
        title: say('order_no'),
        width: 'minmax(150px, 2fr)',
        cell: ({ order_no }) => <bdi>{order_no}</bdi>,
      },
      {
        id: 'ordered_at',
        title: say('ordered_at'),
        width: '150px',
        cell: ({ ordered_at }) => ordered_at !== null && <Moment at={ordered_at} />,
      },
      {
        id: 'buyer',
        title: say('buyer'),
        width: 'minmax(96px, 1fr)',
        cell: ({ buyer_id }) => <bdi>{buyer_id}</bdi>,
      },
      { id: 'status', title: say('status'), width: '110px', cell: ({ status }) => status },
      {
        id: 'paid',
        title: say('paid'),
        width: '130px',
        numeric: true,
        cell: ({ paid_minor }) =>
          paid_minor !== null &&
          currency !== null && (
            <Money minor={paid_minor} currency={currency} digits={minorDigitsOf(currency)} />
          ),
      },
      {
        id: 'findings',
        title: say('findings'),
        width: '90px',
        numeric: true,
        cell: ({ findings }) => (findings === 0 ? '' : <Tag tone="breach">{findings}</Tag>),
      },
    ],
    [say, currency],
  );
}

import { useMemo } from 'react';
import { Link } from 'react-router';
import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Money } from '../../parts/Money.tsx';
import { ordersWords } from '../../text/orders.ts';
import type { Life } from './life-days.ts';
import styles from './OrderPage.module.css';

type Commission = Life['commissions'][number];

/** Who earned by the order, and at which level. */
export function Commissions({ life }: { readonly life: Life }) {
  const say = useWords(ordersWords);
  const columns = useColumns(life.inspection_id, life.currency);
  return (
    <section className={styles['section']}>
      <h2>{say('commissions')}</h2>
      {life.commissions.length === 0 ? (
        <p className="soft">{say('commissions_none')}</p>
      ) : (
        <DataTable
          label={say('commissions')}
          rows={life.commissions}
          columns={columns}
          keyOf={({ commission_id }) => commission_id}
          height="420px"
        />
      )}
    </section>
  );
}

function useColumns(inspection_id: string, currency: string): readonly Column<Commission>[] {
  const say = useWords(ordersWords);
  return useMemo(
    (): readonly Column<Commission>[] => [
      {
        id: 'level',
        title: say('level'),
        width: '80px',
        numeric: true,
        compare: (a, b) => (a.level ?? 0) - (b.level ?? 0),
        cell: ({ level }) => level,
      },
      {
        id: 'beneficiary',
        title: say('beneficiary'),
        card: 'title',
        cell: ({ beneficiary_id }) => <Member inspection_id={inspection_id} id={beneficiary_id} />,
      },
      {
        id: 'source',
        title: say('source_member'),
        cell: ({ source_member_id }) => (
          <Member inspection_id={inspection_id} id={source_member_id} />
        ),
      },
      { id: 'kind', title: say('kind'), cell: ({ kind }) => kind },
      { id: 'status', title: say('status'), cell: ({ status }) => status },
      {
        id: 'amount',
        title: say('amount'),
        width: '140px',
        numeric: true,
        cell: ({ amount_minor }) =>
          amount_minor !== null && (
            <Money minor={amount_minor} currency={currency} digits={minorDigitsOf(currency)} />
          ),
      },
      {
        id: 'commission_id',
        title: say('commission_id'),
        cell: ({ commission_id }) => <bdi className="id">{commission_id}</bdi>,
      },
    ],
    [say, inspection_id, currency],
  );
}

interface MemberProps {
  readonly inspection_id: string;
  readonly id: string | null;
}

function Member({ inspection_id, id }: MemberProps) {
  const say = useWords(ordersWords);
  if (id === null) return null;
  const to = `/network/${encodeURIComponent(inspection_id)}?member=${encodeURIComponent(id)}`;
  return (
    <Link to={to} title={say('in_network')}>
      <bdi>{id}</bdi>
    </Link>
  );
}

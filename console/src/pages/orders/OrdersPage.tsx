import { useNavigate } from 'react-router';
import { ordersList } from '../../../../src/server/contract/orders.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { FilterBar } from '../../parts/FilterBar.tsx';
import type { Filter } from '../../parts/FilterBar.tsx';
import { FilteredList } from '../../parts/FilteredList.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { ordersWords } from '../../text/orders.ts';
import { useInspectionNames } from '../findings/use-inspection-names.ts';
import { useOrderColumns } from './use-order-columns.tsx';

const names = [
  'inspection',
  'order',
  'buyer_id',
  'promoter_id',
  'operator_id',
  'listing_id',
  'from',
  'to',
  'with_findings',
] as const;

type Name = (typeof names)[number];

/** Orders of one inspection, the newest one where the address does not say which. */
export default function OrdersPage() {
  const say = useWords(ordersWords);
  const state = useFilters(names);
  const { inspections, isThere } = useInspectionNames();
  const { inspection: chosen, ...narrowed } = state.values;
  const inspection = chosen ?? [...inspections.keys()][0];
  const filters = useFilterList(inspections);
  const shown = { ...state, values: { ...state.values, ...(inspection && { inspection }) } };
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <FilteredList filters={<FilterBar filters={filters} state={shown} />}>
        {inspection === undefined && !isThere && <Loading lines={14} line_px={41} />}
        {inspection === undefined && isThere && (
          <Empty title={say('no_inspection')} more={say('no_inspection_more')} />
        )}
        {inspection !== undefined && <OrderList inspection={inspection} narrowed={narrowed} />}
      </FilteredList>
    </>
  );
}

interface ListProps {
  readonly inspection: string;
  readonly narrowed: Readonly<Partial<Record<Exclude<Name, 'inspection'>, string>>>;
}

function OrderList({ inspection, narrowed }: ListProps) {
  const say = useWords(ordersWords);
  const navigate = useNavigate();
  const { with_findings, ...query } = narrowed;
  const {
    rows,
    query: asked,
    more,
  } = useRows(ordersList, {
    params: { inspection_id: inspection },
    query: { ...query, ...(with_findings === 'true' && { with_findings }) },
  });
  const columns = useOrderColumns(inspection, rows[0]?.order_id);
  if (asked.isError && rows.length === 0) {
    return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  }
  if (asked.isPending) return <Loading lines={14} line_px={41} />;
  if (rows.length === 0) return <Empty title={say('none')} more={say('none_more')} />;
  return (
    <>
      <DataTable
        label={say('title')}
        rows={rows}
        columns={columns}
        keyOf={({ order_id }) => order_id}
        onEnd={more}
        open={({ order_id }) => {
          const at = [inspection, order_id].map(encodeURIComponent).join('/');
          void navigate(`/orders/${at}`);
        }}
      />
      {asked.isError && <Failed error={asked.error} retry={() => void asked.refetch()} />}
    </>
  );
}

function useFilterList(inspections: ReadonlyMap<string, string>): readonly Filter<Name>[] {
  const say = useWords(ordersWords);
  return [
    {
      name: 'inspection',
      title: say('inspection'),
      options: [...inspections].map(([value, label]) => ({ value, label })),
    },
    { name: 'order', title: say('order') },
    {
      name: 'with_findings',
      title: say('with_findings'),
      options: [{ value: 'true', label: say('yes') }],
    },
    { name: 'buyer_id', title: say('buyer') },
    { name: 'promoter_id', title: say('promoter') },
    { name: 'operator_id', title: say('operator') },
    { name: 'listing_id', title: say('listing') },
    { name: 'from', title: say('from') },
    { name: 'to', title: say('to') },
  ];
}

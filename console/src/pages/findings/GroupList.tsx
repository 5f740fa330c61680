import { useMemo } from 'react';
import type { findingsFacets } from '../../../../src/server/contract/findings.ts';
import type { Good } from '../../api/call.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { findingsWords } from '../../text/findings.ts';
import type { FilterName } from './finding-filters.ts';
import styles from './GroupList.module.css';
import type { Group } from './GroupSwitch.tsx';

type Facets = Good<typeof findingsFacets>['body'];

interface Props {
  readonly group: Group;
  readonly facets: Facets | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** A group was chosen: list what is in it. */
  readonly narrow: (name: FilterName, value: string) => void;
}

const filterOf = {
  provision: 'provision',
  operator: 'operator_id',
  scheme: 'scheme_id',
} as const satisfies Record<Group, FilterName>;

interface Row {
  readonly value: string;
  readonly count: number;
  readonly title: string | null;
}

/** Groups with their counts, the largest first; choosing one lists its findings. */
export function GroupList({ group, facets, error, retry, narrow }: Props) {
  const say = useWords(findingsWords);
  const language = useLanguage();
  const total = facets?.total ?? 0;
  const rows = useMemo(
    (): readonly Row[] =>
      facets?.[group].values.map((one) => ({
        value: one.value,
        count: one.count,
        title: 'title' in one ? (one.title?.[language] ?? null) : null,
      })) ?? [],
    [facets, group, language],
  );
  const columns = useColumns(group, total);
  if (error !== null) return <Failed error={error} retry={retry} />;
  if (facets === undefined) return <Loading lines={10} line_px={41} />;
  if (rows.length === 0) return <Empty title={say('group_empty')} more={say('group_empty_more')} />;
  const { different } = facets[group];
  const grouped = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <DataTable
        label={say(`group_${group}`)}
        rows={rows}
        columns={columns}
        keyOf={({ value }) => value}
        open={({ value }) => narrow(filterOf[group], value)}
      />
      <p className={`soft ${styles['foot']}`}>
        {different > rows.length
          ? say('group_more', { shown: rows.length, different })
          : total > grouped && say('group_rest', { rest: total - grouped })}
      </p>
    </>
  );
}

function useColumns(group: Group, total: number): readonly Column<Row>[] {
  const say = useWords(findingsWords);
  return useMemo(
    () => [
      {
        id: 'value',
        title: say(group),
        width: 'minmax(240px, 3fr)',
        card: 'title' as const,
        compare: (a: Row, b: Row) => ((a.title ?? a.value) < (b.title ?? b.value) ? -1 : 1),
        cell: ({ value, title }: Row) => (
          <>
            <bdi>{title ?? value}</bdi>
            {title !== null && <bdi className={`id ${styles['id']}`}>{value}</bdi>}
          </>
        ),
      },
      {
        id: 'count',
        title: say('count'),
        width: '100px',
        numeric: true,
        compare: (a: Row, b: Row) => a.count - b.count,
        cell: ({ count }: Row) => count,
      },
      {
        id: 'share',
        title: say('share'),
        width: 'minmax(140px, 1fr)',
        cell: ({ count }: Row) => <Share count={count} total={total} />,
      },
    ],
    [say, group, total],
  );
}

function Share({ count, total }: { readonly count: number; readonly total: number }) {
  const percent = total === 0 ? 0 : (count / total) * 100;
  return (
    <span className={styles['share']}>
      <span className={styles['track']} aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      {percent.toFixed(1)}%
    </span>
  );
}

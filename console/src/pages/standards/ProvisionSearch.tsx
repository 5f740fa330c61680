import { Button, Input } from 'antd';
import type { SyntheticEvent } from 'react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { provisionsList } from '../../../../src/server/contract/standards.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { provisionPath } from '../../parts/use-provision-page.ts';
import { standardsWords } from '../../text/standards.ts';
import styles from './Standards.module.css';

type Head = Extract<Good<typeof provisionsList>, { readonly status: 200 }>['body']['items'][number];

/** Provisions of all packs by words of their ids, titles and laws, kept in the address. */
export function ProvisionSearch() {
  const say = useWords(standardsWords);
  const state = useFilters(['text']);
  const { text = '' } = state.values;
  const search = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    state.set('text', String(new FormData(event.currentTarget).get('text') ?? '').trim());
  };
  return (
    <section>
      <form role="search" className={styles['search']} onSubmit={search}>
        <Field label={say('search')}>
          {(id) => (
            <Input
              key={text}
              id={id}
              name="text"
              defaultValue={text}
              placeholder={say('search_hint')}
              maxLength={200}
              allowClear
            />
          )}
        </Field>
        <Button htmlType="submit">{say('search_do')}</Button>
      </form>
      {text !== '' && <Found text={text} />}
    </section>
  );
}

function Found({ text }: { readonly text: string }) {
  const say = useWords(standardsWords);
  const navigate = useNavigate();
  const { rows, query, more } = useRows(provisionsList, { query: { text }, headers: {} });
  const columns = useColumns();
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={6} />;
  if (rows.length === 0) return <Empty title={say('found_none')} more={say('found_none_more')} />;
  return (
    <DataTable
      label={say('search')}
      rows={rows}
      columns={columns}
      keyOf={({ standard, id, in_force }) => `${standard} ${id} ${in_force.from}`}
      open={({ standard, id }) => void navigate(provisionPath(standard, id))}
      onEnd={more}
      height="420px"
    />
  );
}

function useColumns(): readonly Column<Head>[] {
  const say = useWords(standardsWords);
  const local = useLocalised();
  return useMemo(
    (): readonly Column<Head>[] => [
      {
        id: 'title',
        title: say('duty'),
        width: 'minmax(220px, 2.4fr)',
        card: 'title',
        cell: (row) => local(row.title),
      },
      { id: 'id', title: say('provisions'), cell: (row) => <bdi>{row.id}</bdi> },
      {
        id: 'law',
        title: say('law'),
        width: 'minmax(160px, 1.6fr)',
        cell: ({ cites: [cite] }) => (cite === undefined ? '' : local(cite.law)),
      },
      {
        id: 'stage',
        title: say('stage'),
        width: '96px',
        card: 'none',
        cell: (row) => <StageTag stage={row.stage} />,
      },
      {
        id: 'severity',
        title: say('severity'),
        width: '96px',
        card: 'none',
        cell: (row) => <SeverityTag severity={row.severity} />,
      },
      { id: 'from', title: say('in_force'), width: '120px', cell: (row) => row.in_force.from },
    ],
    [say, local],
  );
}
